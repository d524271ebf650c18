import type { RuleId } from '../diagnostics/rules.ts'

/** One change to a source text. Nothing reaches the normalized markdown, or is left out of it, without one. */
export interface Edit {
  /** The rule that made the edit. */
  readonly rule: RuleId
  /** First UTF-16 code unit of the decoded source text that the edit replaces. */
  readonly start: number
  /** One past the last code unit; equal to `start` for an insertion. */
  readonly end: number
  /** The source text replaced: `text.slice(start, end)`. */
  readonly before: string
  /** What stands for it in the normalized markdown; empty for a removal. */
  readonly after: string
  /** Why, in words that a reader can check ("the next line begins in lower case"). */
  readonly evidence: string
  /** How sure the rule is, 0 to 1. */
  readonly confidence: number
  /** Who decided, when it was not a rule: the editor of a hand correction. */
  readonly editor?: string
}
