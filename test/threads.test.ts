import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { diagnosticsOf } from '../src/diagnostics/summary.ts'
import { build, normalizeText } from '../src/pipeline.ts'
import { normalizeQueued } from '../src/threads/normalize.ts'
import { serve } from '../src/threads/serve.ts'
import type { Question, TextQueue, Thread } from '../src/threads/tasks.ts'
import { threadOver } from '../src/threads/thread.ts'
import { makeFolder } from './folder.ts'

const twoTexts = {
  'ferry.md': '# The ferry\n\nIt leaves at noon.[^1]\n\n[^1]: On weekdays.\n',
  'mill.txt': 'The mill\n\nIt grinds at night; see the ferry.\n',
}
const sources = fileURLToPath(new URL('../sources', import.meta.url))

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A thread at the other end of a channel: all that it is asked and answers is copied as between real threads. */
function startThread(failsAt?: Question['name']): Thread {
  const { port1, port2 } = new MessageChannel()
  open.push(() => port1.close())
  serve(
    {
      postMessage: (answer) => port2.postMessage(answer),
      on: (_, listener) =>
        port2.on('message', (question: Question) => {
          if (question.name === failsAt) port2.close()
          else listener(question)
        }),
    },
    normalizeText,
  )
  return threadOver({
    postMessage: (question) => port1.postMessage(question),
    on: (event, listener) => port1.on(event === 'exit' ? 'close' : event, listener),
    terminate: () => port1.close(),
  })
}

async function made(folder: string, threads: readonly Thread[]) {
  const { files, output } = await build({ sources: folder, formats: ['markdown', 'pdf'], threads: () => threads })
  return {
    messages: diagnosticsOf(files),
    output: new Map(output.map(({ path, contents }) => [path, Buffer.from(contents)])),
  }
}

/** A thread that is always first: it normalizes all texts before the asking one takes any, and gives `most` back at once. */
function greedyThread(most = Number.POSITIVE_INFINITY): Thread {
  let queue: TextQueue | undefined
  return {
    ask: async (name, question) => {
      if (name === 'queue') {
        const { texts, next } = question as TextQueue
        queue = { texts: structuredClone(texts), next }
        return undefined as never
      }
      if (name !== 'normalize' || !queue) throw new Error('It does nothing else')
      return structuredClone(normalizeQueued(queue, normalizeText).slice(0, most)) as never
    },
    end: () => undefined,
  }
}

describe('a build with several threads', () => {
  test('takes over texts, edits and messages of another thread', async () => {
    expect(await made(sources, [greedyThread()])).toEqual(await made(sources, []))
  })

  test('does a text itself that another thread took and never gave back', async () => {
    const folder = makeFolder(twoTexts)
    expect(await made(folder, [greedyThread(1)])).toEqual(await made(folder, []))
  })

  test('makes the same bytes and says the same as with one', async () => {
    const alone = await made(sources, [])
    expect(await made(sources, [startThread()])).toEqual(alone)
    expect(await made(sources, [startThread(), startThread()])).toEqual(alone)
  })

  test.each(['queue', 'normalize', 'setUp', 'layOut', 'paint', 'finish', 'chapter'] as const)(
    'does the work itself when the other thread ends at "%s"',
    async (name) => {
      const folder = makeFolder(twoTexts)
      expect(await made(folder, [startThread(name)])).toEqual(await made(folder, []))
    },
    30_000,
  )
})
