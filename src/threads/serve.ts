import { type NormalizeText, normalizeQueued } from './normalize.ts'
import type { PressServer } from './press.ts'
import type { Answer, Question, Tasks, TextQueue } from './tasks.ts'

/** The thread's own end of the channel. */
export interface ServerPort {
  postMessage(message: Answer): void
  on(event: 'message', listener: (question: Question) => void): unknown
}

const noTexts: TextQueue = { texts: [], next: new Int32Array(1) }

/** Answers questions one after the other, for as long as the thread is there. */
export function serve(port: ServerPort, normalizeText: NormalizeText): void {
  let queue = noTexts
  let press: Promise<PressServer> | undefined
  let last: Promise<void> = Promise.resolve()

  async function answer({ name, question }: Question): Promise<unknown> {
    if (name === 'queue') {
      queue = question as Tasks['queue'][0]
      return undefined
    }
    if (name === 'normalize') {
      const replies = normalizeQueued(queue, normalizeText)
      if (replies.length === 0) queue = noTexts
      return replies
    }
    if (name === 'setUp') {
      press = import('./press.ts').then(({ pressServer }) => pressServer(question as Tasks['setUp'][0]))
      await press
      return undefined
    }
    const server = await press
    if (!server) throw new Error(`No press has been set up for "${name}"`)
    if (name === 'layOut') return server.layOut(question as Tasks['layOut'][0])
    if (name === 'paint') return server.paint(question as Tasks['paint'][0])
    if (name === 'finish') return server.finish(question as Tasks['finish'][0])
    return server.chapter(question as Tasks['chapter'][0])
  }

  port.on('message', (question) => {
    last = last.then(async () => {
      try {
        port.postMessage({ answer: await answer(question) })
      } catch (error) {
        port.postMessage({ failure: error instanceof Error ? error.message : String(error) })
      }
    })
  })
}
