import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import { positionAt } from './captured.ts'
import type { EditRequest } from './record.ts'

declare module 'vfile' {
  interface DataMap {
    /** How sure a rule must be of an edit to make it, 0 to 1. */
    leastConfidence: number
    /** Places of which their rules were not sure enough, by rule and place, in the order of finding. */
    doubts: DoubtsByPlace
  }
}

/**
 * What `leastConfidence` is when dossier.yaml does not say. Over the captures whose text is known, every kind of edit
 * above it is right in at least 93 of 100 cases, and the kinds below it in half (`npm run score:confidence`).
 */
export const defaultLeastConfidence = 0.7

/** A doubtful place: an edit that a rule would have made, had it been surer, or the less likely of two readings. */
export interface Doubt {
  /** The rule that has the doubt. */
  readonly rule: RuleId
  /** First UTF-16 code unit of the place in the source. */
  readonly start: number
  /** One past the last code unit. */
  readonly end: number
  /** The text as it is left or read, with the rest of the words that the edit would have touched. */
  readonly left: string
  /** What it would have become; empty for a removal. */
  readonly instead: string
  readonly evidence: string
  /** How sure the rule was of what it would have become, 0 to 1. */
  readonly confidence: number
}

type DoubtsByPlace = Map<string, Doubt>

/** An edit that a rule would like to make. */
export interface Proposal extends EditRequest {
  /** The text as it is left, where that is not what stands at the place in the source (a word across a line end). */
  readonly left?: string
}

/**
 * Whether an edit may be made: the only place where the least confidence is applied. An edit that may not is entered
 * as a doubtful place and reported; then the rule leaves the text as it is.
 */
export function isSure(file: VFile, proposal: Proposal): boolean {
  const { confidence = 1 } = proposal
  const least = file.data.leastConfidence ?? defaultLeastConfidence
  if (confidence >= least) return true
  enter(file, doubtOf(String(file.value), proposal, confidence), least)
  return false
}

/**
 * Enters a place of which one of two readings had to be taken, and reports it, where that one is not sure enough. It is given with how sure the reading that was taken is; the doubt is about the other one.
 */
export function enterLikelier(file: VFile, doubt: Doubt): void {
  const least = file.data.leastConfidence ?? defaultLeastConfidence
  if (doubt.confidence >= least) return
  const { rule, left, instead, evidence, confidence } = doubt
  const degrees = `${percent(confidence)} sure, ${percent(least)} needed`
  const message = `\`${left}\` is how the place is read, but it may be \`${instead}\`: ${evidence} (${degrees})`
  if (!isNew(file, { ...doubt, confidence: 1 - confidence })) return
  report(file, 'normalize:likelier-reading-is-taken', message, {
    place: positionAt(file, doubt.start, doubt.end),
    actual: left,
    expected: [instead],
    note: `Correct it by hand where it is wrong; \`dossierpress explain ${rule}\` says what the rule is about.`,
  })
}

/** Enters a doubt; a rule that runs again finds its doubts again, and they are entered once. */
function isNew(file: VFile, doubt: Doubt): boolean {
  const key = `${doubt.rule} ${doubt.start} ${doubt.end}`
  file.data.doubts ??= new Map()
  if (file.data.doubts.has(key)) return false
  file.data.doubts.set(key, doubt)
  return true
}

/** The file's doubtful places, in the order in which they were found. */
export function doubtsOf(file: VFile): Doubt[] {
  return [...(file.data.doubts?.values() ?? [])]
}

function enter(file: VFile, doubt: Doubt, least: number): void {
  const { rule, start, end, left, instead, evidence, confidence } = doubt
  if (!isNew(file, doubt)) return
  const perhaps = instead === '' ? 'may be no part of the text' : `may be \`${instead}\``
  const degrees = `${percent(confidence)} sure, ${percent(least)} needed`
  report(
    file,
    'normalize:doubtful-text-is-left',
    `\`${left}\` is left as it is and ${perhaps}: ${evidence} (${degrees})`,
    {
      place: positionAt(file, start, end),
      actual: left,
      ...(instead === '' ? {} : { expected: [instead] }),
      note: `Correct it by hand where it is wrong; \`dossierpress explain ${rule}\` says what the rule is about.`,
    },
  )
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

/** How far a word may reach to either side of an edit, in UTF-16 code units. */
const longestWord = 40

/** How much of a longer text is shown. */
const longestShown = 120

/** The proposal with the words around it: a digit or a hyphen alone says nothing to a reader. */
function doubtOf(text: string, proposal: Proposal, confidence: number): Doubt {
  const { rule, start, end, left, after, evidence } = proposal
  if (left !== undefined) return { rule, start, end, left: shown(left), instead: shown(after), evidence, confidence }
  const before = /\S*$/.exec(text.slice(Math.max(0, start - longestWord), start))?.[0] ?? ''
  const behind = /^\S*/.exec(text.slice(end, end + longestWord))?.[0] ?? ''
  const instead = `${before}${after}${behind}`
  return {
    rule,
    start,
    end,
    left: shown(before + text.slice(start, end) + behind),
    instead: shown(instead),
    evidence,
    confidence,
  }
}

function shown(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > longestShown ? `${flat.slice(0, longestShown - 1)}…` : flat
}
