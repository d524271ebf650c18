import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Attachment, packAttachments } from '../../src/pdf/paint/attachments.ts'

function attachmentOf(name: string, bytes: () => Uint8Array): Attachment {
  return { name, bytes, mediaType: 'text/plain', relationship: 'Source', description: name }
}

test('attachments are made once, a few at a time, and packed in order', async () => {
  const made: number[] = []
  const texts = Array.from({ length: 50 }, (_, number) => `source ${number}, `.repeat(200))
  const packed = packAttachments(
    texts.map((text, number) =>
      attachmentOf(`sources/${number}.txt`, () => {
        made.push(number)
        return Buffer.from(text)
      }),
    ),
  )
  await Promise.resolve()
  expect(made.length).toBeLessThan(20)
  const contents = await Promise.all(packed.map((attachment) => attachment.packed))
  expect(made).toEqual([...texts.keys()])
  expect(contents.map(({ bytes }) => inflateSync(bytes).toString())).toEqual(texts)
  expect(contents.map(({ size }) => size)).toEqual(texts.map((text) => text.length))
})

test('what an attachment fails with comes to whoever writes it', async () => {
  const [packed] = packAttachments([
    attachmentOf('sources/lost.txt', () => {
      throw new Error('gone')
    }),
  ])
  await new Promise((resolve) => setTimeout(resolve, 5))
  await expect(packed?.packed).rejects.toThrow('gone')
})
