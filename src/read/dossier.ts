import type { VFile } from 'vfile'
import type { SourceText } from './text.ts'

/** What the dossier says of itself. */
export interface Settings {
  readonly title?: string
  readonly subtitle?: string
  /** ISO 8601 date. */
  readonly date?: string
  readonly authors: readonly string[]
  /** BCP 47 tag of the dossier's own words. */
  readonly language: string
  /** Lists of names that stand for one thing each, all of them equal. */
  readonly glossary: readonly (readonly string[])[]
  /** Name of a theme in templates/themes/. */
  readonly theme?: string
  /** Address at which the site will stand. */
  readonly address?: string
  /** SHA-256 over the sources' hashes and the manifest, lower-case hexadecimal. */
  readonly fingerprint: string
}

/** A sources folder that has been read: what `read` gives to the pipeline. */
export interface Dossier {
  readonly settings: Settings
  /** The texts that could be read, in the order of the dossier. */
  readonly texts: readonly SourceText[]
  /** dossier.yaml, whether it is there or not: takes messages that are about no one text. */
  readonly file: VFile
  /** Every file that was looked at, with what there is to say about it; a text's file is among them. */
  readonly files: readonly VFile[]
}
