import { basename, posix, win32 } from 'node:path'
import { closestMatch } from 'leven'
import { VFile } from 'vfile'
import type { Metadata, Overrides } from '../captured/source.ts'
import type { ManifestSource } from '../config.ts'
import { type ReportDetails, report } from '../diagnostics/report.ts'
import type { Listing } from './folder.ts'
import type { LocatedManifest } from './manifest.ts'
import { idOfName, takeId } from './source-id.ts'

/** A source before its file is read. */
export interface Entry {
  readonly id: string
  /** Path relative to the sources folder, with `/`. */
  readonly path: string
  readonly file: VFile
  /** Where dossier.yaml names the file, when it does. */
  readonly place?: ReportDetails['place']
  /** What dossier.yaml says about the source. */
  readonly listed?: ManifestSource
  /** A name in the folder that resembles the path. */
  readonly nearest?: string | undefined
  readonly metadata: Metadata
  readonly notes: Readonly<Record<string, string>>
  readonly overrides: Overrides
}

const nothingSaid = { metadata: {}, notes: {}, overrides: { off: [], options: {}, keep: [] } } as const

/** Sources for the texts of a folder, in the order given. */
export function entriesOfNames(names: readonly string[], folder: string): Entry[] {
  const taken = new Set<string>()
  return names.map((path) => {
    const file = new VFile({ cwd: folder, path })
    return { id: idFor(path, file, taken), path, file, ...nothingSaid }
  })
}

/** The sources that dossier.yaml lists, in its order, and the texts of the folder that it does not list. */
export function entriesOfManifest(
  located: LocatedManifest,
  manifestFile: VFile,
  folder: string,
  listing: Listing,
): { entries: Entry[]; leftOut: VFile[] } {
  const taken = new Set<string>()
  const listedIds = takeListedIds(located, manifestFile, taken)
  const entries: Entry[] = []
  for (const [index, listed] of (located.manifest.sources ?? []).entries()) {
    const place = located.placeOf(['sources', index, 'file'])
    const path = pathInFolder(listed.file)
    if (path === undefined) {
      report(
        manifestFile,
        'read:file-is-in-folder',
        `Unexpected path \`${listed.file}\`, expected one in the sources folder`,
        { place },
      )
      continue
    }
    const file = new VFile({ cwd: folder, path })
    const id = listedIds[index] ?? idFor(path, file, taken)
    entries.push({
      id,
      path,
      file,
      place,
      listed,
      nearest: closestMatch(path, listing.texts, { maxDistance: 3 }),
      ...described(listed, located.manifest.confidence),
    })
  }
  return { entries: inOrder(entries, located, manifestFile), leftOut: unlisted(listing, entries, folder) }
}

/** The path with `/` when it stays in the folder. */
export function pathInFolder(path: string): string | undefined {
  const plain = posix.normalize(path.replaceAll('\\', '/'))
  return posix.isAbsolute(plain) || win32.isAbsolute(plain) || plain.startsWith('..') ? undefined : plain
}

/** Ids that dossier.yaml gives go before those made of names; the second source with an id gets a number. */
function takeListedIds(
  { manifest, placeOf }: LocatedManifest,
  file: VFile,
  taken: Set<string>,
): (string | undefined)[] {
  return (manifest.sources ?? []).map(({ id }, index) => {
    if (id === undefined) return undefined
    const free = takeId(id, taken)
    if (free !== id) {
      report(file, 'read:manifest-id-is-unique', `Unexpected second source with the id \`${id}\``, {
        place: placeOf(['sources', index, 'id']),
        actual: id,
        note: `It is called \`${free}\` in this build; give it an id of its own`,
      })
    }
    return free
  })
}

function idFor(path: string, file: VFile, taken: Set<string>): string {
  const wanted = idOfName(basename(path))
  const id = takeId(wanted, taken)
  if (id !== wanted) {
    report(file, 'read:source-id-is-unique', `Unexpected second source with the id \`${wanted}\``, {
      actual: wanted,
      note: `It is called \`${id}\` in this build; rename the file, or give it an id in dossier.yaml`,
    })
  }
  return id
}

/** What the manifest says about a source; the source's own confidence comes before that of the dossier. */
function described(
  listed: ManifestSource,
  common: number | undefined,
): Pick<Entry, 'metadata' | 'notes' | 'overrides'> {
  const {
    title,
    publisher,
    author,
    date,
    url,
    captured,
    language,
    kicker,
    category,
    notes = {},
    overrides = {},
  } = listed
  const said = { title, publisher, author, date, url, captured, language, kicker, category }
  const { off = [], options = {}, keep = [], confidence = common } = overrides
  return {
    metadata: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    notes,
    overrides: { off, options, keep, ...(confidence === undefined ? {} : { confidence }) },
  }
}

/** The texts of the folder that a manifest leaves out, which may have been forgotten. */
function unlisted(listing: Listing, entries: readonly Entry[], folder: string): VFile[] {
  const listed = new Set(entries.map(({ path }) => path))
  return listing.texts
    .filter((path) => !listed.has(path))
    .map((path) => {
      const file = new VFile({ cwd: folder, path })
      report(file, 'read:text-is-in-manifest', 'This text is not in dossier.yaml and is left out', {
        note: `To use it, add it to the sources ("- file: ${path}")`,
      })
      return file
    })
}

/** Sources that `order` names come first, as it names them. */
function inOrder(entries: Entry[], { manifest, placeOf }: LocatedManifest, file: VFile): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const [index, id] of (manifest.order ?? []).entries()) {
    if (byId.has(id)) continue
    const nearest = closestMatch(id, [...byId.keys()], { maxDistance: 3 })
    report(
      file,
      'read:manifest-field-is-valid',
      `Unexpected value "${id}" of \`order[${index}]\`, expected the id of a source`,
      {
        place: placeOf(['order', index]),
        note:
          nearest === undefined
            ? `Ids of this dossier: ${[...byId.keys()].join(', ')}`
            : `Did you mean \`${nearest}\`?`,
      },
    )
  }
  const named = new Set((manifest.order ?? []).flatMap((id) => byId.get(id) ?? []))
  return [...named, ...entries.filter((entry) => !named.has(entry))]
}
