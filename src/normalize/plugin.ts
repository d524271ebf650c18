import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { RuleId } from '../diagnostics/rules.ts'
import type { Evidence } from './evidence/evidence.ts'

/*
 * The contract of a normalization.
 *
 * One rule is one unified plugin, in a file of its own: `(options?) => (tree, file) => void`. It is synchronous, changes
 * only its own tree, imports no other plugin, and changes nothing when it runs a second time. Whatever it changes goes
 * through `kept`, `replaced` and `record`, with evidence in words; what it cannot decide it leaves and reports. Nodes
 * with `data.keep` are out of bounds: the dossier's author wants these lines as they are.
 *
 * A plugin learns about its source from one record, `file.data.evidence` (`evidence/evidence.ts`). What is in it was
 * measured by steps of their own: a rule only reads, so that no measurement depends on who asks first.
 */

/** A normalization rule, usable in any unified pipeline whose tree obeys the law of captured text. */
export type Normalization<Options extends object = object> = (
  options?: Readonly<Options>,
) => (tree: Root, file: VFile) => void

/** One place in the order: a rule, or a measurement that the rules behind it read. */
export type Step = RuleStep | MeasuringStep

/** The place of a rule. */
export interface RuleStep {
  /** The rule by which overrides name this step. */
  readonly rule: RuleId
  readonly plugin: Normalization
  /** Why the step has its place in the order. */
  readonly why: string
  /** What the plugin is told instead of being left out, when overrides turn its rule off: later steps need its nodes. */
  readonly whenOff?: object
}

/** The place of a measurement. It edits nothing and changes no tree, so there is no rule to name it by, nor to turn it off. */
export interface MeasuringStep {
  readonly rule?: undefined
  /** What it enters into the record of evidence. */
  readonly measures: readonly (keyof Evidence)[]
  readonly plugin: Normalization
  /** Why it is measured at this place in the order. */
  readonly why: string
}

declare module 'unist' {
  interface Data {
    /** Set on the paragraph of a line that the source's overrides keep: no rule may change it. */
    keep?: boolean
  }
}
