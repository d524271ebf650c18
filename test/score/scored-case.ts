import { readFileSync } from 'node:fs'
import type { Diagnostic } from '../../src/diagnostics/summary.ts'
import { type Capture, metaOf } from './capture.ts'
import type { Score } from './columns.ts'
import type { Harm, Judge } from './judge.ts'
import { isNear } from './near.ts'
import { normalizeFile } from './normalized.ts'

/** One capture with all that was found out about it. */
export interface ScoredCase extends Capture {
  readonly score: Partial<Score>
  readonly words: number
  readonly harms: readonly Harm[]
  /** Doubtful places and warnings, and how many of them stand at a harm, or at a harm or a loss of the capture. */
  readonly alarms: number
  readonly alarmsAtHarm: number
  readonly alarmsAtHarmOrLoss: number
}

/** Normalizes a capture and has it judged. */
export async function scoreCase(capture: Capture, judge: Judge): Promise<ScoredCase> {
  const read = (name: string) => readFileSync(new URL(name, capture.folder), 'utf8')
  const normalized = await normalizeFile(new URL('input.txt', capture.folder))
  const exhibit = { ...normalized, input: read('input.txt'), truth: read('truth.md'), meta: metaOf(capture.folder) }
  const { words, harms, losses } = judge.harms(exhibit)
  const alarms = normalized.messages.filter(isAlarm)
  const atHarm = alarms.filter((alarm) => harms.some(({ line, endLine }) => isNear(alarm, line, endLine)))
  const atLoss = alarms.filter((alarm) => !atHarm.includes(alarm) && losses.some((line) => isNear(alarm, line, line)))
  const alarmed = { alarms: alarms.length, alarmsAtHarm: atHarm.length }
  const score = judge.score(exhibit)
  return { ...capture, score, words, harms, ...alarmed, alarmsAtHarmOrLoss: atHarm.length + atLoss.length }
}

function isAlarm({ severity, rule }: Diagnostic): boolean {
  return severity !== 'info' || rule === 'normalize:doubtful-text-is-left'
}
