import type { Rule } from './rule.ts'
import { buildRules } from './rules/build.ts'
import { ledgerRules } from './rules/ledger.ts'
import { linkRules } from './rules/link.ts'
import { normalizeRules } from './rules/normalize.ts'
import { outputRules } from './rules/output.ts'
import { readRules } from './rules/read.ts'
import { writeRules } from './rules/write.ts'

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
