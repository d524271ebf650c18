import { pointAt, positionAt } from '../captured/captured.ts'
import type { Edit } from '../captured/edit.ts'
import type { Markdown } from '../captured/markdown.ts'
import type { Part } from '../captured/part.ts'
import { report } from '../diagnostics/report.ts'
import { sha256Of } from '../sha256.ts'
import { addedWords } from './added-words.ts'
import type { SourceLedger } from './source-ledger.ts'
import { type Claim, type Flaw, isVisible, tile } from './tile.ts'
import { undoBytes } from './undo.ts'

/**
 * The account of a part: what became of every character of its source. Kept text comes from the map that the markdown
 * has of itself, edits from the rules; white space that is neither is layout. Reports on the part's file what is not
 * accounted for, words that came from nowhere, and an account that would not give the source's bytes back.
 */
export function account(part: Part, markdown: Markdown): SourceLedger {
  const { source, file } = part
  const text = String(file.value)
  const edits = [...part.edits, ...markdown.edits]
  const claims: Claim[] = [...markdown.kept, ...edits.map((edit) => ({ start: edit.start, end: edit.end, edit }))]
  const { tiles, flaws } = tile(text, claims, (start, end, before, after) =>
    fillerFor(text, start, end, layoutBetween(markdown.value, before, after)),
  )
  for (const flaw of flaws) reportFlaw(part, text, flaw)
  reportAddedWords(part, markdown, edits)
  const { id, path, size, sha256, encoding, bom } = source
  const ledger: SourceLedger = {
    ...{ id, path, size, sha256, encoding, bom },
    markdownSha256: sha256Of(markdown.value),
    entries: tiles.map((claim) =>
      claim.edit
        ? { edit: claim.edit, line: pointAt(file, claim.edit.start).line }
        : { length: claim.end - claim.start, at: claim.at },
    ),
  }
  if (sha256Of(undoBytes(markdown.value, ledger)) !== sha256) reportUndo(part)
  return ledger
}

function fillerFor(text: string, start: number, end: number, after: string): Edit {
  const before = text.slice(start, end)
  const place = { start, end, before, confidence: 1 }
  if (!isVisible(text, start, end)) {
    return { ...place, rule: 'ledger:white-space-is-layout', after, evidence: 'white space between texts' }
  }
  return { ...place, rule: 'ledger:source-is-accounted-for', after: '', evidence: 'no rule says what became of it' }
}

/** The markdown's own white space between two kept texts that are neighbours there, too. */
function layoutBetween(value: string, before: Claim | undefined, after: Claim | undefined): string {
  if (before?.at === undefined || after?.at === undefined) return ''
  const from = before.at + before.end - before.start
  if (after.at < from || after.at - from > 64) return ''
  const between = value.slice(from, after.at)
  return isVisible(between, 0, between.length) ? '' : between
}

function reportFlaw({ file }: Part, text: string, { kind, start, end }: Flaw): void {
  const shown = excerpt(text.slice(start, end))
  const what = kind === 'gap' ? 'is neither kept nor edited' : 'is accounted for twice'
  const place = positionAt(file, start, end)
  report(file, 'ledger:source-is-accounted-for', `Unexpected text \`${shown}\`: it ${what}`, { place, actual: shown })
}

function reportAddedWords({ file }: Part, markdown: Markdown, edits: readonly Edit[]): void {
  const words = addedWords(markdown, edits)
  if (words.length === 0) return
  const actual = words.slice(0, 5).join(', ')
  report(file, 'ledger:nothing-is-added', `Unexpected words in the markdown that no edit put there: ${actual}`, {
    actual,
  })
}

function reportUndo({ file, source }: Part): void {
  report(file, 'ledger:undo-gives-source-back', 'Undoing the ledger does not give the source back', {
    expected: [`bytes with the SHA-256 ${source.sha256}`],
  })
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 80 ? `${flat.slice(0, 79)}…` : flat
}
