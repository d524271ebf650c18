import type { Step } from '../plugin.ts'
import { annexFigures } from './annex-figures.ts'
import { compounds } from './compounds.ts'
import { crossReferences } from './cross-references.ts'
import { lists } from './lists.ts'
import { noteCalls } from './note-calls.ts'
import { quotations } from './quotations.ts'
import { runTogetherNames } from './run-together-names.ts'
import { whiteSpace } from './white-space.ts'

/** The rules on running text, in the order in which they run. What comes as blocks enters here. */
export const textSteps: readonly Step[] = [
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
    plugin: runTogetherNames,
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
