import type { Worker } from 'node:worker_threads'
import type { Thread } from '../threads/tasks.ts'
import { threadOver } from '../threads/thread.ts'

/** Starts a worker that serves: see `threads/serve.ts`. */
export type StartWorker = () => Worker

/** Other threads, while they are needed. */
export interface Threads {
  /** Starts them; each is worth it only with texts enough. */
  start(characters: number): Thread[]
  /** Ends them: as long as they run, the process does. */
  stop(): void
}

/** Characters of text that are worth another thread: it takes a tenth of a second to start, and as long again to warm up. */
const charactersEach = 300_000

/** Threads beside the one that asks, so that there are `count` at most. */
export function createThreads(count: number, startWorker: StartWorker): Threads {
  const workers: Worker[] = []
  return {
    start(characters) {
      const worthIt = Math.min(count - 1, Math.floor(characters / charactersEach))
      while (workers.length < worthIt) workers.push(startWorker())
      return workers.map(threadOver)
    },
    stop() {
      for (const worker of workers.splice(0)) void worker.terminate()
    },
  }
}
