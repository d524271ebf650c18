import type { RootContent } from 'hast'
import { listOfAnnexes, listOfFigures, listOfSources, listOfTables } from '../template/title-matter.ts'
import type { PageContext } from './context.ts'
import { contentsOf, listOf } from './lists.ts'
import { fillTemplate } from './template.ts'

/** The title matter: title, subtitle, authors, date, what the dossier holds, fingerprint, and the lists. */
export function titleMatter(context: PageContext): RootContent[] {
  const { document, labels, templates } = context
  const { title, subtitle, date, authors } = document
  return fillTemplate(
    templates.pages['title.html'],
    {
      title,
      subtitle,
      ...(date === undefined ? {} : { date: labels.date(date), dateIso: date }),
      authors: authors.join(', '),
      holds: context.holds,
      fingerprint: document.fingerprint.slice(0, 16),
      contents: contentsOf(context),
      figures: listOf(listOfFigures(document, labels)),
      tables: listOf(listOfTables(document, labels)),
      annexes: listOf(listOfAnnexes(document, labels)),
      sources: listOf(listOfSources(document, labels)),
    },
    labels,
  )
}
