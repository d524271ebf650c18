import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Metadata } from '../captured/source.ts'
import type { RuleId } from '../diagnostics/rules.ts'

/*
 * The contract of a normalization.
 *
 * One rule is one unified plugin, in a file of its own: `(options?) => (tree, file) => void`. It is synchronous, changes
 * only its own tree, imports no other plugin, and changes nothing when it runs a second time. Whatever it changes goes
 * through `kept`, `replaced` and `record`, with evidence in words; what it cannot decide it leaves and reports. Nodes
 * with `data.keep` are out of bounds: the dossier's author wants these lines as they are.
 *
 * A plugin learns about its source from `file.data`: `language`, `found`, and `evidence` (`evidence/evidence.ts`).
 */

/** A normalization rule, usable in any unified pipeline whose tree obeys the law of captured text. */
export type Normalization<Options extends object = object> = (
  options?: Readonly<Options>,
) => (tree: Root, file: VFile) => void

/** One place in the order of rules. */
export interface Step {
  /** The rule by which overrides name this step. */
  readonly rule: RuleId
  readonly plugin: Normalization
  /** Why the step has its place in the order. */
  readonly why: string
  /** What the plugin is told instead of being left out, when overrides turn its rule off: later steps need its nodes. */
  readonly whenOff?: object
}

declare module 'vfile' {
  interface DataMap {
    /** BCP 47 tag of the text's language, from the manifest or else detected; always set while rules run. */
    language: string
    /** What the rules learn about the source from its text; the manifest wins over it. */
    found: Metadata
    /** Texts of lost notes that the manifest supplies, by label. */
    suppliedNotes: Readonly<Record<string, string>>
  }
}

declare module 'unist' {
  interface Data {
    /** Set on the paragraph of a line that the source's overrides keep: no rule may change it. */
    keep?: boolean
  }
}
