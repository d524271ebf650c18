import type { RootContent } from 'hast'
import { h } from 'hastscript'
import { safeAddress } from '../link/address.ts'
import { archiveAddress } from './archive.ts'
import type { PartContext } from './context.ts'
import { directionOf, languageTag } from './direction.ts'
import { openAddress } from './markup.ts'
import { fillTemplate, type Slots } from './template.ts'

/** The quiet box at the head of a part: what is known about its source, and what was done to it. */
export function sourceCard(context: PartContext): RootContent[] {
  return fillTemplate(
    context.templates.pages['source-card.html'],
    { ...provenance(context), ...account(context) },
    context.labels,
  )
}

function provenance({ part, labels }: PartContext): Slots {
  const { publisher, author, date, captured, url, language, category } = part.metadata
  const address = url === undefined ? undefined : safeAddress(url)
  const tag = languageTag(language)
  return {
    publisher,
    author,
    category,
    ...(date === undefined ? {} : { date: labels.date(date), dateIso: date }),
    ...(captured === undefined ? {} : { captured: labels.date(captured), capturedIso: captured }),
    ...(tag === undefined ? {} : { language: labels.languageName(tag) }),
    address,
    archive: address === undefined ? undefined : archiveAddress(address, captured ?? date),
  }
}

function account({ part, labels }: PartContext): Slots {
  const lost = part.notes.filter((note) => note.lost).length
  const found = part.notes.length - lost
  return {
    dossierLanguage: labels.language,
    dossierDirection: directionOf(labels.language),
    file: part.source.path,
    hash: part.source.sha256,
    shortHash: part.source.sha256.slice(0, 16),
    words: labels.number(part.words),
    edits: labels.number(part.edits.length),
    sourceLink: [h('a', { href: openAddress(`source:${part.id}`) }, labels.text('sideBySide'))],
    notesFound: part.notes.length === 0 ? undefined : labels.number(found),
    notesLost: part.notes.length === 0 ? undefined : labels.number(lost),
  }
}
