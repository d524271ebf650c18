import type { Part } from '../captured/part.ts'
import { sha256Of } from '../sha256.ts'
import { type Anchors, anchorText, createAnchors } from './anchors.ts'
import { numberNotes } from './notes.ts'
import { numberBlocks } from './number-blocks.ts'
import { outlineOf } from './outline.ts'
import { forgetPlaces, noPlaces, placesOf } from './places.ts'
import { prepare } from './prepare.ts'
import { type NumberedPart, resolveReferences, targetsOf } from './references.ts'
import { registersOf } from './registers.ts'
import type { ResolvedDocument, ResolvedPart } from './resolved.ts'
import { countWords, plainText } from './walk.ts'

/** What the manifest says about the dossier as a whole. */
export interface LinkSettings {
  /** Absent when the manifest has none: then a dossier of one part has that part's title. */
  readonly title?: string | undefined
  /** What a dossier of several parts without a title is called: no source speaks for the others. */
  readonly untitled?: string | undefined
  readonly subtitle?: string | undefined
  /** ISO 8601 date. */
  readonly date?: string | undefined
  readonly authors: readonly string[]
  /** BCP 47 tag of the dossier's own words. */
  readonly language: string
  /** Lists of names that stand for one thing each, all of them equal. */
  readonly glossary?: readonly (readonly string[])[] | undefined
  /** SHA-256 over the sources and the manifest; computed from the sources' hashes when absent. */
  readonly fingerprint?: string | undefined
  /** Whether anybody will ask where blocks stand in their source, as the view of the source text does; true when left out. */
  readonly places?: boolean | undefined
}

/**
 * Resolves a dossier: numbers parts, sections, paragraphs, notes, figures, tables and annexes, leads references to
 * their targets, and lists what is missing. The parts and their trees stay as they are; the result has copies.
 */
export function link(parts: readonly Part[], settings: LinkSettings): ResolvedDocument {
  const anchors = createAnchors()
  const ids = parts.map(({ source }) => anchors.take(anchorText(source.id)))
  const numbered = parts.map((part, at) => numberPart(part, { id: ids[at] ?? '', number: at + 1 }, anchors))
  const unresolved = resolveReferences(numbered)
  // Before the nodes lose their places.
  const registers = registersOf(numbered, unresolved)
  return {
    title: settings.title || (numbered.length === 1 && numbered[0]?.title) || (settings.untitled ?? 'Dossier'),
    ...(settings.subtitle ? { subtitle: settings.subtitle } : {}),
    ...(settings.date ? { date: settings.date } : {}),
    authors: settings.authors,
    language: settings.language,
    glossary: settings.glossary ?? [],
    parts: numbered.map((part) => resolvedPart(part, settings.places ?? true)),
    targets: targetsOf(numbered),
    outline: outlineOf(numbered),
    figures: numbered.flatMap(({ blocks }) => blocks.figures),
    tables: numbered.flatMap(({ blocks }) => blocks.tables),
    annexes: numbered.flatMap(({ blocks }) => blocks.annexes),
    registers,
    fingerprint: settings.fingerprint ?? fingerprintOf(parts),
  }
}

function numberPart(
  part: Part,
  place: { readonly id: string; readonly number: number },
  anchors: Anchors,
): NumberedPart {
  const prepared = prepare(part)
  const notes = numberNotes(prepared, place, anchors)
  return { ...prepared, ...place, notes, blocks: numberBlocks(prepared, place, anchors) }
}

function resolvedPart(numbered: NumberedPart, isPlaced: boolean): ResolvedPart {
  const { id, number, title, heading, tree, notes, part } = numbered
  const { source, metadata, file, edits } = part
  const trees = [tree, ...notes.map(({ definition }) => definition)]
  const words = trees.reduce((count, node) => count + countWords(plainText(node)), 0)
  const head = heading && { ...heading, data: { id, number: String(number) } }
  const texts = notes.filter(({ lost }) => !lost).map(({ definition }) => definition)
  const places = isPlaced ? placesOf([...(head ? [head] : []), ...tree.children, ...texts]) : noPlaces
  for (const node of heading ? [heading, ...trees] : trees) forgetPlaces(node)
  const own = { id, number, title, ...(heading ? { heading } : {}) }
  return { ...own, source, metadata, file, tree, notes, edits, words, places }
}

function fingerprintOf(parts: readonly Part[]): string {
  return sha256Of(parts.map(({ source }) => `${source.id}\n${source.sha256}\n`).join(''))
}
