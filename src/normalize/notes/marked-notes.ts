import { type CapturedNote, type NoteLines, offsetAt } from './captured-notes.ts'

/**
 * Finds notes whose labels stand in brackets at the start of a line ("[12] Text"), wherever they are, when the text
 * has a call in brackets with the same label. A note ends where the next one begins, or at a blank line.
 */
export function bracketNotes(text: NoteLines): CapturedNote[] {
  const called = new Set(text.calls.filter(({ form }) => form === 'bracket').map(({ label }) => label))
  const notes: CapturedNote[] = []
  text.labels.forEach((label, from) => {
    if (label?.form !== 'bracket' || !called.has(label.label) || !opensBlock(text, from)) return
    const to = endOfBlock(text, from)
    const evidence = `"[${label.label}]" begins the line, and the text calls it`
    const scope = { from: 0, to: Number.POSITIVE_INFINITY }
    notes.push({ label: label.label, from, to, labelLength: label.length, scope, evidence, confidence: 0.98 })
  })
  return notes
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
