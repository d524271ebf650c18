import type { Capture } from './capture.ts'
import { loadJudge } from './load-judge.ts'
import { type ScoredCase, scoreCase } from './scored-case.ts'

/** What a process answers: the case, or why there is none. */
export type Answer = { readonly scored: ScoredCase } | { readonly failed: string; readonly name: string }

// A process that `score-all.ts` starts: scores one capture for each message.
const judge = await loadJudge()

process.on('message', (capture: Capture) => {
  scoreCase(capture, judge).then(
    (scored) => answer({ scored }),
    (error) => answer({ name: capture.name, failed: error instanceof Error ? error.message : String(error) }),
  )
})

function answer(value: Answer): void {
  process.send?.(value)
}
