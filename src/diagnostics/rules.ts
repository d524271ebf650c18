import { buildRules } from './rules/build.ts'
import { ledgerRules } from './rules/ledger.ts'
import { linkRules } from './rules/link.ts'
import { normalizeRules } from './rules/normalize.ts'
import { outputRules } from './rules/output.ts'
import { readRules } from './rules/read.ts'
import { writeRules } from './rules/write.ts'

/** `error`: the result is wrong or incomplete. `warning`: a person should look. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** What the table says about one rule. The id states the invariant that should hold. */
export interface Rule {
  readonly severity: Severity
  /** One line, in the present tense, without a full stop. */
  readonly summary: string
  /** What it means and what to do about it: a short paragraph, printed by `dossierpress explain`. */
  readonly help: string
}

/** Every rule of every stage, in the order of the pipeline: the one place that knows severities. */
export const rules = {
  ...readRules,
  ...normalizeRules,
  ...ledgerRules,
  ...linkRules,
  ...outputRules,
  ...writeRules,
  ...buildRules,
} as const satisfies Record<string, Rule>

/** The id of a rule, `stage:invariant-that-holds`. */
export type RuleId = keyof typeof rules
