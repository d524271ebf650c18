import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A captured text with its truth: one folder of a set. */
export interface Capture {
  /** Name of the set it belongs to. */
  readonly set: string
  readonly name: string
  /** The folder, with a slash at its end: `input.txt`, `truth.md`, `meta.json`. */
  readonly folder: string
  /** What kind of text it is, as its `meta.json` says. */
  readonly kind: string
  /** How the text was set and captured. */
  readonly look: string
  readonly language: string
  /** Whether it is kept apart: nothing is fitted to it. */
  readonly isHeld: boolean
}

/** What `meta.json` may say, of what is read here; the scorers read more. */
export interface Meta {
  readonly genre?: string
  readonly kind?: string
  readonly group?: string
  readonly engine?: string
  readonly capture?: string
  readonly lang?: string
  readonly doc?: string
  readonly layout?: { readonly cols?: number }
}

/** One in so many documents of a set is kept apart. */
const heldShare = 5

/** The captures of a folder, by name. */
export function capturesIn(set: string, folder: URL): Capture[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, place: new URL(`${name}/`, folder) }))
    .filter(({ place }) => ['input.txt', 'truth.md', 'meta.json'].every((file) => existsSync(new URL(file, place))))
    .map(({ name, place }) => captureOf(set, name, place))
}

function captureOf(set: string, name: string, place: URL): Capture {
  const meta = metaOf(place.href)
  const { genre, kind, lang = 'en' } = meta
  const common = { set, name, folder: place.href, language: lang, kind: genre ?? kind ?? 'other', look: lookOf(meta) }
  return { ...common, isHeld: isHeld(meta.doc ?? (name.split('-')[0] as string)) }
}

/** What is known about the capture in a folder. */
export function metaOf(folder: string): Meta {
  return JSON.parse(readFileSync(new URL('meta.json', folder), 'utf8')) as Meta
}

function lookOf({ engine, capture, group = 'other', layout }: Meta): string {
  const look = [engine, capture].filter((word) => word !== undefined).join('-') || group
  return layout?.cols === 2 ? `${look}-2` : look
}

/** By the name of the document: its captures have the same words, so all of them are kept apart, or none. */
function isHeld(document: string): boolean {
  return createHash('sha256').update(document).digest().readUInt32BE(0) % heldShare === 0
}
