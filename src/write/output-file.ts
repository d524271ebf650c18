/** One file of the output, before it is written. */
export interface OutputFile {
  /** Path relative to the output folder, with `/`. */
  readonly path: string
  /** Text is written as UTF-8. */
  readonly contents: string | Uint8Array
}
