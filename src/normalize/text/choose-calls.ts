import type { FootnoteDefinition } from 'mdast'
import { type Run, sourceOffset } from '../../captured/run.ts'
import { alignCalls, type PlacedCall, type Target } from '../notes/align.ts'
import { bestChain } from '../notes/chain.ts'
import { type Citation, citationsIn } from '../notes/citations.ts'
import { callsIn, isReference } from '../notes/labels.ts'
import { type LetterSystem, letterCallsIn, letterSystems } from '../notes/letter-labels.ts'
import { isRowOfCalls } from '../notes/lone-row.ts'
import { hasSpacedCalls } from '../notes/spaced-calls.ts'

/** A candidate for a call, in its running text. */
export interface Call extends PlacedCall {
  readonly run: Run
}

/** A call that was chosen, and its note when the text has it. */
export interface ChosenCall {
  readonly call: Call
  readonly definition: FootnoteDefinition | undefined
  /** Whether notes are cited by their labels, in any order and more than once. */
  readonly isCited?: boolean
}

/** The calls of a text. */
export interface Choice {
  readonly chosen: readonly ChosenCall[]
  /** Identifiers of notes that no call stands for, but that a range of numbers means. */
  readonly meant: readonly string[]
}

/**
 * Chooses the calls among all that can be one. Notes with labels in brackets are cited, in any order and again; all
 * others are called in their order, one call for each. `references` says that numbers in brackets are no calls.
 */
export function chooseCalls(
  runs: readonly Run[],
  definitions: readonly FootnoteDefinition[],
  references: boolean,
): Choice {
  const cited = references ? undefined : citedNotes(runs, definitions)
  if (cited) return cited
  const system = systemOf(definitions)
  if (system)
    return {
      chosen: alignWithTexts(
        runs.flatMap((run) => letterCandidates(run, system)),
        definitions,
      ),
      meant: [],
    }
  const plain = runs.flatMap((run) => candidatesIn(run))
  const all = hasSpacedCalls(plain) ? runs.flatMap((run) => candidatesIn(run, true)) : plain
  const calls = references ? all.filter((call) => !isReference(call)) : all
  if (definitions.length > 0) return { chosen: alignWithTexts(calls, definitions), meant: [] }
  return { chosen: withRepeated(chainOf(calls), calls), meant: [] }
}

function candidatesIn(run: Run, spaced = false): Call[] {
  return callsIn(run.text, spaced).map((call) => ({ ...call, run, offset: sourceOffset(run, call.start) }))
}

/** The system of letters in which all notes are numbered, if they are. */
function systemOf(definitions: readonly FootnoteDefinition[]): LetterSystem | undefined {
  const labels = definitions.map(labelOf)
  const inOrder = ({ valueOf }: LetterSystem) => labels.every((label, at) => valueOf(label) === at + 1)
  return labels.length > 0 && !/^\d/.test(labels[0] ?? '') ? letterSystems.find(inOrder) : undefined
}

function letterCandidates(run: Run, system: LetterSystem): Call[] {
  return letterCallsIn(run.text, system).map((call) => {
    return { ...call, form: 'glued', weight: 1, run, offset: sourceOffset(run, call.start) }
  })
}

/** The label that a note has in the source. */
export function labelOf({ label, identifier }: FootnoteDefinition): string {
  return label ?? identifier
}

/** The row of calls in a text without notes. */
function chainOf(calls: readonly Call[]): ChosenCall[] {
  const numbered = calls
    .filter(({ label }) => /^\d/.test(label))
    .map((call) => ({ ...call, value: Number(call.label) }))
  const chain = bestChain(numbered, { gap: 1.5, restart: 4 })
  // Numbers between sentences are those of paragraphs or verses, if no note's text speaks against it.
  if (chain.filter(({ form }) => form === 'spaced').length * 2 > chain.length) return []
  return isRowOfCalls(chain) ? chain.map((call) => ({ call, definition: undefined })) : []
}

/** A row of labels in brackets, with the places that cite them again. */
function withRepeated(chain: readonly ChosenCall[], calls: readonly Call[]): readonly ChosenCall[] {
  const labels = new Set(chain.map(({ call }) => call.label))
  if (labels.size < chain.length || !chain.every(({ call }) => call.form === 'bracket')) return chain
  return calls
    .filter(({ form, label }) => form === 'bracket' && labels.has(label))
    .map((call) => ({ call, definition: undefined, isCited: true }))
}

/** How many numbers may be missing between two notes. */
const longestGap = 50

function alignWithTexts(calls: readonly Call[], definitions: readonly FootnoteDefinition[]): ChosenCall[] {
  const targets: (Target & { definition?: FootnoteDefinition })[] = []
  let last = 0
  for (const definition of definitions) {
    const label = labelOf(definition)
    const { from, to } = definition.data?.scope ?? { from: 0, to: Number.POSITIVE_INFINITY }
    const value = Number(label)
    const lost = value > last && value - last <= longestGap ? value - last - 1 : 0
    for (let missing = value - lost; missing < value; missing++) {
      targets.push({ label: String(missing), from, to, hasText: false })
    }
    targets.push({ label, from, to, hasText: true, definition })
    if (value > 0) last = value
  }
  for (let missing = last + 1; missing <= last + longestGap; missing++) {
    targets.push({ label: String(missing), from: 0, to: Number.POSITIVE_INFINITY, hasText: false })
  }
  const chosen = alignCalls(calls, targets).map(({ call, target }) => ({
    call,
    definition: targets[target]?.definition,
  }))
  return chosen.filter((one, at) => one.definition !== undefined || isNextTo(chosen, at, last))
}

/** How far a call without a text may be from the number before it, behind the last note that has one. */
const farthestLost = 2

/** Whether a call without a text stands among notes that have one, or goes on counting behind the last of them. */
function isNextTo(chosen: readonly ChosenCall[], at: number, last: number): boolean {
  const value = Number(chosen[at]?.call.label)
  return value < last || value - Number(chosen[at - 1]?.call.label) <= farthestLost
}

/** Least share of the notes that must be cited in brackets. */
const leastCited = 0.5

/** The citations of notes by labels in brackets; undefined when the notes are not cited so. */
function citedNotes(runs: readonly Run[], definitions: readonly FootnoteDefinition[]): Choice | undefined {
  const byLabel = new Map(definitions.map((definition) => [labelOf(definition), definition]))
  if (byLabel.size === 0 || byLabel.size < definitions.length) return undefined
  const citations = runs.flatMap((run) => citationsIn(run.text).map((citation) => ({ run, citation })))
  const named = new Set(citations.flatMap(({ citation }) => citation.labels))
  const count = [...byLabel.keys()].filter((label) => named.has(label)).length
  if (count < leastCited * byLabel.size) return undefined
  const highest = Math.max(0, ...[...byLabel.keys()].map(Number).filter((value) => value > 0)) + longestGap
  const isKnown = (label: string) => byLabel.has(label) || Number(label) <= highest
  const believed = citations.filter(({ citation }) => citation.labels.every(isKnown) && !isLabel(citation))
  const chosen = believed.flatMap(({ run, citation }) =>
    citation.numbers.map((number): ChosenCall => {
      const call: Call = { ...number, run, form: 'bracket', weight: 3, offset: sourceOffset(run, number.start) }
      return { call, definition: byLabel.get(number.label), isCited: true }
    }),
  )
  const others = symbolCalls(runs, definitions, chosen)
  const meant = believed
    .flatMap(({ citation }) => citation.labels)
    .flatMap((label) => byLabel.get(label)?.identifier ?? [])
  return { chosen: [...chosen, ...others].sort((one, other) => one.call.offset - other.call.offset), meant }
}

/** What begins a paragraph is the label of a note that stayed there. */
function isLabel({ numbers }: Citation): boolean {
  return numbers[0]?.start === 0
}

/** The calls of notes that are marked with symbols beside those that are cited. */
function symbolCalls(
  runs: readonly Run[],
  definitions: readonly FootnoteDefinition[],
  chosen: readonly ChosenCall[],
): ChosenCall[] {
  const cited = new Set(chosen.map(({ definition }) => definition))
  const others = definitions.filter((definition) => !cited.has(definition) && /^[*†‡§¶‖]/.test(labelOf(definition)))
  const calls =
    others.length > 0 ? runs.flatMap((run) => candidatesIn(run)).filter(({ form }) => form === 'symbol') : []
  return alignWithTexts(calls, others)
}
