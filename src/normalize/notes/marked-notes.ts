import { type CapturedNote, type NoteLines, offsetAt } from './captured-notes.ts'

/**
 * Finds notes whose labels stand in brackets at the start of a line ("[12] Text"), wherever they are, when the text
 * has a call in brackets with the same label.
 */
export function bracketNotes(text: NoteLines): CapturedNote[] {
  const called = bracketCalls(text)
  const starts = text.labels.flatMap((label, from) =>
    label?.form === 'bracket' && (called.get(label.label) ?? from) < from && opensBlock(text, from) ? [from] : [],
  )
  return starts.map((from, at) => {
    const label = text.labels[from]?.label ?? ''
    const labelLength = text.labels[from]?.length ?? 0
    const next = starts[at + 1]
    const nextLabel = next === undefined ? '' : (text.labels[next]?.label ?? '')
    // A lower number begins the notes of another chapter.
    const nextCall = Number(nextLabel) > Number(label) ? called.get(nextLabel) : undefined
    // Where the next note's call stands above this note, no body text needs to stand between the two.
    const isGrouped = next !== undefined && nextCall !== undefined && nextCall < from
    const to = isGrouped ? endOfGroup(text, from, next) : endOfNote(text, from)
    const evidence = `"[${label}]" begins the line, and the text calls it`
    const scope = { from: 0, to: Number.POSITIVE_INFINITY }
    return { label, from, to, labelLength, inParagraphs: true, scope, evidence, confidence: 0.98 }
  })
}

/** The first line on which each label in brackets can be a call; that may be its first word, where the line broke. */
function bracketCalls({ calls, labels, lines }: NoteLines): Map<string, number> {
  const called = new Map<string, number>()
  for (const { form, label, line } of calls) if (form === 'bracket' && !called.has(label)) called.set(label, line)
  labels.forEach((label, line) => {
    const isBroken = label?.form === 'bracket' && (lines[line]?.data?.blankBefore ?? 0) === 0
    if (isBroken && !called.has(label.label)) called.set(label.label, line)
  })
  return called
}

/** A note ends where the next one of its group begins, or before the gap above a heading. */
function endOfGroup({ lines }: NoteLines, from: number, next: number): number {
  for (let at = from + 1; at < next; at++) if ((lines[at]?.data?.blankBefore ?? 0) > 2) return at
  return next
}

/** Whether a blank line, another note or a new page stands before the line. */
function opensBlock({ lines, labels }: NoteLines, index: number): boolean {
  const line = lines[index]
  const before = lines[index - 1]
  if (!before || (line?.data?.blankBefore ?? 0) > 0 || before.data?.page !== line?.data?.page) return true
  for (let at = index - 1; at > index - 40 && at >= 0; at--) {
    if (labels[at]?.form === 'bracket') return true
    if ((lines[at]?.data?.blankBefore ?? 0) > 0) return false
  }
  return false
}

/** Paragraphs that one note can have at most. */
const mostParagraphs = 40

/**
 * A note with body text below it ends with its paragraph; verses and quotations that the paragraph leads up to, or
 * that are set in, belong to it.
 */
function endOfNote(text: NoteLines, from: number): number {
  const { lines } = text
  let end = endOfBlock(text, from)
  let quotes = openQuotes(lines.slice(from, end))
  for (let count = 1; count < mostParagraphs; count++) {
    const next = lines[end]
    const gap = next?.data?.blankBefore ?? 0
    if (!next || gap > 2 || text.labels[end]?.form === 'bracket') break
    const isSetIn = (next.data?.indent ?? 0) > (lines[from]?.data?.indent ?? 0) + 1
    if (!isSetIn && quotes <= 0 && !/[:—-]$/.test(lines[end - 1]?.value ?? '')) break
    const start = end
    end = endOfBlock(text, start)
    quotes += openQuotes(lines.slice(start, end))
  }
  return end
}

/** How many quotation marks are open at the end of some lines. */
function openQuotes(lines: NoteLines['lines']): number {
  let open = 0
  for (const { value } of lines) open += (value.match(/[“„«]/g) ?? []).length - (value.match(/[”»]/g) ?? []).length
  return open
}

function endOfBlock({ lines, labels }: NoteLines, from: number): number {
  let end = from + 1
  // "[12]" alone on its line stands above its note, with or without a blank line.
  if (/^\[[^\]]+\]$/.test(lines[from]?.value ?? '')) end++
  while (end < lines.length && (lines[end]?.data?.blankBefore ?? 0) === 0 && labels[end]?.form !== 'bracket') end++
  return end
}

/** The arrow that leads from a note back to its call on a web page. */
const backArrow = /[↩↵⏎⤴]\uFE0E?\s?\d{0,2}$/u

/**
 * Finds the notes of a web page that lost their numbers but kept the arrows that lead back to the calls. They are
 * numbered in their order.
 */
export function arrowNotes(text: NoteLines): CapturedNote[] {
  const ends = text.lines.flatMap(({ value }, index) => (backArrow.test(value) ? [index] : []))
  const first = ends[0]
  if (first === undefined || ends.length < 2 || ends.some((end) => text.labels[end])) return []
  const scope = { from: 0, to: offsetAt(text, first) }
  const evidence = 'an arrow leads back to the call'
  return ends.map((end, at) => {
    const from = Math.max((ends[at - 1] ?? end - 1) + 1, at === 0 ? end : 0)
    return { label: String(at + 1), from, to: end + 1, labelLength: 0, scope, evidence, confidence: 0.9 }
  })
}

/** Length of the back arrow at the end of a line, with the white space before it. */
export function arrowLength(value: string): number {
  const arrow = backArrow.exec(value)
  return arrow ? value.length - value.slice(0, arrow.index).trimEnd().length : 0
}
