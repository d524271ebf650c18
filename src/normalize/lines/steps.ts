import type { Step } from '../plugin.ts'
import { archiveBoilerplate } from './boilerplate/archive-boilerplate.ts'
import { insertedBoilerplate } from './boilerplate/inserted-boilerplate.ts'
import { siteBoilerplate } from './boilerplate/site-boilerplate.ts'
import { code } from './code/code.ts'
import { figureCaptions } from './figures/figure-captions.ts'
import { figureTable } from './figures/figure-table.ts'
import { brokenHeadings } from './headings/broken-headings.ts'
import { frontMatter } from './headings/front-matter.ts'
import { headingNumbers } from './headings/heading-numbers.ts'
import { headings } from './headings/headings.ts'
import { underlinedHeadings } from './headings/underlined-headings.ts'
import { listMarkers } from './lists/list-markers.ts'
import { unmarkedItems } from './lists/unmarked-items.ts'
import { measureLineEnds } from './measure/measure-line-ends.ts'
import { measureLineGap } from './measure/measure-line-gap.ts'
import { measureLines } from './measure/measure-lines.ts'
import { measureWords } from './measure/measure-words.ts'
import { noteTexts } from './notes/note-texts.ts'
import { runInNotes } from './notes/run-in-notes.ts'
import { blockOrder } from './order/block-order.ts'
import { columns } from './order/columns.ts'
import { lineNumbers } from './pages/line-numbers.ts'
import { pageBreaks } from './pages/page-breaks.ts'
import { pageNumbers } from './pages/page-numbers.ts'
import { runningHeads } from './pages/running-heads.ts'
import { hyphens } from './paragraphs/hyphens.ts'
import { joinLines } from './paragraphs/join-lines.ts'
import { lineGaps } from './paragraphs/line-gaps.ts'
import { lineation } from './paragraphs/lineation.ts'
import { paragraphBreaks } from './paragraphs/paragraph-breaks.ts'
import { separators } from './paragraphs/separators.ts'
import { strayAddresses } from './paragraphs/stray-addresses.ts'
import { weighJoints } from './paragraphs/weigh-joints.ts'
import { indentedQuotations } from './quotations/indented-quotations.ts'
import { quotedLines } from './quotations/quoted-lines.ts'
import { tables } from './tables/tables.ts'

/** The rules on lines, in the order in which they run: what they find becomes blocks, and the last joins the lines of each. */
export const lineSteps: readonly Step[] = [
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
    measures: ['lineGap'],
    plugin: measureLineGap,
    why: 'Running heads and page numbers stand at a distance of their own, and every rule that follows asks for blank lines.',
  },
  {
    rule: 'normalize:blank-lines-part-paragraphs',
    plugin: lineGaps,
    why: 'A blank line tells the rules that follow of blocks, which those of double space do not.',
  },
  {
    rule: 'normalize:note-begins-its-line',
    plugin: runInNotes,
    why: 'Notes are known by the lines that they begin, and they end pages once the page furniture is gone.',
  },
  {
    rule: 'normalize:columns-are-read-in-order',
    plugin: columns,
    why: 'Page furniture runs across columns; everything else is looked for in lines that are whole.',
  },
  {
    measures: ['vocabulary', 'smallWords', 'typesetHyphens'],
    plugin: measureWords,
    why: 'Words are whole once columns are apart, and the order of blocks is the first thing that they tell of.',
  },
  {
    rule: 'normalize:blocks-are-in-order',
    plugin: blockOrder,
    why: 'Columns are known by now, and everything else is looked for in text that reads on from line to line.',
  },
  {
    rule: 'normalize:archive-matter-is-left-out',
    plugin: archiveBoilerplate,
    why: 'Licences above and below hide where the text begins and ends.',
  },
  {
    rule: 'normalize:site-matter-is-left-out',
    plugin: siteBoilerplate,
    why: 'A menu above or below hides where the text begins and ends.',
  },
  {
    measures: ['wrapping'],
    plugin: measureLines,
    why: 'Lines of menus are no lines of the text, and all rules that follow ask how its lines came about.',
  },
  {
    rule: 'normalize:code-stands-as-it-is',
    plugin: code,
    why: 'Lines of code look like headings, items, cells and short paragraphs to all rules that follow.',
  },
  {
    rule: 'normalize:site-matter-is-left-out',
    plugin: insertedBoilerplate,
    why: 'Only where each line is a paragraph is a button a line of its own.',
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
    plugin: frontMatter,
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
    plugin: lineation,
    why: 'Lines of verse and of addresses look like broken paragraphs, or like many short ones.',
  },
  {
    measures: ['lineForms', 'lineEnds'],
    plugin: measureLineEnds,
    why: 'Tables and notes are out of the way, whose lines end where their cells and their own measure have it.',
  },
  {
    rule: 'normalize:paragraphs-are-whole',
    plugin: paragraphBreaks,
    why: 'Headings are known by the paragraphs around them.',
  },
  {
    rule: 'normalize:paragraphs-are-whole',
    plugin: weighJoints,
    why: 'What was decided line by line is weighed once all of it is there, and before anything is built on it.',
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
]
