import { closestMatch } from 'leven'
import type { VFile } from 'vfile'
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { report } from '../../diagnostics/report.ts'
import type { Selector } from './anchor.ts'

const text = z.string({ error: 'text' })
const filled = text.trim().min(1, { error: 'text that is not empty' })

const correctionSchema = z.strictObject({
  exact: filled,
  prefix: text.optional(),
  suffix: text.optional(),
  replace: text,
  reason: filled,
  editor: filled.optional(),
})

/** One change that an editor makes to a source. */
export interface Correction extends Selector {
  /** What is to stand for the quotation; empty to remove it. */
  readonly replace: string
  /** Why, in the editor's words. */
  readonly reason: string
  /** Who decided. */
  readonly editor: string
  /** Line in the corrections file, from 1. */
  readonly line: number
}

/**
 * Reads `<id>.edits.yaml`: `editor`, and `corrections`, each with `exact`, `replace` and `reason`, and where they are
 * needed `prefix`, `suffix` and an `editor` of its own. What is wrong is reported at its place and left out.
 */
export function readCorrections(file: VFile): Correction[] {
  const lines = new LineCounter()
  const document = parseDocument(String(file.value), { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  for (const { message, pos } of document.errors) reportAt(file, lineAt(pos[0]), message)
  if (document.errors.length > 0) return []
  const { contents } = document
  const list = isMap(contents) ? contents.get('corrections', true) : undefined
  if (!isSeq(list)) {
    reportAt(file, 1, 'Missing field `corrections`, expected a list of corrections')
    return []
  }
  const editor: unknown = isMap(contents) ? contents.get('editor') : undefined
  const named = typeof editor === 'string' ? editor.trim() : ''
  return list.items.flatMap((item) => {
    const line = isNode(item) && item.range ? lineAt(item.range[0]) : 1
    return readOne(file, isNode(item) ? item.toJS(document) : item, named, line)
  })
}

function readOne(file: VFile, value: unknown, named: string, line: number): Correction[] {
  const result = correctionSchema.safeParse(value)
  if (!result.success) {
    for (const issue of result.error.issues) for (const reason of reasonsOf(issue)) reportAt(file, line, reason)
    return []
  }
  const { editor = named, prefix = '', suffix = '', ...rest } = result.data
  if (editor !== '') return [{ ...rest, prefix, suffix, editor, line }]
  reportAt(file, line, 'Missing field `editor`, expected the name of who decided')
  return []
}

function reasonsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') {
    return [`Unexpected value of \`${issue.path.join('.') || 'correction'}\`: expected ${issue.message}`]
  }
  return issue.keys.map((key) => {
    const nearest = closestMatch(key, Object.keys(correctionSchema.shape), { maxDistance: 3 })
    return `Unexpected field \`${key}\`${nearest === undefined ? '' : `, did you mean \`${nearest}\`?`}`
  })
}

function reportAt(file: VFile, line: number, reason: string): void {
  report(file, 'normalize:correction-is-valid', reason, { place: { line, column: 1 } })
}
