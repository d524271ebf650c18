import { type RuleId, rules } from '../diagnostics/rules.ts'
import { ledgerSchema, type SourceJson } from './schema.ts'
import type { LedgerEntry, SourceLedger } from './source-ledger.ts'

/**
 * Reads ledger.json. Throws a `SyntaxError` when it is not JSON and a `ZodError` when it is not a ledger.
 */
export function readLedger(json: string): SourceLedger[] {
  return ledgerSchema.parse(JSON.parse(json)).sources.map(decodeSource)
}

function decodeSource({
  markdown,
  rules: ruleTable,
  evidence: evidenceTable,
  entries,
  ...about
}: SourceJson): SourceLedger {
  let start = 0
  const decoded = entries.map((entry): LedgerEntry => {
    if (Array.isArray(entry)) {
      start += entry[0]
      return { length: entry[0], at: entry[1] }
    }
    const { rule, line, evidence, confidence = 1, editor, before, after } = entry
    const from = start
    start += before.length
    const edit = {
      ...{ rule: ruleId(ruleTable[rule]), start: from, end: start, before, after },
      ...{ evidence: evidenceTable[evidence] ?? '', confidence, ...(editor === undefined ? {} : { editor }) },
    }
    return { edit, line }
  })
  return { ...about, markdownSha256: markdown.sha256, entries: decoded }
}

/** A ledger may come from another version, whose rules had other names. */
function ruleId(name: string | undefined): RuleId {
  return name !== undefined && Object.hasOwn(rules, name) ? (name as RuleId) : 'ledger:source-is-accounted-for'
}
