import type { VFile } from 'vfile'
import type { Action, ActionKind, SourceSummary } from '../ledger/summary.ts'

/** How a number of actions of one kind is said: one, and `#` of several. */
type Phrase = readonly [one: string, several: string]

/** What is said of what was taken out: the words behind "removed". */
const removals: readonly (readonly [ActionKind, Phrase])[] = [
  ['running-head', ['1 line as running heads and page numbers', '# lines as running heads and page numbers']],
  ['line-number', ['1 line number', '# line numbers']],
  ['site-matter', ['1 line of menus and notices', '# lines of menus and notices']],
  ['archive-matter', ['1 line of an archive', '# lines of an archive']],
  ['repeated-title', ['1 line that repeats the title', '# lines that repeat the title']],
  ['other-removal', ['1 other line', '# other lines']],
]

/** What is said of everything else, in this order. */
const others: readonly (readonly [ActionKind, Phrase])[] = [
  ['metadata', ['1 line made metadata', '# lines made metadata']],
  ['reordered', ['text put in order', 'text put in order']],
  ['mended', ['1 damaged place mended', '# damaged places mended']],
  ['split-word', ['1 word joined', '# words joined']],
  ['correction', ['1 correction by hand', '# corrections by hand']],
  ['heading', ['1 heading', '# headings']],
  ['note', ['1 note call linked', '# note calls linked']],
  ['lost-note', ['1 note call without a text', '# note calls without a text']],
  ['uncalled-note', ['1 note without a call', '# notes without a call']],
  ['table', ['1 table', '# tables']],
  ['figure', ['1 figure', '# figures']],
  ['list', ['1 list', '# lists']],
  ['quotation', ['1 quotation', '# quotations']],
  ['doubt', ['1 place left in doubt', '# places left in doubt']],
]

/** The summaries of the files that were normalized, in their order. A file that is given twice counts once. */
export function summariesOf(files: readonly VFile[]): SourceSummary[] {
  return [...new Set(files)].flatMap(({ data }) => data.summary ?? [])
}

/** What was done to each source, one line each; with `all`, every place below it. */
export function formatSummaries(summaries: readonly SourceSummary[], all: boolean): string {
  return summaries
    .map((summary) => {
      const places = all ? summary.actions.map((action) => placeOf(summary, action)) : []
      return [`${summary.id}: ${sentence(summary)}`, ...places].map((line) => `${line}\n`).join('')
    })
    .join('')
}

/** The same for programs. */
export function summaryJson({ id, path, actions, joinedLines }: SourceSummary): object {
  const kinds = [...removals, ...others].map(([kind]) => kind)
  const counts = kinds.map((kind) => [kind, countOf(actions, kind)] as const).filter(([, count]) => count > 0)
  return { source: id, path, counts: { ...Object.fromEntries(counts), 'joined-line': joinedLines }, actions }
}

function sentence({ actions, joinedLines, mediaType }: SourceSummary): string {
  const removed = removals.flatMap((entry) => said(actions, entry)).join(', ')
  const phrases = [...(removed ? [`removed ${removed}`] : []), ...others.flatMap((entry) => said(actions, entry))]
  if (phrases.length > 0) return phrases.join('; ')
  if (joinedLines > 0) return joinedLines === 1 ? '1 line joined' : `${joinedLines} lines joined`
  return mediaType === 'text/plain' ? 'nothing was changed' : "its author's markdown, as it is"
}

function said(actions: readonly Action[], [kind, [one, several]]: readonly [ActionKind, Phrase]): string[] {
  const count = countOf(actions, kind)
  return count === 0 ? [] : [count === 1 ? one : several.replace('#', String(count))]
}

/** Removals count lines, everything else places. */
function countOf(actions: readonly Action[], kind: ActionKind): number {
  const found = actions.filter((action) => action.kind === kind)
  return isRemoval(kind) ? found.reduce((sum, { lines }) => sum + lines, 0) : found.length
}

function isRemoval(kind: ActionKind): boolean {
  return removals.some(([one]) => one === kind)
}

function placeOf({ path }: SourceSummary, { kind, line, text, rule, evidence }: Action): string {
  const why = [rule, evidence].filter((part) => part !== undefined).join(': ')
  const what = isRemoval(kind) ? `removed ${kind.replaceAll('-', ' ')}` : kind.replaceAll('-', ' ')
  return `  ${path}:${line} ${what} \`${visible(text)}\`${why === '' ? '' : ` (${why})`}`
}

/** Control characters from a source must never reach a terminal: they could do anything there. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}
