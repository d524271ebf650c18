import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Capture } from './capture.ts'
import type { ScoredCase } from './scored-case.ts'
import type { Answer } from './worker.ts'

/** More processes than this wait for memory. */
const mostProcesses = 4

/** Scores captures, as many at a time as the machine has cores; says on standard error which ones failed. */
export async function scoreAll(captures: readonly Capture[]): Promise<ScoredCase[]> {
  const waiting = [...captures]
  const scored: ScoredCase[] = []
  const take = (answer: Answer) => {
    if ('scored' in answer) scored.push(answer.scored)
    else process.stderr.write(`${answer.name} failed: ${answer.failed}\n`)
    if (process.stderr.isTTY) process.stderr.write(`\r${captures.length - waiting.length} of ${captures.length} `)
  }
  const count = Math.min(mostProcesses, availableParallelism(), captures.length)
  await Promise.all(Array.from({ length: count }, () => work(waiting, take)))
  return scored.sort((left, right) => (left.set + left.name < right.set + right.name ? -1 : 1))
}

/** One process takes captures until none is left. */
function work(waiting: Capture[], take: (answer: Answer) => void): Promise<void> {
  const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    const next = () => {
      const capture = waiting.shift()
      if (capture) worker.send(capture)
      else worker.disconnect()
    }
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A scoring process ended with ${code}`))))
    worker.on('message', (answer: Answer) => {
      take(answer)
      next()
    })
    next()
  })
}
