import type { Edit } from './edit.ts'

/** Normalized markdown, and where in it the source's own text stands. */
export interface Markdown {
  /** The whole file, with its front matter. */
  readonly value: string
  /** Offset of the body, after the front matter. */
  readonly body: number
  /** Stretches that are the source's own characters, in the order of the markdown. */
  readonly kept: readonly KeptSpan[]
  /** Stretches that an edit put there, in the order of the markdown. */
  readonly shown: readonly ShownSpan[]
  /** Edits that writing the markdown made, in the order of the source. */
  readonly edits: readonly Edit[]
}

/** `source.slice(start, end)` stands in the markdown at offset `at`, character for character. */
export interface KeptSpan {
  readonly start: number
  readonly end: number
  readonly at: number
}

/** The result of an edit stands in the markdown from `at` up to `end`, with the escapes that it needed. */
export interface ShownSpan {
  readonly edit: Edit
  readonly at: number
  readonly end: number
}
