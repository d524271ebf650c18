import { availableParallelism } from 'node:os'
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

/** Characters of text that are worth another thread where somebody asks for it: it takes a tenth of a second to start. */
const charactersEach = 300_000

/**
 * The same where nobody asks. Each thread warms up by itself: on two cores a second one saves nothing at 0.7 million
 * characters and a quarter of the time at 7 million, and takes a quarter as much memory again.
 */
const charactersEachByItself = 2_500_000
const mostByItself = 3

/** Threads beside the one that asks: so that there are `most` at most, else as many as the length of the texts is worth. */
export function createThreads(most: number | undefined, startWorker: StartWorker): Threads {
  const workers: Worker[] = []
  return {
    start(characters) {
      const others =
        most === undefined
          ? Math.min(mostByItself, availableParallelism(), 1 + Math.floor(characters / charactersEachByItself)) - 1
          : Math.min(most - 1, Math.floor(characters / charactersEach))
      while (workers.length < others) workers.push(startWorker())
      return workers.map(threadOver)
    },
    stop() {
      for (const worker of workers.splice(0)) void worker.terminate()
    },
  }
}
