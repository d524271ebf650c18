import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import type { Thread } from '../threads/tasks.ts'
import { threadOver } from '../threads/thread.ts'

/** Starts a worker that serves: see `threads/serve.ts`. */
export type StartWorker = () => Worker

/** Characters of text that are worth another thread: it takes a tenth of a second to start. */
const charactersEach = 100_000

/** More threads than this wait for the first one most of the time. */
const mostThreads = 4

/** Other threads, while they are needed. */
export interface Threads {
  /** Starts as many as a dossier of so many characters is worth, beside the one that asks. */
  start(characters: number): Thread[]
  /** Ends them: as long as they run, the process does. */
  stop(): void
}

export function createThreads(startWorker: StartWorker): Threads {
  const workers: Worker[] = []
  return {
    start(characters) {
      const count = Math.min(availableParallelism(), mostThreads, 1 + Math.floor(characters / charactersEach))
      while (workers.length < count - 1) workers.push(startWorker())
      return workers.map(threadOver)
    },
    stop() {
      for (const worker of workers.splice(0)) void worker.terminate()
    },
  }
}
