import type { RootContent } from 'hast'
import type { PageContext } from './context.ts'
import { annexesList, contentsOf, figuresList, sourcesList, tablesList } from './lists.ts'
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
      holds: holdings(context),
      fingerprint: document.fingerprint.slice(0, 16),
      contents: contentsOf(context),
      figures: figuresList(context),
      tables: tablesList(context),
      annexes: annexesList(context),
      sources: sourcesList(context),
    },
    labels,
  )
}

/** "5 sources, 2 annexes, 9 figures": only what there is. */
export function holdings({ document, labels }: PageContext): string {
  const notes = document.parts.reduce((sum, part) => sum + part.notes.length, 0)
  const words = document.parts.reduce((sum, part) => sum + part.words, 0)
  return [
    labels.count('countSources', document.parts.length),
    ...(document.annexes.length > 0 ? [labels.count('countAnnexes', document.annexes.length)] : []),
    ...(document.figures.length > 0 ? [labels.count('countFigures', document.figures.length)] : []),
    ...(document.tables.length > 0 ? [labels.count('countTables', document.tables.length)] : []),
    ...(notes > 0 ? [labels.count('countNotes', notes)] : []),
    labels.count('countWords', words),
  ].join(', ')
}
