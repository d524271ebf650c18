import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, headingOf, lineAt, linesOf, startOf } from '../../../captured/lines.ts'
import { type EditRequest, record } from '../../../captured/record.ts'
import { isNotesHeading } from '../../../language/words/notes.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { type CapturedNote, likelyCalls, type NoteLines, readNoteLines } from '../../notes/captured-notes.ts'
import { chooseReading } from '../../notes/choose-reading.ts'
import { claimOnce } from './claim.ts'
import { endNotes } from './end-notes.ts'
import { letterNotes } from './letter-notes.ts'
import { arrowLength, arrowNotes, bracketNotes } from './marked-notes.ts'
import { footReadings } from './readings.ts'
import { unnumberedNotes } from './unnumbered-notes.ts'

const rule = 'normalize:note-text-is-set-apart'

/**
 * Takes the texts of notes out of the running text: notes at the feet of pages and columns, lists of notes at the end
 * of chapters or of the text, notes marked with brackets or back arrows. It leaves alone numbered lists and
 * paragraphs, because no calls in the text lead to them, or the calls go on counting after them.
 */
export function noteTexts() {
  return (tree: Root, file: VFile): void => {
    if (tree.children.some((node) => node.type === 'footnoteDefinition')) return
    const text = readNoteLines(linesOf(tree))
    file.data.citesReferences = text.citesReferences
    markBrokenCalls(text)
    const { hardWrapped } = evidenceOf(file).wrapping
    const notes = findNotes(text, hardWrapped).filter((note) => isSure(file, markerOf(text, note, note.label)))
    if (text.citesReferences) markReferences(file, tree)
    if (notes.length === 0) return
    const gone = new Set<RootContent>()
    for (const note of notes) for (const line of linesOfNote(text, note, true)) gone.add(line)
    const identifiers = new Map<string, number>()
    const definitions = notes.map((note) => definitionOf(file, text, note, identifiers))
    const headed = tree.children.map((node, at) =>
      isHeading(node, tree.children[at + 1], gone) ? headingOf(file, [node], 2) : node,
    )
    tree.children = [...headed.filter((node) => !gone.has(node)), ...definitions]
  }
}

/** Marks the lines that hold nothing but a call, where the row of calls has it and the notes do not. */
function markBrokenCalls(text: NoteLines): void {
  for (const { form, line, label } of likelyCalls(text)) {
    const own = text.lines[line]
    if (form === 'alone' && own?.data && own.value === label) own.data.noteCall = true
  }
}

/** Marks the heading of a list of references: its entries begin with numbers in brackets, and hide that it is one. */
function markReferences(file: VFile, tree: Root): void {
  tree.children = tree.children.map((node, at) => {
    const next = tree.children[at + 1]
    if (node.type !== 'line' || next?.type !== 'line' || !/^\[1\]\s/.test(next.value)) return node
    return isNotesHeading(node.value) ? headingOf(file, [node], 2) : node
  })
}

/** A line that heads a list of notes; when the list is gone, nothing else would show that it is a heading. */
function isHeading(node: RootContent, next: RootContent | undefined, gone: ReadonlySet<RootContent>): node is Line {
  if (node.type !== 'line' || gone.has(node) || !next || !gone.has(next)) return false
  return isNotesHeading(node.value)
}

/** All notes in the order of their lines, each line in one of them only. */
function findNotes(text: NoteLines, hardWrapped: boolean): CapturedNote[] {
  return claimOnce(bestNotes(text, hardWrapped)).sort((one, other) => one.from - other.from)
}

/** Notes that are marked as such have no rivals; all others compete. */
function bestNotes(text: NoteLines, hardWrapped: boolean): readonly CapturedNote[] {
  const marked = bracketNotes(text)
  if (marked.length > 0) return marked
  const lettered = letterNotes(text)
  if (lettered.length > 0) return lettered
  const list = endNotes(text)
  const arrows = arrowNotes(text)
  if (list.length === 0 && arrows.length > 1) return arrows
  const unnumbered = list.length > 0 || hardWrapped || text.citesReferences ? [] : unnumberedNotes(text)
  if (unnumbered.length > 0) return unnumbered
  const readings = [
    { name: 'notes with an arrow back to the call', notes: arrows },
    { name: 'lists at the ends of chapters or of the text', notes: list },
    ...footReadings(text),
  ]
  // A list that nothing calls has other evidence: its heading, or that it cites sources.
  return chooseReading(text, readings)?.notes ?? list
}

/** The lines of a note's text, on its page and the next, and its label's if that stands elsewhere. */
function linesOfNote({ lines }: NoteLines, { from, to, carried, labelLine }: CapturedNote, withLabel: boolean): Line[] {
  const label = withLabel && labelLine !== undefined ? lines.slice(labelLine, labelLine + 1) : []
  return [...label, ...lines.slice(from, to), ...(carried ?? []).flatMap((page) => lines.slice(page.from, page.to))]
}

function definitionOf(
  file: VFile,
  text: NoteLines,
  note: CapturedNote,
  identifiers: Map<string, number>,
): FootnoteDefinition {
  const { label, evidence } = note
  const count = (identifiers.get(label) ?? 0) + 1
  identifiers.set(label, count)
  const identifier = count === 1 ? label : `${label}-${count}`
  const own = linesOfNote(text, note, false)
  const marker = markerOf(text, note, identifier)
  record(file, marker)
  const lines = own
    .map((line, at) => cutLabel(file, line, at === 0 ? note.labelLength : 0, note.inParagraphs === true && at > 0))
    .filter((line) => line !== undefined)
  const children = lines
    .map((line, at) => cutEnd(file, line, { evidence, bracket: note.isEnclosed === true && at === lines.length - 1 }))
    .filter((line) => line !== undefined)
  return {
    type: 'footnoteDefinition',
    identifier,
    label,
    // Lines are in place of blocks until they are joined.
    children: children as never[],
    position: positionAt(
      file,
      marker.start,
      own.reduce((end, line) => Math.max(end, endOf(line)), marker.end),
    ),
    data: { scope: note.scope },
  }
}

/** The edit that makes a note's label the marker of a definition. */
function markerOf(text: NoteLines, note: CapturedNote, identifier: string): EditRequest {
  const { evidence, confidence, labelLine, labelLength } = note
  const labelled = text.lines[labelLine ?? note.from] as Line
  const start = startOf(labelled)
  const end = labelLine === undefined ? start + labelLength : endOf(labelled)
  return { rule, start, end, after: `[^${identifier}]: `, evidence, confidence }
}

const startsParagraph = { evidence: 'a blank line within the note', confidence: 0.9 }

/** The line without its label; undefined when nothing else is on it. */
function cutLabel(file: VFile, line: Line, length: number, canBreak = false): Line | undefined {
  if (length >= line.value.length) return undefined
  const rest = length === 0 ? line : lineAt(file, line, startOf(line) + length, endOf(line))
  const starts = canBreak && (line.data?.blankBefore ?? 0) > 0
  rest.data = { page: 1, indent: 0, ...rest.data, blankBefore: 0, ...(starts && { startsParagraph }) }
  return rest
}

/** The line without the arrow that leads back to the call, or the bracket that closes the note. */
function cutEnd(
  file: VFile,
  line: Line,
  { evidence, bracket }: { evidence: string; bracket: boolean },
): Line | undefined {
  const arrow = arrowLength(line.value)
  const length = bracket ? 1 : arrow
  if (length === 0) return line
  const end = endOf(line)
  const reason = bracket ? 'the bracket that closes the note' : `the arrow to the call; ${evidence}`
  record(file, { rule, start: end - length, end, after: '', evidence: reason })
  return length >= line.value.length ? undefined : lineAt(file, line, startOf(line), end - length)
}
