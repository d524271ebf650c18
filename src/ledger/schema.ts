import * as z from 'zod'

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

/** One source of ledger.json. */
export type SourceJson = z.infer<typeof sourceSchema>
/** A stretch of its source that is kept, or an edit. */
export type EntryJson = SourceJson['entries'][number]
