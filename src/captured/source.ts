import type { VFile } from 'vfile'

/** The formats that `parse` reads. */
export type MediaType = 'text/plain' | 'text/markdown'

/** Who published a text, when and where. Every field is optional: a capture often has none. */
export interface Metadata {
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  /** When the text was published: ISO 8601 date, or date and time, without a zone. */
  readonly date?: string
  readonly url?: string
  /** When the text was captured: ISO 8601 date. */
  readonly captured?: string
  /** BCP 47 language tag. */
  readonly language?: string
  /** A line above the title that names the kind of text ("Analysis"). */
  readonly kicker?: string
  /** The section of the publisher's site that the text stood in. */
  readonly category?: string
}

/** An image that the dossier's author supplies for a figure that the capture lost. */
export interface SuppliedImage {
  /** Path of the image, relative to the sources folder. */
  readonly file: string
  /** Which figure it belongs to: the annex or figure label in the text ("Annex 1"), or the figure's number in order, from 1. */
  readonly figure: string
  /** Text alternative; required, because both outputs are accessible. */
  readonly alt: string
  readonly credit?: string
  /** The image's bytes, read by `read/images.ts`. */
  readonly bytes: Uint8Array
}

/** Settings of one source that change how it is normalized. */
export interface Overrides {
  /** Ids of normalization rules that must not touch this source. */
  readonly off: readonly string[]
  /** Options by rule id, passed to that rule's plugin. */
  readonly options: Readonly<Record<string, unknown>>
  /** Source lines (from 1) that every rule must leave as they are. */
  readonly keep: readonly number[]
  /** How sure a rule must be of an edit to make it, 0 to 0.95; `defaultLeastConfidence` when left out. */
  readonly confidence?: number
}

/** A part's provenance: what `read` learnt about one file before anything was understood. */
export interface Source {
  /** Identifier in the dossier: from the manifest, else the file's name without its extension. */
  readonly id: string
  /** Path relative to the sources folder, with `/`. */
  readonly path: string
  readonly mediaType: MediaType
  /** Size of the file in bytes. */
  readonly size: number
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string
  /** IANA name of the character encoding, lower case ("utf-8", "windows-1251"). */
  readonly encoding: string
  /** Whether the file starts with a byte order mark (it is not part of the text). */
  readonly bom: boolean
  /** What the manifest says. */
  readonly metadata: Metadata
  /** Texts of notes that the capture lost, supplied by hand: note label to text. */
  readonly notes: Readonly<Record<string, string>>
  readonly images: readonly SuppliedImage[]
  readonly overrides: Overrides
  /** Hand corrections: the text of `<id>.edits.yaml` beside the source, undecoded YAML. Messages about them go on it. */
  readonly corrections?: VFile
}
