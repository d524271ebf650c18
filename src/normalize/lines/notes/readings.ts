import { type NoteLines, pagesOf } from '../../notes/captured-notes.ts'
import type { Reading } from '../../notes/choose-reading.ts'
import type { LabelForm } from '../../notes/labels.ts'
import { footNotes } from './foot-notes.ts'
import { pageFeet } from './page-feet.ts'
import type { Restart } from './page-labels.ts'

/** Forms of labels at the feet of pages whose notes are numbered. */
const forms: readonly LabelForm[] = ['spaced', 'glued', 'dot', 'superscript', 'alone', 'parenthesis']
const restarts: readonly Restart[] = ['never', 'page', 'chapter']

/** All readings of a text that have its notes at the feet of pages or columns. */
export function footReadings(text: NoteLines): Reading[] {
  const pages = pagesOf(text)
  const row = { name: 'feet of pages or columns, calls and labels in one row', notes: footNotes(text, () => true) }
  if (pages.length < 2) return [row]
  const used = new Set(text.labels.map((label) => label?.form))
  const others = forms
    .filter((form) => used.has(form))
    .flatMap((form) =>
      restarts.map((restart) => ({
        name: `feet of pages, labels ${form}, numbers begin again: ${restart}`,
        notes: pageFeet(text, pages, { form, restart }),
      })),
    )
  return [row, ...others]
}
