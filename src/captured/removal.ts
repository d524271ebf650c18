import type { RuleId } from '../diagnostics/rules.ts'
import type { Edit } from './edit.ts'

const wordCharacter = /[\p{L}\p{N}]/u

/** Rules that set text in another form; what they take out stood for that form ("; " between the rows of a table). */
const restructuring: ReadonlySet<RuleId> = new Set<RuleId>([
  'normalize:figures-are-a-table',
  'normalize:tables-are-tables',
  'normalize:list-items-are-marked',
  'normalize:unmarked-items-are-items',
  'normalize:note-text-is-set-apart',
  'normalize:split-words-are-joined',
])

/** Whether an edit took words out and put none for them. */
export function isRemoval({ rule, before, after }: Edit): boolean {
  return wordCharacter.test(before) && !wordCharacter.test(after) && !restructuring.has(rule)
}
