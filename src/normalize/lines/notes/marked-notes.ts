import { type CapturedNote, type NoteLines, offsetAt } from '../../notes/captured-notes.ts'
import { citationsIn } from '../../notes/citations.ts'

/**
 * Finds notes whose labels stand in brackets at the start of a line ("[12] Text"), wherever they are, when the text
 * has a call in brackets with the same label, and notes that are set in brackets as a whole ("[Footnote 12: Text]").
 */
export function bracketNotes(text: NoteLines): CapturedNote[] {
  const called = bracketCalls(text)
  const starts = startsOf(text, called)
  const closing = starts.filter((from, at) => !isGrouped(text, called, from, starts[at + 1]))
  const closesSections = endSections(text, closing)
  return starts.map((from, at) => {
    const { label = '', length = 0, form } = text.labels[from] ?? {}
    const next = starts[at + 1]
    const scope = { from: 0, to: Number.POSITIVE_INFINITY }
    const note = { label, from, labelLength: length, inParagraphs: true, scope, confidence: 0.98 }
    const close = form === 'enclosed' ? closingLine(text, from) : undefined
    if (close !== undefined) {
      return { ...note, to: close + 1, isEnclosed: true, evidence: 'a note in brackets, with its label' }
    }
    const evidence = `"[${label}]" begins the line, and the text calls it`
    if (next !== undefined && isGrouped(text, called, from, next)) {
      return { ...note, to: endOfGroup(text, from, next), evidence }
    }
    const end = endOfNote(text, from)
    return { ...note, to: closesSections ? endOfSection(text, end, next) : end, evidence }
  })
}

/** Lines that begin with a label which is called above them, or that goes on a row of such labels. */
function startsOf(text: NoteLines, called: ReadonlyMap<string, number>): number[] {
  const lines = text.labels.flatMap((label, at) => {
    if (label?.form === 'enclosed') return [at]
    return label?.form === 'bracket' && opensBlock(text, at) ? [at] : []
  })
  const valueAt = (at: number) => Number(text.labels[lines[at] ?? -1]?.label)
  const isNote = lines.map((line) => {
    const label = text.labels[line]
    return label?.form === 'enclosed' || (called.get(label?.label ?? '') ?? line) < line
  })
  for (let at = 1; at < lines.length; at++) if (isNote[at - 1] && valueAt(at) === valueAt(at - 1) + 1) isNote[at] = true
  for (let at = lines.length - 2; at >= 0; at--) {
    if (isNote[at + 1] && valueAt(at) === valueAt(at + 1) - 1) isNote[at] = true
  }
  return lines.filter((_, at) => isNote[at])
}

/** The first line on which each label in brackets can be a call; that may be its first word, where the line broke. */
function bracketCalls({ labels, lines, citesReferences }: NoteLines): Map<string, number> {
  const called = new Map<string, number>()
  lines.forEach(({ value, data }, line) => {
    if (!value.includes('[')) return
    const isLabel = labels[line]?.form === 'bracket' && (data?.blankBefore ?? 0) > 0
    for (const { numbers, labels: meant } of citationsIn(value)) {
      if (citesReferences && /^\d/.test(meant[0] ?? '')) continue
      if (isLabel && numbers[0]?.start === 0) continue
      for (const label of meant) if (!called.has(label)) called.set(label, line)
    }
  })
  return called
}

/** Where the next note's call stands above a note, no body text needs to stand between the two. */
function isGrouped(
  { labels }: NoteLines,
  called: ReadonlyMap<string, number>,
  from: number,
  next: number | undefined,
): boolean {
  const nextLabel = labels[next ?? -1]
  if (next === undefined || nextLabel?.form !== 'bracket') return false
  // A lower number begins the notes of another chapter.
  if (!(Number(nextLabel.label) > Number(labels[from]?.label))) return false
  return (called.get(nextLabel.label) ?? (next === from + 1 ? 0 : from)) < from
}

/** Most lines of a note in brackets. */
const longestEnclosed = 400

/** The line on which the bracket that opens a note is closed. */
function closingLine({ lines }: NoteLines, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < lines.length && at < from + longestEnclosed; at++) {
    const value = lines[at]?.value ?? ''
    for (const sign of value) depth += sign === '[' ? 1 : sign === ']' ? -1 : 0
    if (depth <= 0) return value.endsWith(']') ? at : undefined
  }
  return undefined
}

/** Fewest notes, and least share of them, that show that notes stand at the ends of sections. */
const sectionEnds = { fewest: 4, share: 0.75 }

/** Whether what follows the last note of a group is a gap as it stands above headings. */
function endSections(text: NoteLines, closing: readonly number[]): boolean {
  const last = closing.filter((from) => isGapAt(text, endOfNote(text, from))).length
  return last >= sectionEnds.fewest && last >= sectionEnds.share * closing.length
}

function isGapAt({ lines }: NoteLines, at: number): boolean {
  return at >= lines.length || (lines[at]?.data?.blankBefore ?? 0) > 1
}

/** Where notes end sections, what stands between a note and the gap below it belongs to the note. */
function endOfSection(text: NoteLines, from: number, next: number | undefined): number {
  const stop = Math.min(next ?? text.lines.length, from + longestEnclosed)
  for (let at = from; at <= stop; at++) if (isGapAt(text, at)) return at
  return from
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
  const front = frontArrowNotes(text)
  if (front.length > 0) return front
  const ends = text.lines.flatMap(({ value }, index) => (backArrow.test(value) ? [index] : []))
  const first = ends[0]
  // Arrows behind notes that have their numbers belong to a list.
  if (first === undefined || ends.every((end, at) => text.labels[end]?.label === String(at + 1))) return []
  const scope = { from: 0, to: offsetAt(text, first) }
  const evidence = 'an arrow leads back to the call'
  return ends.map((end, at) => {
    const from = Math.max((ends[at - 1] ?? end - 1) + 1, at === 0 ? end : 0)
    return { label: String(at + 1), from, to: end + 1, labelLength: 0, scope, evidence, confidence: 0.9 }
  })
}

/** The arrow, or the letters of several, in front of a note: "^ a b Text". */
const frontArrow = /^[\^↑]\s*(?:Jump up(?: to)?:?\s+)?(?:a b(?: [c-z]{1,2})*\s+)?/u

/** Notes of a web page that begin with an arrow, on lines that follow each other. */
function frontArrowNotes(text: NoteLines): CapturedNote[] {
  const starts = text.lines.flatMap(({ value }, at) => (/^[\^↑](?:\s|Jump)/u.test(value) ? [at] : []))
  const first = starts[0]
  if (first === undefined || starts.length < 2) return []
  const scope = { from: 0, to: offsetAt(text, first) }
  return starts.map((from, at) => {
    const labelLength = frontArrow.exec(text.lines[from]?.value ?? '')?.[0].length ?? 0
    const evidence = 'an arrow leads back to the call'
    return {
      label: String(at + 1),
      from,
      to: starts[at + 1] ?? from + 1,
      labelLength,
      scope,
      evidence,
      confidence: 0.9,
    }
  })
}

/** Length of the back arrow at the end of a line, with the white space before it. */
export function arrowLength(value: string): number {
  const arrow = backArrow.exec(value)
  return arrow ? value.length - value.slice(0, arrow.index).trimEnd().length : 0
}
