import type { Answer, Question, Thread } from './tasks.ts'

/** The part of a worker (Node's, or one end of a channel) that is needed to ask it. */
export interface Channel {
  postMessage(message: unknown): void
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): unknown
  terminate(): unknown
}

/** A thread could not do its work: then the asking one does it. */
export class ThreadFailure extends Error {
  override readonly name = 'ThreadFailure'
}

/** A thread at the other end of a channel. */
export function threadOver(channel: Channel): Thread {
  const waiting: { resolve(answer: unknown): void; reject(error: Error): void }[] = []
  let failure: ThreadFailure | undefined

  function fail(reason: string): void {
    failure ??= new ThreadFailure(reason)
    for (const { reject } of waiting.splice(0)) reject(failure)
  }

  channel.on('message', (message) => {
    const asked = waiting.shift()
    const answer = message as Answer
    if ('failure' in answer) asked?.reject(new ThreadFailure(answer.failure))
    else asked?.resolve(answer.answer)
  })
  channel.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
  channel.on('exit', () => fail('The thread has ended'))

  return {
    ask(name, question) {
      const answer = new Promise<never>((resolve, reject) => {
        if (failure) return reject(failure)
        waiting.push({ resolve: resolve as (answer: unknown) => void, reject })
        channel.postMessage({ name, question } satisfies Question)
      })
      // Who asks may fail before the answer comes.
      answer.catch(() => undefined)
      return answer
    },
    end: () => void channel.terminate(),
  }
}
