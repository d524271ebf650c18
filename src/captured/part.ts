import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Edit } from './edit.ts'
import type { Metadata, Source } from './source.ts'

/** One source text on its way through the pipeline. `parse` makes it, `normalize` cleans it, `link` resolves it. */
export interface Part {
  /** Where the text comes from; never changes after `read`. */
  readonly source: Source
  /** The decoded text and everything the stages have to say about it. Offsets count UTF-16 code units of `file.value`. */
  readonly file: VFile
  /** The text as a tree. Its text leaves obey the law of captured text, see `captured.ts`. */
  readonly tree: Root
  /** What the manifest says about the source, completed by what the text says of itself (the manifest wins). */
  readonly metadata: Metadata
  /** Every edit made to the source so far, in the order in which it was made. */
  readonly edits: readonly Edit[]
}
