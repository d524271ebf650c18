import type { RootContent } from 'hast'
import { bodyOf } from './body.ts'
import type { PartContext } from './context.ts'
import { directionOf, languageTag } from './direction.ts'
import { sourceCard } from './source-card.ts'
import { fillTemplate, type Slots } from './template.ts'

/** One part: its heading, source card, text and notes; `more` fills the slots that differ between the shapes. */
export function partArticle(context: PartContext, more: Slots): RootContent[] {
  const { part, labels, templates, document } = context
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
      card: sourceCard(context),
      ...bodyOf(context),
      ...more,
    },
    labels,
  )
}
