import { posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import type { Link, Nodes, Parents } from 'mdast'
import { report } from '../diagnostics/report.ts'
import type { TargetKind } from '../mdast/identifier.ts'
import type { NumberedBlocks } from './number-blocks.ts'
import type { PreparedPart } from './prepare.ts'
import type { Note, RegisterEntry, Target } from './resolved.ts'
import { plainText, walk } from './walk.ts'

/** A part with its numbers, before its references are resolved. */
export interface NumberedPart extends PreparedPart {
  readonly id: string
  readonly number: number
  readonly blocks: NumberedBlocks
  readonly notes: readonly Note[]
}

/** How a text can name the things in it. */
interface Names {
  /** Anchor by "kind label", where the label is the source's own ("figure 2" for "Figure 2. The bridge"). */
  readonly byLabel: ReadonlyMap<string, string>
  /** Anchor by the fragment that markdown renderers give a heading ("#the-bridge"). */
  readonly bySlug: ReadonlyMap<string, string>
}

/**
 * Resolves the references of all parts: "see Annex 1" within its part, `#heading` of a markdown source likewise, a link
 * to another source's file over the dossier. Links get the address `#anchor`. Those that
 * lead nowhere become plain text and are returned for the register.
 */
export function resolveReferences(parts: readonly NumberedPart[]): readonly RegisterEntry[] {
  const byFile = new Map(parts.map((part) => [part.part.source.path, part]))
  const names = new Map(parts.map((part) => [part, namesOf(part)]))
  const unresolved: RegisterEntry[] = []
  for (const part of parts) {
    const resolve = (link: Link): string | undefined => {
      const [path = '', fragment = ''] = splitAddress(link.url)
      const own = names.get(part)
      const { crossReference } = link.data ?? {}
      if (crossReference) {
        return own?.byLabel.get(nameOf(crossReference.kind, crossReference.label)) ?? own?.bySlug.get(fragment)
      }
      const other = path === '' ? part : byFile.get(posix.join(posix.dirname(part.part.source.path), path))
      if (!other) return undefined
      return fragment === '' ? other.id : names.get(other)?.bySlug.get(fragment)
    }
    for (const root of [part.tree, ...part.definitions]) resolveLinks(part, root, resolve, unresolved)
  }
  return unresolved
}

function resolveLinks(
  part: NumberedPart,
  root: Nodes,
  resolve: (link: Link) => string | undefined,
  unresolved: RegisterEntry[],
): void {
  let block: string | undefined
  const dead = new Set<Nodes>()
  const holders = new Set<Parents>()
  walk(root, (node, parent) => {
    block = node.data?.id ?? block
    if (node.type !== 'link' || !isInternal(node)) return undefined
    const target = resolve(node)
    if (target !== undefined) {
      node.url = `#${target}`
      return undefined
    }
    unresolved.push(registerUnresolved(part, node, block))
    dead.add(node)
    holders.add(parent)
    return undefined
  })
  for (const holder of holders) unwrap(holder, dead)
}

function unwrap(holder: Parents, dead: ReadonlySet<Nodes>): void {
  const children = (holder.children as Nodes[]).flatMap((child): Nodes[] =>
    dead.has(child) && 'children' in child ? child.children : [child],
  )
  holder.children = children as typeof holder.children
}

function registerUnresolved({ id, part }: NumberedPart, link: Link, block: string | undefined): RegisterEntry {
  const what = plainText(link)
  const why = link.data?.crossReference
    ? `nothing in this source is called “${what}”`
    : `nothing in the dossier has the address ${link.url}`
  report(
    part.file,
    'link:reference-target-resolves',
    `Unexpected reference “${what}”, expected one to a thing that the source has`,
    {
      place: link.position,
      actual: what,
    },
  )
  return {
    rule: 'link:reference-target-resolves',
    part: id,
    ...(block ? { target: block } : {}),
    line: link.position?.start.line ?? 1,
    what,
    why,
  }
}

/** Whether a link is meant to lead to a place in the dossier: it has no scheme and does not begin with a host. */
function isInternal(link: Link): boolean {
  if (link.data?.crossReference) return true
  return !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link.url)
}

function splitAddress(url: string): [string, string] {
  const hash = url.indexOf('#')
  if (hash < 0) return [decode(url), '']
  return [decode(url.slice(0, hash)), decode(url.slice(hash + 1)).toLowerCase()]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function namesOf({ id, blocks, notes, title }: NumberedPart): Names {
  const byLabel = new Map<string, string>()
  const add = (kind: TargetKind, label: string, id: string) => {
    const name = nameOf(kind, label)
    if (label !== '' && !byLabel.has(name)) byLabel.set(name, id)
  }
  for (const annex of blocks.annexes) add('annex', annex.number, annex.id)
  for (const figure of blocks.figures) add('figure', labelIn(figure.sourceLabel ?? figure.caption), figure.id)
  for (const table of blocks.tables) add('table', labelIn(table.sourceLabel ?? table.caption), table.id)
  for (const heading of blocks.headings) add('section', labelIn(plainText(heading)), heading.data?.id ?? '')
  for (const note of notes) add('note', note.label, note.id)
  return { byLabel, bySlug: slugsOf(blocks, id, title) }
}

function slugsOf(blocks: NumberedBlocks, partId: string, title: string): Map<string, string> {
  const slugger = new GithubSlugger()
  const slugs = new Map([[slugger.slug(title), partId]])
  for (const heading of blocks.headings) slugs.set(slugger.slug(plainText(heading)), heading.data?.id ?? '')
  return slugs
}

/** "Figure 2. The bridge" has the label "2", "3.1 Results" has "3.1", "IV. Results" has "iv". */
function labelIn(text: string): string {
  const match = /^(?:\p{L}{2,20}\.?\s+)?(\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-Z])(?=[\s.:)–—-]|$)/u.exec(text)
  return match?.[1] ?? ''
}

function nameOf(kind: TargetKind, label: string): string {
  return `${kind} ${label.toLowerCase()}`
}

/** Every target of the dossier, by anchor. */
export function targetsOf(parts: readonly NumberedPart[]): ReadonlyMap<string, Target> {
  const targets = parts.flatMap(({ id, number, title, blocks, notes }): Target[] => [
    { id, kind: 'part', number: String(number), label: title, part: id },
    ...blocks.targets,
    ...notes.map((note): Target => ({ id: note.id, kind: 'note', number: note.label, label: note.label, part: id })),
  ])
  return new Map(targets.map((target) => [target.id, target]))
}
