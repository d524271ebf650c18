import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { doubtsOf } from '../src/captured/doubt.ts'
import { account } from '../src/ledger/account.ts'
import { undo } from '../src/ledger/undo.ts'
import { link } from '../src/link/link.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'
import { normalizeText } from '../src/pipeline.ts'
import { readText } from '../src/read/text.ts'

/* One place of each kind that rules are not sure of, and some that they are. */
const text = `Mills along the brook

The council mended the weir above the old mill in the spring, when the water
was low enough, and the miller lent his own timber for it, as he had done thirty-
two years before. The new gate closes by itself when the brook rises, and opens
again in the morning. Nobody had asked for more than that, the clerk wrote in his
https://example.org/weir/1876
Letter to the county, which paid for the stones and for nothing else at all.

A bridge went up in the same year,1 and a second one a year later.2 Both stand.3

The millers were asked to keep the banks, and most of them did so without a word.
`

async function normalize(confidence?: number) {
  const file = new VFile({ path: 'mills.txt' })
  const about = { id: 'mills', path: 'mills.txt', mediaType: 'text/plain' } as const
  const read = await readText(new TextEncoder().encode(text), about, file)
  if (!read) throw new Error('The text cannot be read')
  const overrides = { ...read.source.overrides, ...(confidence === undefined ? {} : { confidence }) }
  const { part, markdown } = normalizeText({ source: { ...read.source, overrides }, file: read.file })
  return { part, markdown, file: read.file }
}

describe('doubtful places', () => {
  test('stay as they are, and are reported with their place, what they may be, and why', async () => {
    const { markdown, file } = await normalize()
    expect(markdown).toContain('thirty-two years')
    expect(markdown).toContain('https://example.org/weir/1876')
    const found = file.messages.filter(({ ruleId }) => ruleId === 'doubtful-text-is-left')
    expect(found.map(({ line, column, actual, expected }) => [line, column, actual, expected])).toEqual([
      [7, 1, 'https://example.org/weir/1876', undefined],
      [4, 75, 'thirty-two', ['thirtytwo']],
    ])
    expect(found.every(({ fatal }) => fatal === false)).toBe(true)
  })

  test('are in the register of the dossier in the order of their lines', async () => {
    const { part } = await normalize()
    const { registers } = link([part], { authors: [], language: 'en' })
    expect(registers.doubtfulPlaces).toMatchObject([
      { line: 4, what: 'thirty-two', rule: 'normalize:split-words-are-joined', target: 'mills-p1' },
      { line: 7, what: 'https://example.org/weir/1876', rule: 'normalize:sentence-is-not-cut-by-an-address' },
    ])
    expect(registers.doubtfulPlaces[0]?.why).toMatch(/^may be “thirtytwo”: .*not split there.* \(55\u00A0% sure\)$/)
  })

  test('are none when rules may decide everything', async () => {
    const { markdown, file } = await normalize(0)
    expect(doubtsOf(file)).toEqual([])
    expect(markdown).not.toContain('example.org')
  })

  test('are more when rules must be surer; the calls of notes stay digits then', async () => {
    const { markdown, file, part } = await normalize(0.95)
    expect(markdown).toContain('in the same year,1 and')
    expect(markdown).not.toContain('[^')
    expect(doubtsOf(file).filter(({ rule }) => rule === 'normalize:note-call-is-marked')).toHaveLength(3)
    expect(doubtsOf(file)).toContainEqual(expect.objectContaining({ left: 'year,1', instead: 'year,[^1]' }))
    expect(part.edits.filter(({ rule }) => rule === 'normalize:note-call-is-marked')).toEqual([])
  })

  test.each([0, 0.7, 0.95])('leave the ledger whole at %d', async (confidence) => {
    const { part, file } = await normalize(confidence)
    const markdown = toMarkdown(part)
    expect(undo(markdown.value, account(part, markdown))).toBe(text)
    expect(file.messages.filter(({ fatal }) => fatal)).toEqual([])
  })
})
