import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { localeOf } from './locale.ts'

/** Words that a writer prints, some with values in braces ("Figure {n}"). `templates/labels.en.json` has them in English. */
export const labelNames = [
  // The dossier and its lists.
  ...(['dossier', 'contents', 'listOfFigures', 'listOfTables', 'listOfAnnexes', 'listOfSources'] as const),
  ...(['holds', 'authors', 'fingerprint', 'imprint', 'imprintAttached', 'imprintHashes'] as const),
  // Things with a number.
  ...(['part', 'section', 'paragraph', 'listItem', 'figure', 'table', 'annex', 'note', 'page', 'continued'] as const),
  // Paper only.
  ...(['pageReference', 'noteContinued', 'notesWithoutCall'] as const),
  // Source card.
  ...(['source', 'publisher', 'author', 'date', 'language', 'captured', 'address', 'archivedCopy', 'hash'] as const),
  ...(['words', 'edits', 'notesFound', 'notesLost', 'kicker', 'category'] as const),
  // Notes and figures.
  ...(['notes', 'lostNote', 'uncalledNote', 'backToText', 'backToCall', 'lostFigure', 'credit'] as const),
  // Registers.
  ...(['registers', 'registerLostNotes', 'registerUncalledNotes', 'registerLostFigures', 'registerDeadLinks'] as const),
  ...(['registerUnresolvedReferences', 'registerDoubtfulPlaces', 'registerRemovedMatter', 'registersEmpty'] as const),
  ...(['rule', 'place', 'line', 'lines', 'what', 'why'] as const),
  // Colophon.
  ...(['colophon', 'madeWith', 'fonts', 'rebuildWith'] as const),
  // Screen only.
  ...([
    'skipToText',
    'sources',
    'sourceOf',
    'sourceOfParagraph',
    'sideBySide',
    'normalized',
    'asCaptured',
    'sourceLegend',
  ] as const),
  ...(['removedHere', 'evidence', 'editor', 'copied', 'close', 'search', 'searchHint', 'noHits'] as const),
  ...(['theme', 'themeAuto', 'themeLight', 'themeDark', 'sortBy', 'downloadCsv', 'downloadJson'] as const),
  ...(['previousPart', 'nextPart', 'printedEdition'] as const),
] as const

/** Phrases with a number, in the plural forms of their language (CLDR names: one, few, many, other). */
export const countNames = [
  ...(['countSources', 'countFigures', 'countTables', 'countAnnexes'] as const),
  ...(['countNotes', 'countWords', 'countEdits'] as const),
] as const

export type LabelName = (typeof labelNames)[number]
export type CountName = (typeof countNames)[number]

/** The words that both writers print around the sources' texts, in the dossier's language. */
export interface Labels {
  /** BCP 47 tag of the words. */
  readonly language: string
  /** One label with its values filled in; a value that is not given stays in braces. */
  text(name: LabelName, values?: Readonly<Record<string, string | number>>): string
  /** "1 source", "5 sources". */
  count(name: CountName, n: number): string
  /** An ISO 8601 date, or date and time, as a reader writes it ("7 July 2022"); other text as it is. */
  date(iso: string): string
  /** A whole number with the language's separators. */
  number(n: number): string
  /** Name of a language by its BCP 47 tag. */
  languageName(tag: string): string
}

/**
 * Labels for `language` from the files of `templates/` by path: `labels.<tag>.json`, then its primary language, then
 * English; a name that the file lacks is in English. Messages about a file go on it.
 */
export function readLabels(templates: ReadonlyMap<string, VFile>, language: string): Labels {
  const primary = language.split('-', 1)[0] ?? language
  const tag = [language, primary].find((candidate) => templates.has(`labels.${candidate}.json`)) ?? 'en'
  const words = { ...parseWords(templates.get('labels.en.json')), ...parseWords(templates.get(`labels.${tag}.json`)) }
  return labelsOf(words, tag)
}

type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>

function parseWords(file: VFile | undefined): Words {
  if (!file) return {}
  try {
    const words: unknown = JSON.parse(String(file.value))
    if (typeof words === 'object' && words !== null) return checkWords(words as Record<string, unknown>, file)
    report(file, 'template:file-is-readable', 'Unexpected value, expected an object of labels')
  } catch (error) {
    report(file, 'template:file-is-readable', `Unexpected text, expected JSON: ${(error as Error).message}`)
  }
  return {}
}

function checkWords(words: Record<string, unknown>, file: VFile): Words {
  const known = new Set<string>([...labelNames, ...countNames])
  const checked: Record<string, string | Record<string, string>> = {}
  for (const [name, value] of Object.entries(words)) {
    const isCount = name.startsWith('count')
    if (known.has(name) && typeof value === (isCount ? 'object' : 'string') && value !== null) {
      checked[name] = value as string | Record<string, string>
    } else {
      report(file, 'template:label-is-known', `Unexpected label \`${name}\``, {
        place: placeOf(file, `"${name}"`),
        note: known.has(name) ? 'A label is a string; a count is an object of plural forms.' : 'The name is not used.',
      })
    }
  }
  return checked
}

function placeOf(file: VFile, needle: string) {
  const text = String(file.value)
  const offset = Math.max(0, text.indexOf(needle))
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset }
}

function labelsOf(words: Words, tag: string): Labels {
  const { pluralForm, number, day, languageName } = localeOf(tag)
  return {
    language: tag,
    text: (name, values = {}) => fill(String(words[name] ?? name), values),
    count(name, n) {
      const forms = words[name]
      const form = typeof forms === 'object' ? (forms[pluralForm(n)] ?? forms.other) : undefined
      return fill(form ?? '{n}', { n: number(n) })
    },
    date(iso) {
      const found = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0]
      const time = found === undefined ? Number.NaN : Date.parse(`${found}T00:00:00Z`)
      return Number.isNaN(time) ? iso : day(time)
    },
    number,
    languageName(language) {
      try {
        return languageName(language)
      } catch {
        return language
      }
    },
  }
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))
}
