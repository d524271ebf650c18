import fc from 'fast-check'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Source } from '../src/captured/source.ts'
import { plainText } from '../src/link/walk.ts'
import { parse } from '../src/parse/parse.ts'
import { workOf } from './work.ts'

const source: Source = {
  id: 'text',
  path: 'text.md',
  mediaType: 'text/markdown',
  size: 0,
  sha256: '',
  encoding: 'utf-8',
  bom: false,
  metadata: {},
  notes: {},
  images: [],
  overrides: { off: [], options: {}, keep: [] },
}

function read(value: string) {
  const file = new VFile({ path: 'text.md', value })
  return { tree: parse(source, file).tree, messages: file.messages.map(({ reason }) => reason) }
}

describe('addresses in running text', () => {
  const whole = unified().use(remarkParse).use(remarkGfm)

  it.each([
    'See www.example.org/a and HTTPS://example.org/b, not httpx.',
    'Write to ana@example.org, mailto:ben@example.org or xmpp:cy@example.org/desk.',
    'Plain.\n\n> - In an item: ana&#64;example.org\n>\n> ht&#116;p://example.org\n',
    'Escaped: ana\\@example.org, http\\://example.org, www\\.example.org',
    '| a | b |\n| --- | --- |\n| x | a@b.cd |\n\n[^1]: https://example.org\n\nCall.[^1] [a@b.cd](x) `a@b.cd` \n',
  ])('are the links that GFM has: %s', (text) => {
    expect(read(text).tree).toEqual(whole.parse(text))
  })
})

describe('prose that the parser does not read', () => {
  const whole = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
  const words = 'The council of the town met in the old hall, and its clerk wrote down what was said.'

  it.each([
    `# ${words}\n\n${words} **${words}** ${words}[^1]\r\n${words}  \r\n${words}\\\n${words}\n\n[^1]: ${words}\n    ${words}\n`,
    `---\ntitle: ${words}\n---\n\n${words}\n===\n\n> ${words}\n${words}\n\n1. ${words}\n   - [x] ${words}\n`,
    `| ${words} | b |\n| --- | ---: |\n| *${words}* | ${words} |\n${words}\n`,
    `[${words}]\n\n[${words.toLowerCase()}]: <a b.html> "${words}"\n\n![${words}](b.png "${words}")\n`,
    `[${words} \`]\` ${words}] ${words}\n\n[${words} \`]\` ${words}]: a.html\n`,
    `\`\`\`${words}\n${words}\n\n${words}\n\`\`\`\n\n    ${words}\n\n<p title="${words}">${words}</p>\n`,
    `${words} https://example.org/${words} ana@example.org ${words} www.example.org ${words}`,
    `${words} \ue000\ue800 ${words}`,
  ])('is in the tree all the same: %s', (text) => {
    expect(read(text).tree).toEqual(whole.parse(text))
  })

  it.each([
    `\`\`\`&amp;    ${words}\n${words}\n`,
    `A tag: <b ${words}>${words}</b>, <b a="1" ${words}>, <a b=c*${words}>, an address <https://a.bc*${words}>.`,
    `[a](b*${words}) [a](b(c)*${words}) ([a](b) ${words} (${words})) [a](<b> '${words} (${words})')`,
    `[a b]: c*${words}\n\n[^b]: ${words} (*${words}*)\n\n[a b] and a call.[^b]\n`,
    `See https://a.bc/d*${words} and ana*b_${words}_c@d.ef_${words}, ${words}\n`,
    `${words}\n:-:\n${words}\n\n> ${words} | b\n> --- | ---\n> ${words}\n> ${words}\n`,
    `well-known “${words}” (12.5%): don't say “${words}”!\n---\n😀${words}😀 *😀${words}😀*`,
    `\ufeff# ${words}\n\nana@example.org\n\na | b\n- | -\n${words} | ${words}\n`,
  ])('ends where the signs beside it need it: %s', (text) => {
    expect(read(text).tree).toEqual(whole.parse(text))
  })

  it.each([
    '| a | b |\n| --- | ---: |\n| one | 2 |\n|  | (3.5%) |\n| *four* | 5 |\n| six | seven |\n| 8 |\n\nAfter.\n',
    'Before.\n\n| a |\n|-|\n|b|\n|c|',
    '| a | b |\n| --- |\n| c | d |\n| - |\n| e |\n| f |\n',
    '| `a | b` |\n| - | - |\n| c | d | e |\n||\nlazy\n\n1. x\n\n| a |\n| - |\n| b |\n| c |\n> | d |\n',
    '```\n\n| a |\n| - |\n| b |\n| c |\n\n```\n\n<!--\n\n| a |\n| - |\n| b |\n| c |\n\n--> x\n\n| a |\n| - |\n| b |\n| c |',
    '---\na: b\n\n| a |\n| - |\n| b |\n| c |\n\n---\n\nAfter *it*.\n\n~~~\n\n| a |\n| - |\n| b |\n| c |',
    `| a |\n| - |\n| ${words} |\n| b |\n| [^1] |\n| ${words} |\n| www.example.org |\n\n[^1]: *${words}*\n\n| b |\n| - |\n| c |\n| d |\n| e |\n`,
  ])('is rows of a table all the same: %s', (text) => {
    expect(read(text).tree).toEqual(whole.parse(text))
  })

  const prose = fc.constantFrom(
    words,
    words.toUpperCase(),
    ' one two three four five six ',
    'Слово за словом, и ещё слово.',
    'one',
    'extraordinarily',
    'well-known “quoted words” (in 12.5% of cases): don’t',
    '"said" \'he\' then',
    '😀 face 😀',
  )

  it.each([
    '\n|\n\n|\r\n|  \n|    |\t|*|**|_|`|```|~~|[|]|](|)|[^1]|[^1]: |[a]: |<|>|> |- |1. |# |![|:|"|\'|\\|&amp;|---\n|www.',
    '\n|\n\n|\r| |*|_|[|]|](|)|(|[^a b]: |[a]:|<b |<a |</b |=|"|\'|>|<|://|http|https://|@|x@y.zz|-|/|!|+|&#58;|;|\\|```|~~~|www|.|<https://x.yy/z>|\\://|<!--|-->|<?|?>',
    '\n\n|\n|¦ a ¦\n¦-¦\n|¦ b ¦\n¦ c ¦\n|¦ d ¦\n|\n\n¦ e ¦\n¦ - ¦\n¦ f ¦\n¦ g ¦\n|¦|x|*|`|```\n|~~~\n|<!--|-->|    |- |> |[^1]: |---\n|\r\n| |www.|<p>|\\|[a]: ',
    '\n¦ a ¦ b ¦\n¦ - ¦ :-: ¦\n¦ c ¦ d ¦\n|\n\n|\n:-:\n|\n---\n|\n===\n|¦|- |1. |> |\n> |\n  |\n    |a\n:-:|a \\¦ b|\nx\n|[^1]: |\n- |*|`',
  ])('changes nothing in any text with %j', (signs) => {
    const sign = fc.constantFrom(...signs.split('|').map((text) => text.replaceAll('¦', '|')))
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, prose), { maxLength: 24 }), (pieces) => {
        const text = pieces.join('')
        expect(read(text).tree).toEqual(whole.parse(text))
      }),
      { numRuns: 300 },
    )
  })
})

describe('markdown that nests by the thousand', () => {
  const list = (depth: number) => Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- item ${level}`)

  const hostile: Readonly<Record<string, readonly [deepest: number, make: (depth: number) => string]>> = {
    'links that never end': [50_000, (depth) => '[a]('.repeat(depth)],
    brackets: [50_000, (depth) => `${'['.repeat(depth)}x${']'.repeat(depth)}`],
    quotations: [10_000, (depth) => `${'>'.repeat(depth)} deep`],
    lists: [1500, (depth) => list(depth).join('\n')],
  }
  const around = (text: string) => `Before.\n\n${text}\n\nAfter.\n`

  it.each(Object.entries(hostile))('is read as text, and says so: %s', (_, [deepest, make]) => {
    const nested = make(deepest)
    const { tree, messages } = read(around(nested))
    expect(messages).toHaveLength(1)
    const text = plainText(tree)
    expect(text).toMatch(/^Before\./)
    expect(text).toMatch(/After\.$/)
    for (const word of ['a', 'x', 'deep', 'item 1499']) if (nested.includes(word)) expect(text).toContain(word)
  })

  it.each(Object.entries(hostile))('is work that grows with its length, not faster: %s', (_, [deepest, make]) => {
    const [short, long] = [around(make(deepest / 2)), around(make(deepest))]
    const growth = workOf(() => read(long)) / workOf(() => read(short))
    // Work that grows with the square of the length would give twice the ratio of the lengths.
    expect(growth).toBeLessThan((1.7 * long.length) / short.length)
  })

  it('leaves alone what people write', () => {
    const { tree, messages } = read(`${list(40).join('\n')}\n\n> > quoted\n\n[a](https://example.org) [b]\n`)
    expect(messages).toEqual([])
    expect(tree.children.map(({ type }) => type)).toEqual(['list', 'blockquote', 'paragraph'])
  })
})
