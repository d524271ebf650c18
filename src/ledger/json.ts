import * as z from 'zod'
import { type RuleId, rules } from '../diagnostics/rules.ts'
import type { LedgerEntry, SourceLedger } from './source-ledger.ts'

/*
 * The format of ledger.json; README.md of this folder describes it in words. Rules and evidence are tables, because a
 * long text has few of them and tens of thousands of edits.
 */

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

/** `[length, offset in the markdown]`, both in UTF-16 code units. */
const keptSchema = z.tuple([count, count])

const editSchema = z.strictObject({
  /** Index in the source's `rules`. */
  rule: count,
  /** Line of the source, from 1. */
  line: z.int().positive(),
  before: z.string(),
  after: z.string(),
  /** Index in the source's `evidence`. */
  evidence: count,
  /** Between 0 and 1; 1 when left out. */
  confidence: z.number().min(0).max(1).optional(),
  editor: z.string().optional(),
})

const sourceSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  size: count,
  sha256: hash,
  encoding: z.string(),
  bom: z.boolean(),
  markdown: z.strictObject({ sha256: hash }),
  rules: z.array(z.string()),
  evidence: z.array(z.string()),
  entries: z.array(z.union([keptSchema, editSchema])),
})

/** The schema of ledger.json. */
export const ledgerSchema = z.strictObject({
  format: z.literal('dossierpress-ledger'),
  version: z.literal(1),
  sources: z.array(sourceSchema),
})

type SourceJson = z.infer<typeof sourceSchema>
type EntryJson = SourceJson['entries'][number]

/** Writes ledgers as ledger.json: one entry a line, so that two versions can be compared. */
export function ledgerJson(ledgers: readonly SourceLedger[]): string {
  const sources = ledgers.map((ledger) => {
    const { entries, ...head } = encodeSource(ledger)
    const lines = entries.map((entry) => `        ${JSON.stringify(entry)}`).join(',\n')
    const body = JSON.stringify(head, null, 2).slice(2, -2).replaceAll('\n', '\n    ')
    return `    {\n    ${body},\n      "entries": [\n${lines}\n      ]\n    }`
  })
  return `{\n  "format": "dossierpress-ledger",\n  "version": 1,\n  "sources": [\n${sources.join(',\n')}\n  ]\n}\n`
}

/**
 * Reads ledger.json. Throws a `SyntaxError` when it is not JSON and a `ZodError` when it is not a ledger.
 */
export function readLedger(json: string): SourceLedger[] {
  return ledgerSchema.parse(JSON.parse(json)).sources.map(decodeSource)
}

function encodeSource(ledger: SourceLedger): SourceJson {
  const { entries, markdownSha256, ...about } = ledger
  const rule = createTable()
  const evidence = createTable()
  const encoded = entries.map((entry): EntryJson => {
    if (!('edit' in entry)) return [entry.length, entry.at]
    const { edit, line } = entry
    return {
      ...{ rule: rule.indexOf(edit.rule), line, before: edit.before, after: edit.after },
      evidence: evidence.indexOf(edit.evidence),
      ...(edit.confidence === 1 ? {} : { confidence: edit.confidence }),
      ...(edit.editor === undefined ? {} : { editor: edit.editor }),
    }
  })
  const tables = { rules: rule.values, evidence: evidence.values }
  return { ...about, markdown: { sha256: markdownSha256 }, ...tables, entries: encoded }
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

/** Gives each distinct text the index of its first use. */
function createTable(): { readonly values: string[]; indexOf(value: string): number } {
  const values: string[] = []
  const indices = new Map<string, number>()
  return {
    values,
    indexOf(value) {
      const known = indices.get(value)
      if (known !== undefined) return known
      indices.set(value, values.length)
      return values.push(value) - 1
    },
  }
}
