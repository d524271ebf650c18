import type { PluggableList } from 'unified'
import type { Source } from '../captured/source.ts'
import { annexFigures } from './annex-figures.ts'
import { archiveMatter } from './archive-matter.ts'
import { blockOrder } from './block-order.ts'
import { brokenHeadings } from './broken-headings.ts'
import { columns } from './columns.ts'
import { compounds } from './compounds.ts'
import { crossReferences } from './cross-references.ts'
import { figureCaptions } from './figure-captions.ts'
import { figureTable } from './figure-table.ts'
import { gluedNames } from './glued-names.ts'
import { gluedNotes } from './glued-notes.ts'
import { headingNumbers } from './heading-numbers.ts'
import { headings } from './headings.ts'
import { hyphens } from './hyphens.ts'
import { indentedQuotations } from './indented-quotations.ts'
import { joinLines } from './join-lines.ts'
import { keepLines } from './keep-lines.ts'
import { lineNumbers } from './line-numbers.ts'
import { listMarkers } from './list-markers.ts'
import { lists } from './lists.ts'
import { noteCalls } from './note-calls.ts'
import { noteTexts } from './note-texts.ts'
import { ownLines } from './own-lines.ts'
import { pageBreaks } from './page-breaks.ts'
import { pageNumbers } from './page-numbers.ts'
import { paragraphBreaks } from './paragraph-breaks.ts'
import type { Step } from './plugin.ts'
import { quotations } from './quotations.ts'
import { quotedLines } from './quoted-lines.ts'
import { runningHeads } from './running-heads.ts'
import { separators } from './separators.ts'
import { siteMatter } from './site-matter.ts'
import { strayAddresses } from './stray-addresses.ts'
import { tables } from './tables.ts'
import { titleMatter } from './title-matter.ts'
import { underlinedHeadings } from './underlined-headings.ts'
import { unmarkedItems } from './unmarked-items.ts'
import { whiteSpace } from './white-space.ts'

/** The rules for captured plain text, in the order in which they run. */
export const steps: readonly Step[] = [
  {
    rule: 'normalize:page-breaks-are-found',
    plugin: pageBreaks,
    why: 'All rules that look at pages need to know them.',
  },
  {
    rule: 'normalize:quotations-are-set-off',
    plugin: quotedLines,
    why: 'Marks in front of lines hide what the lines begin with, and how long they are.',
  },
  {
    rule: 'normalize:line-numbers-are-removed',
    plugin: lineNumbers,
    why: 'Numbers in the margin hide what lines begin with, and look like page numbers.',
  },
  {
    rule: 'normalize:running-heads-are-removed',
    plugin: runningHeads,
    why: 'Page numbers are looked for on the outermost lines, which running heads hide.',
  },
  {
    rule: 'normalize:page-numbers-are-removed',
    plugin: pageNumbers,
    why: 'With the page furniture gone, the text of one page meets that of the next.',
  },
  {
    rule: 'normalize:note-begins-its-line',
    plugin: gluedNotes,
    why: 'Notes are known by the lines that they begin, and they end pages once the page furniture is gone.',
  },
  {
    rule: 'normalize:columns-are-read-in-order',
    plugin: columns,
    why: 'Page furniture runs across columns; everything else is looked for in lines that are whole.',
  },
  {
    rule: 'normalize:blocks-are-in-order',
    plugin: blockOrder,
    why: 'Columns are known by now, and everything else is looked for in text that reads on from line to line.',
  },
  {
    rule: 'normalize:archive-matter-is-left-out',
    plugin: archiveMatter,
    why: 'Licences above and below hide where the text begins and ends.',
  },
  {
    rule: 'normalize:site-matter-is-left-out',
    plugin: siteMatter,
    why: 'A menu above or below hides where the text begins and ends.',
  },
  {
    rule: 'normalize:underlined-line-is-a-heading',
    plugin: underlinedHeadings,
    why: 'An underlined title needs no other evidence, and its ruling is no part of it.',
  },
  {
    rule: 'normalize:figures-are-a-table',
    plugin: figureTable,
    why: 'A fact box above the headline must not be taken for it.',
  },
  {
    rule: 'normalize:title-is-given-once',
    plugin: titleMatter,
    why: 'The headline is known by its place among the first lines of the text.',
  },
  {
    rule: 'normalize:caption-is-a-figure',
    plugin: figureCaptions,
    why: 'The caption of a lost picture stands below the headline and must not be taken for a heading.',
  },
  {
    rule: 'normalize:heading-has-its-number',
    plugin: headingNumbers,
    why: 'A number alone looks like the label of a note, and its title like a short paragraph.',
  },
  {
    rule: 'normalize:sentence-is-not-cut-by-an-address',
    plugin: strayAddresses,
    why: 'Lines can only be joined when nothing stands between them.',
  },
  {
    rule: 'normalize:note-text-is-set-apart',
    plugin: noteTexts,
    why: 'Notes are known by the lines they begin and by their place on the page; they cut paragraphs and look like lists.',
  },
  {
    rule: 'normalize:passages-are-separated',
    plugin: separators,
    why: 'Notes may stand below a ruling, which they take with them; asterisks look like the bullets of a list.',
  },
  {
    rule: 'normalize:list-items-are-marked',
    plugin: listMarkers,
    why: 'A list marker starts a paragraph whatever the line before it looks like.',
  },
  {
    rule: 'normalize:tables-are-tables',
    plugin: tables,
    why: 'Cells are short lines; left among the text they would be taken for headings.',
  },
  {
    rule: 'normalize:line-ends-are-kept',
    plugin: ownLines,
    why: 'Lines of verse and of addresses look like broken paragraphs, or like many short ones.',
  },
  {
    rule: 'normalize:paragraphs-are-whole',
    plugin: paragraphBreaks,
    why: 'Headings are known by the paragraphs around them.',
  },
  {
    rule: 'normalize:headings-are-whole',
    plugin: brokenHeadings,
    why: 'Half a heading must not be taken for an item or a heading of its own.',
  },
  {
    rule: 'normalize:quotations-are-set-off',
    plugin: indentedQuotations,
    why: 'Blocks that are set in could be taken for items or headings.',
  },
  {
    rule: 'normalize:unmarked-items-are-items',
    plugin: unmarkedItems,
    why: 'It is known by now where each block begins, and headings are not yet looked for among them.',
  },
  {
    rule: 'normalize:headings-are-marked',
    plugin: headings,
    why: 'A heading is known by its lines; joined, it could not be told from a short paragraph.',
  },
  {
    rule: 'normalize:split-words-are-joined',
    plugin: hyphens,
    why: 'It is known by now which lines will be joined.',
  },
  {
    rule: 'normalize:lines-are-joined',
    plugin: joinLines,
    whenOff: { each: true },
    why: 'All rules that need to see lines have run; those that follow look at running text.',
  },
  {
    rule: 'normalize:items-make-lists',
    plugin: lists,
    whenOff: { asText: true },
    why: 'Items are whole paragraphs now, and only those that stand together make a list.',
  },
  {
    rule: 'normalize:quotations-are-set-off',
    plugin: quotations,
    why: 'Paragraphs and lists are whole now; a list in a quotation stays one list.',
  },
  {
    rule: 'normalize:compounds-keep-their-hyphen',
    plugin: compounds,
    why: 'Inside lines there are whole words only; words across line ends have been joined.',
  },
  {
    rule: 'normalize:annex-is-a-figure',
    plugin: annexFigures,
    why: 'Annexes are known by their headings.',
  },
  {
    rule: 'normalize:names-are-apart',
    plugin: gluedNames,
    why: 'No-break spaces show where links were.',
  },
  {
    rule: 'normalize:note-call-is-marked',
    plugin: noteCalls,
    why: 'Calls stand in running text, in the order of the text.',
  },
  {
    rule: 'normalize:white-space-is-plain',
    plugin: whiteSpace,
    why: 'Odd spaces show where links were; rules that look for those have run.',
  },
  {
    rule: 'normalize:reference-target-exists',
    plugin: crossReferences,
    why: 'All headings and captions are in place, and no rule after it cuts text into leaves.',
  },
]

/** The rules that a source's overrides leave on, in order, with their options. */
export function pluginsFor({ overrides }: Source): PluggableList {
  const off = new Set(overrides.off)
  const active = steps.flatMap(({ rule, plugin, whenOff }): [Step['plugin'], object][] => {
    if (!off.has(rule)) return [[plugin, optionsOf(overrides.options[rule])]]
    return whenOff ? [[plugin, whenOff]] : []
  })
  return [[keepLines, { lines: overrides.keep }], ...active]
}

function optionsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
