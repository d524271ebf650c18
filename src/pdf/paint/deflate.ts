import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { PdfPage } from './writer.ts'

/** Packs the contents of pages beside the main thread, and writes them in order. */
export interface Deflater {
  /** Takes a page's content; waits while too many are on their way. */
  write(content: PdfPage['content'], operators: string): Promise<void>
  /** Waits for the rest. */
  end(): Promise<void>
}

/** Packs bytes in another thread. */
export const pack: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(deflate)

/** Pages on their way at a time: enough for the other threads, few enough to hold in memory. */
const mostWaiting = 16

export function createDeflater(): Deflater {
  const waiting: (() => Promise<void>)[] = []

  async function next(): Promise<void> {
    await waiting.shift()?.()
  }

  return {
    async write(content, operators) {
      const packed = pack(Buffer.from(operators, 'latin1'))
      // pdfkit ends a page's content with its page, and has put a transformation into it that turns the page upside down.
      const { end } = content
      content.end = () => undefined
      waiting.push(async () => {
        const bytes = await packed
        content.buffer = []
        content.compress = false
        content.data = { Length: 0, Filter: 'FlateDecode' }
        content.write(bytes)
        end.call(content)
      })
      if (waiting.length > mostWaiting) await next()
    },
    async end() {
      while (waiting.length > 0) await next()
    },
  }
}
