import { type PluggableList, unified } from 'unified'
import { dropWithdrawn, editsOf } from '../ledger/record.ts'
import type { Part } from '../mdast/part.ts'
import { figureTable } from './figure-table.ts'
import { joinLines } from './join-lines.ts'
import { keepLines } from './keep-lines.ts'
import { languageOf } from './language.ts'
import type { Step } from './plugin.ts'
import { siteMatter } from './site-matter.ts'
import { strayAddresses } from './stray-addresses.ts'
import { titleMatter } from './title-matter.ts'
import { whiteSpace } from './white-space.ts'

/** The rules for captured plain text, in the order in which they run. */
export const steps: readonly Step[] = [
  {
    rule: 'normalize:site-matter-is-left-out',
    plugin: siteMatter,
    why: 'A menu above or below hides where the text begins and ends.',
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
    rule: 'normalize:sentence-is-not-cut-by-an-address',
    plugin: strayAddresses,
    why: 'Lines can only be joined when nothing stands between them.',
  },
  {
    rule: 'normalize:lines-are-joined',
    plugin: joinLines,
    why: 'All rules that need to see lines have run; those that follow look at running text.',
  },
  {
    rule: 'normalize:white-space-is-plain',
    plugin: whiteSpace,
    why: 'Odd spaces show where links were; rules that look for those have run.',
  },
]

/**
 * Runs the rules over a part. Its tree is changed in place; a markdown part is left as it is, because its author has
 * already said what is a paragraph, a heading or a note.
 */
export function normalize(part: Part): Part {
  const { source, file, tree } = part
  file.data.language = part.metadata.language ?? languageOf(String(file.value))
  if (source.mediaType === 'text/plain') unified().use(pluginsFor(part)).runSync(tree, file)
  dropWithdrawn(file)
  const metadata = { language: file.data.language, ...file.data.found, ...part.metadata }
  return { source, file, tree, metadata, edits: editsOf(file) }
}

function pluginsFor({ source: { overrides } }: Part): PluggableList {
  const off = new Set(overrides.off)
  const active = steps.filter(({ rule }) => !off.has(rule))
  return [
    [keepLines, { lines: overrides.keep }],
    ...active.map(({ rule, plugin }): [Step['plugin'], object] => [plugin, optionsOf(overrides.options[rule])]),
  ]
}

function optionsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
