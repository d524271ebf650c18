import type { FootnoteDefinition, PhrasingContent, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { positionAt, replaced } from '../../captured/captured.ts'
import { endOf, startOf } from '../../captured/lines.ts'
import { applyEdits, isSureInRun, type Run, type RunEdit, visitRuns } from '../../captured/run.ts'
import { report } from '../../diagnostics/report.ts'
import { sentenceMarks } from '../../language/marks.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { citesReferences } from '../evidence/notes/reference-list.ts'
import { type Call, type ChosenCall, chooseCalls, labelOf } from './choose-calls.ts'

const rule = 'normalize:note-call-is-marked'

/** Printed in place of a note whose text the capture lost. */
export const lostNoteText = 'Note text is not in the captured source.'

/**
 * Finds the calls of notes, most often numbers glued to words ("Russia.1"), and links them with the notes' texts. All
 * candidates of a text are weighed at once: calls stand in order, one for each note, so that of many numbers only one
 * row can be the calls. A call whose text is lost gets a note that says so, or the text supplied by hand. It leaves
 * alone dates, years, figures, ordinals and units, because they fit into no row.
 */
export function noteCalls() {
  return (tree: Root, file: VFile): void => {
    if (hasReferences(tree)) return
    const definitions = tree.children.filter((node) => node.type === 'footnoteDefinition')
    const runs = runsOf(tree, file)
    const references = file.data.citesReferences ?? citesReferences(runs.map(({ text }) => text))
    const { chosen, meant } = chooseCalls(runs, definitions, references)
    if (definitions.length === 0 && textsStand(file, chosen)) {
      reportUnsettled(file, chosen)
      return
    }
    const sure = chosen.filter((one) => isSureInRun(one.call.run, editOf(one, one.call.label)))
    const marked = identify(sure, definitions)
    markCalls(marked)
    for (const call of lostOnes(marked)) tree.children.push(lostNote(file, call))
    reportUncalled(file, definitions, new Set([...marked.map(({ identifier }) => identifier), ...meant]))
    reportJumps(file, marked)
  }
}

function hasReferences(tree: Root): boolean {
  let found = false
  visit(tree, 'footnoteReference', () => {
    found = true
    return false
  })
  return found
}

/** The body's running text; calls inside notes are not looked for. */
function runsOf(tree: Root, file: VFile): Run[] {
  const runs: Run[] = []
  const body: Root = { type: 'root', children: tree.children.filter((node) => node.type !== 'footnoteDefinition') }
  visitRuns(body, file, (run) => runs.push(run))
  return runs
}

/** A call with the identifier of its note. */
interface MarkedCall extends ChosenCall {
  readonly identifier: string
  readonly evidence: string
}

function identify(found: readonly ChosenCall[], definitions: readonly FootnoteDefinition[]): MarkedCall[] {
  const taken = new Set(definitions.map(({ identifier }) => identifier))
  const cited = new Map<string, string>()
  return found.map((chosen, at) => {
    const { call, definition, isCited } = chosen
    const evidence = evidenceFor(chosen, found[at - 1]?.call, found[at + 1]?.call)
    const known = definition?.identifier ?? (isCited ? cited.get(call.label) : undefined)
    const identifier = known ?? uniqueIdentifier(call.label, taken)
    if (isCited) cited.set(call.label, identifier)
    return { ...chosen, evidence, identifier }
  })
}

/** The first call of each note whose text is lost. */
function lostOnes(marked: readonly MarkedCall[]): MarkedCall[] {
  const seen = new Set<string>()
  return marked.filter(({ definition, identifier }) => {
    if (definition || seen.has(identifier)) return false
    seen.add(identifier)
    return true
  })
}

/** The label, or with a number behind it when a note before has the same. Adds it to those taken. */
function uniqueIdentifier(label: string, taken: Set<string>): string {
  let identifier = label
  for (let count = 2; taken.has(identifier); count++) identifier = `${label}-${count}`
  taken.add(identifier)
  return identifier
}

function evidenceFor(
  { call, definition, isCited }: ChosenCall,
  before: Call | undefined,
  after: Call | undefined,
): string {
  if (isCited) return `"${call.label}" stands in brackets, as the labels of the list of notes do`
  const place = `between calls ${before?.label ?? '(none)'} and ${after?.label ?? '(none)'}`
  return `"${call.label}" stands ${place}${definition ? ' and the note has a text' : ''}`
}

function confidenceOf({ call, definition }: ChosenCall): number {
  return Math.min(0.99, 0.75 + call.weight * 0.06 + (definition ? 0.1 : 0))
}

/** The edit that marks a call. */
function editOf(chosen: ChosenCall, identifier: string, evidence = 'it stands in the row of calls'): RunEdit {
  const { start, end } = chosen.call
  return { rule, start, end, after: `[^${identifier}]`, evidence, confidence: confidenceOf(chosen) }
}

function markCalls(marked: readonly MarkedCall[]): void {
  const byRun = new Map<Run, RunEdit[]>()
  for (const chosen of marked) {
    const { call, identifier, evidence } = chosen
    const edits = byRun.get(call.run) ?? []
    byRun.set(call.run, edits)
    edits.push({ ...editOf(chosen, identifier, evidence), show })
    function show(leaf: Text): PhrasingContent {
      return {
        type: 'footnoteReference',
        identifier,
        label: call.label,
        ...(leaf.position && { position: leaf.position }),
      }
    }
  }
  for (const [run, edits] of byRun) applyEdits(run, edits)
}

/** A note that has the text supplied by hand, or says that it has none. */
function lostNote(file: VFile, { call, identifier }: MarkedCall): FootnoteDefinition {
  const at = call.offset + call.end - call.start
  const supplied = evidenceOf(file).suppliedNotes[call.label]
  const text = supplied ?? lostNoteText
  const evidence = supplied ? 'the text was supplied by hand' : 'the text has a call of this note, but not the note'
  const place = { start: at, end: at }
  const request = {
    rule: 'normalize:note-text-is-present',
    ...place,
    after: `[^${identifier}]: ${text}`,
    evidence,
  } as const
  if (!supplied) {
    report(file, 'normalize:note-text-is-present', `Note ${call.label} has a call, but its text is not in the source`, {
      place: positionAt(file, call.offset, at),
      note: 'Supply the text under `notes` in dossier.yaml if you have it.',
    })
  }
  const position = positionAt(file, at, at)
  return {
    type: 'footnoteDefinition',
    identifier,
    label: call.label,
    children: [{ type: 'paragraph', children: [replaced(file, request, text)], position }],
    position,
    data: supplied ? {} : { lost: true },
  }
}

/** Share of the calls whose labels begin lines of the source, so that their texts may stand there. */
const mayStand = 0.6

/** A label at the start of a line, alone or with what can be a note's text behind it rather than a heading. */
const labelledText = new RegExp(
  `^[ \\t]*[[(]?(\\d{1,4})(?=[\\s.)\\]])(?:[.)\\]]?[ \\t]*$|.{40}|.*[${sentenceMarks})”"’»]$)`,
  'gmu',
)

/** Whether the source may have the notes' texts, although no reading of it tells them apart. */
function textsStand(file: VFile, chosen: readonly ChosenCall[]): boolean {
  if (chosen.length === 0) return false
  const starts = new Set([...String(file.value).matchAll(labelledText)].map(([, label]) => label))
  return chosen.filter(({ call }) => starts.has(call.label)).length >= mayStand * chosen.length
}

/** Says once where the row of calls begins that nothing is linked. */
function reportUnsettled(file: VFile, chosen: readonly ChosenCall[]): void {
  const { call } = chosen[0] as ChosenCall
  const last = chosen.at(-1)?.call.label
  const which = chosen.length === 1 ? `Figure ${call.label}` : `Figures ${call.label} to ${last}`
  report(
    file,
    'normalize:note-text-is-present',
    `${which} may call notes whose texts could not be told from the text`,
    {
      place: positionAt(file, call.offset, call.offset + call.end - call.start),
      note: 'They are left as they are. Mark the notes in the source, or set `off` for this rule if they are none.',
    },
  )
}

function reportUncalled(file: VFile, definitions: readonly FootnoteDefinition[], called: ReadonlySet<string>): void {
  for (const definition of definitions) {
    if (called.has(definition.identifier)) continue
    definition.data = { ...definition.data, uncalled: true }
    report(file, 'normalize:note-is-called', `Note ${labelOf(definition)} has a text, but no call leads to it`, {
      place: positionAt(file, startOf(definition), endOf(definition)),
    })
  }
}

function reportJumps(file: VFile, marked: readonly MarkedCall[]): void {
  marked.forEach(({ call, isCited }, at) => {
    // A list of references is cited in any order.
    if (isCited) return
    const before = Number(marked[at - 1]?.call.label ?? 0)
    const value = Number(call.label)
    if (!(value > before + 1)) return
    const missing = value === before + 2 ? `note ${before + 1}` : `notes ${before + 1} to ${value - 1}`
    report(
      file,
      'normalize:note-labels-are-in-sequence',
      `The calls jump to ${value}: ${missing} not found before it`,
      {
        place: positionAt(file, call.offset, call.offset + call.end - call.start),
      },
    )
  })
}
