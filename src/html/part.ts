import type { RootContent } from 'hast'
import type { ResolvedPart } from '../link/resolved.ts'
import { bodyOf } from './body.ts'
import type { PageContext, PartPieces } from './context.ts'
import { directionOf, languageTag } from './direction.ts'
import { markup } from './markup.ts'
import { sourceCard } from './source-card.ts'
import { sourceRowsOf } from './source-view.ts'
import { fillTemplate, type Slots } from './template.ts'

/** Renders a part's text, notes and source: all that takes time, done once for both shapes. */
export function partPieces(context: PageContext, part: ResolvedPart): PartPieces {
  const own = { ...context, part }
  return { part, ...bodyOf(own), rows: markup(sourceRowsOf(own)) }
}

/** One part: its heading, source card, text and notes; `more` fills the slots that differ between the shapes. */
export function partArticle(context: PageContext, { part, text, notes }: PartPieces, more: Slots): RootContent[] {
  const { labels, templates, document } = context
  const language = languageTag(part.metadata.language) ?? document.language
  return fillTemplate(
    templates.pages['part.html'],
    {
      id: part.id,
      number: String(part.number),
      title: part.title,
      kicker: part.metadata.kicker,
      language,
      direction: directionOf(language),
      dossierLanguage: labels.language,
      dossierDirection: directionOf(labels.language),
      card: sourceCard({ ...context, part }),
      text: [text],
      notes: notes.value === '' ? [] : [notes],
      ...more,
    },
    labels,
  )
}
