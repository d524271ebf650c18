import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, lineAt, startOf } from '../../../captured/lines.ts'
import { pagesOf } from '../../evidence/pages.ts'
import { beginningOf } from '../../evidence/punctuation.ts'
import { callsIn, labelAtStart } from '../../notes/labels.ts'

const rule = 'normalize:note-begins-its-line'

/** A label within a line, behind half a word, with the beginning of a note behind it. */
const gluedLabel = /(?<=\p{L}{2})(\d{1,3})\.?\s?(?=["“„«(]?\p{Lu}|https?:|\d{1,4}\s\p{L})/gu

/** Lines of one note at most. */
const longestNote = 12

/**
 * Gives the first note of a page its own line where a PDF reader has joined it to the last line of the body: that line
 * ended with a hyphen, which the reader took out with the line end ("indus7 See the report"). The label must be called
 * above it, begin no other line below, and have the next label or the end of the page below it. It leaves alone
 * numbers that only look like it: calls, and the numbers of products.
 */
export function runInNotes() {
  return (tree: Root, file: VFile): void => {
    const pages = pagesOf(tree)
    const cuts = new Map<RootContent, number>()
    for (const [at, page] of pages.entries()) {
      const found = cutOn(page, pages[at + 1]?.[0])
      if (found) cuts.set(found.line, found.at)
    }
    if (cuts.size === 0) return
    tree.children = tree.children.flatMap((node) => {
      const at = cuts.get(node)
      return at === undefined || node.type !== 'line' ? [node] : parted(file, node, at)
    })
  }
}

/** The line of a page that a note is joined to, and the index at which the note begins. */
function cutOn(page: readonly Line[], next: Line | undefined): { line: Line; at: number } | undefined {
  const labels = page.map(({ value }) => labelAtStart(value)?.label)
  const called = new Map<string, number>()
  for (const [index, { value }] of page.entries()) {
    if (!/\d/.test(value)) continue
    for (const { index: at, 1: label = '' } of value.matchAll(gluedLabel)) {
      if (labels.includes(label, index + 1) || !called.has(label)) continue
      if (hasNextBelow(labels, index, label, page.length) || endsPage(page, index, next))
        return { line: page[index] as Line, at }
    }
    for (const { label, weight } of callsIn(value)) if (weight >= 1 && !called.has(label)) called.set(label, index)
  }
  return undefined
}

function hasNextBelow(labels: readonly (string | undefined)[], from: number, label: string, to: number): boolean {
  const wanted = String(Number(label) + 1)
  return labels.slice(from + 1, Math.min(to, from + 1 + longestNote)).includes(wanted)
}

/** Whether the page ends with the note, and the next one goes on with the word. */
function endsPage(page: readonly Line[], from: number, next: Line | undefined): boolean {
  return page.length - from <= longestNote / 2 && next !== undefined && beginningOf(next.value) === 'lower'
}

/** The half that belongs to the body, whose hyphen is gone already, and the note. */
function parted(file: VFile, line: Line, at: number): Line[] {
  const start = startOf(line)
  const evidence = 'the hyphen at the line end is lost: the reader joined a note to the line'
  const edit = { rule, start: start + at, end: start + at, after: '', evidence, confidence: 0.9 } as const
  if (!isSure(file, edit)) return [line]
  const body = lineAt(file, line, start, start + at)
  const note = lineAt(file, line, start + at, endOf(line))
  if (body.data) body.data.hyphen = { keep: false, lost: true, evidence, confidence: 0.9 }
  if (note.data) note.data.blankBefore = 0
  return [body, note]
}
