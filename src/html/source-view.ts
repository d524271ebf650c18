import type { Element, ElementContent, RootContent } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import type { Edit } from '../captured/edit.ts'
import { plainText } from '../link/walk.ts'
import type { PartContext } from './context.ts'
import { directionOf, languageTag } from './direction.ts'
import { element } from './element.ts'
import { openAddress } from './markup.ts'
import { type SourceRow, type Stretch, sourceRows } from './source-rows.ts'
import { fillTemplate } from './template.ts'

/** The language of rules and evidence, whatever the dossier's is. */
export const evidenceLanguage = 'en'

/** The source view in the frame of a template: folded away in the single file, a page of its own in a site. */
export function sourceView(
  context: PartContext,
  rows: Raw,
  template: 'source.html' | 'source-page.html',
): RootContent[] {
  const { document, labels, part, templates } = context
  const language = languageTag(part.metadata.language) ?? document.language
  const values = {
    id: `source:${part.id}`,
    title: labels.text('sourceOf', { n: part.number }),
    edits: labels.count('countEdits', part.edits.length),
    rows: [rows],
    language,
    direction: directionOf(language),
    dossierLanguage: labels.language,
    dossierDirection: directionOf(labels.language),
  }
  return fillTemplate(templates.pages[template], values, labels)
}

/**
 * A part's source from its first to its last character, row by row beside the text of the dossier: what was taken out
 * is struck out, what was put in is underlined, and under each row stand the rules that changed it, with their evidence.
 */
export function sourceRowsOf(context: PartContext): Element[] {
  return sourceRows(context.part).map((row) => sourceRow(context, row))
}

function sourceRow(context: PartContext, row: SourceRow): Element {
  const { block, continued, stretches } = row
  // The anchor of the part's title stands at the head of the view.
  const isMarked = block?.id !== undefined && !continued && block.id !== context.part.id
  const id = isMarked ? `source:${block.id}` : undefined
  const edits = stretches.flatMap((stretch) => ('edit' in stretch ? [stretch.edit] : []))
  return element('div', { className: ['row'], id }, [
    element('div', { className: ['normalized'] }, rowHead(context, row)),
    element('div', { className: ['captured'] }, stretches.flatMap(marked)),
    ...(edits.length > 0 ? [editList(context, edits)] : []),
  ])
}

function rowHead({ labels }: PartContext, { block, continued }: SourceRow): (ElementContent | string)[] {
  if (!block) return [element('span', { className: ['missing'] }, [labels.text('removedHere')])]
  const text = continued ? `(${labels.text('continued')})` : plainText(block.node)
  if (block.id === undefined) return [text]
  const name = `${labels.text('backToText')}: ${block.number}`
  const number = element('a', { className: ['row-number'], href: openAddress(block.id), ariaLabel: name }, [
    block.number || '\u2191',
  ])
  return [number, ' ', text]
}

/** A stretch of the source with its edit marked; a line end that was taken out is made visible. */
function marked(stretch: Stretch): (ElementContent | string)[] {
  if ('kept' in stretch) return [stretch.kept]
  const { before, after } = stretch.edit
  const isLineEnd = before.trim() === '' && /[\n\r\f]/.test(before)
  return [
    ...(before === '' ? [] : [element('del', isLineEnd ? { className: ['end'] } : {}, [before])]),
    ...(after.trim() === '' ? [] : [element('ins', {}, [after])]),
  ]
}

/** The edits of a row, those with the same rule and evidence together. */
function editList({ labels }: PartContext, edits: readonly Edit[]): Element {
  const groups = new Map<string, { edit: Edit; count: number }>()
  for (const edit of edits) {
    const key = `${edit.rule}\n${edit.evidence}\n${edit.editor ?? ''}`
    const group = groups.get(key)
    if (group) group.count++
    else groups.set(key, { edit, count: 1 })
  }
  const items = [...groups.values()].map(({ edit, count }) =>
    element('li', {}, [
      element('code', {}, [edit.rule]),
      count > 1 ? ` \u00d7 ${labels.number(count)}` : '',
      `: ${edit.evidence}`,
      edit.editor === undefined ? '' : ` (${labels.text('editor')}: ${edit.editor})`,
    ]),
  )
  return element('ul', { className: ['edits'], lang: evidenceLanguage, dir: 'ltr' }, items)
}
