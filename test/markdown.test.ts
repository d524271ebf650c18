import fc from 'fast-check'
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Part } from '../src/captured/part.ts'
import type { Source } from '../src/captured/source.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'

const source: Source = {
  id: 'a',
  path: 'a.txt',
  mediaType: 'text/plain',
  size: 0,
  sha256: '0',
  encoding: 'utf-8',
  bom: false,
  metadata: {},
  notes: {},
  images: [],
  overrides: { off: [], options: {}, keep: [] },
}

function partOf(children: RootContent[]): Part {
  return { source, file: new VFile(''), tree: { type: 'root', children }, metadata: {}, edits: [] }
}

function bodyOf(children: RootContent[]): string {
  const { value, body } = toMarkdown(partOf(children))
  return value.slice(body)
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...values: (string | PhrasingContent)[]): BlockContent => ({
  type: 'paragraph',
  children: values.map((value) => (typeof value === 'string' ? text(value) : value)),
})

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

/** A tree as far as a reader can tell: no positions, no empty blocks, no white space at the ends of lines. */
function shape(node: Nodes, within = false): unknown {
  const isLine = within || node.type === 'heading' || node.type === 'tableCell'
  if (!('children' in node)) {
    const { type } = node
    if (type === 'footnoteReference') return [type, node.identifier]
    return 'value' in node ? [type, node.value] : [type]
  }
  const children: unknown[] = []
  let run = ''
  const flush = (last: boolean) => {
    let value = run.replace(/[ \t]*[\r\n][ \t\r\n]*/g, isLine ? ' ' : '\n')
    if (children.length === 0 || isBreak(children.at(-1))) value = value.replace(/^[ \t\n]+/, '')
    if (last) value = value.replace(/[ \t\n]+$/, '')
    if (value !== '') children.push(['text', value])
    run = ''
  }
  for (const child of node.children) {
    if (child.type === 'text') run += child.value
    else if (child.type === 'link' && isBare(child)) run += shown(child)
    else {
      if (run !== '') flush(child.type === 'break')
      const inner = shape(child, isLine)
      if (!(Array.isArray(inner) && inner.length === 1 && /^(paragraph|blockquote|list)$/.test(String(inner[0]))))
        children.push(inner)
    }
  }
  if (run !== '') flush(true)
  const facts =
    node.type === 'heading' ? [node.depth] : node.type === 'list' ? [Boolean(node.ordered), node.start ?? 1] : []
  return [node.type, ...facts, ...children]
}

function isBreak(node: unknown): boolean {
  return Array.isArray(node) && node[0] === 'break'
}

function shown(node: Nodes): string {
  return 'children' in node ? node.children.map(shown).join('') : 'value' in node ? node.value : ''
}

/** GFM makes links of bare addresses; to a reader they are the same text. */
function isBare(link: Extract<RootContent, { type: 'link' }>): boolean {
  const label = shown(link)
  return (
    ['', 'http://', 'mailto:'].some((scheme) => encodeURI(scheme + label) === encodeURI(link.url)) ||
    decodeURI(link.url).endsWith(label)
  )
}

function expectSameStructure(children: RootContent[]): void {
  const tree: Root = { type: 'root', children }
  const { value } = toMarkdown(partOf(children))
  const back: Root = reader.parse(value)
  back.children.shift()
  expect(shape(back), value).toEqual(shape(tree))
}

describe('toMarkdown', () => {
  it('writes blocks in one stable form', () => {
    const row = (...cells: string[]): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [{ type: 'text', value: cell }] })),
    })
    const markdown = bodyOf([
      { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Bridges and roads' }] },
      paragraph('The river has two bridges', { type: 'footnoteReference', identifier: '1' }, '.'),
      {
        type: 'list',
        ordered: true,
        start: 3,
        children: [
          { type: 'listItem', children: [paragraph('Open both.')] },
          {
            type: 'listItem',
            children: [
              paragraph('Mend one:'),
              { type: 'list', children: [{ type: 'listItem', children: [paragraph('north')] }] },
            ],
          },
        ],
      },
      { type: 'footnoteDefinition', identifier: '1', children: [paragraph('Survey of 2019.') as never] },
      { type: 'table', align: [null, 'right'], children: [row('Bridge', 'Length'), row('North|old', '120 m')] },
      { type: 'blockquote', children: [paragraph('First.'), paragraph('Second.')] },
    ])
    expect(markdown).toBe(`## Bridges and roads

The river has two bridges[^1].

3. Open both.
4. Mend one:
   - north

| Bridge | Length |
| --- | --: |
| North\\|old | 120 m |

> First.
>
> Second.

[^1]: Survey of 2019.
`)
  })

  it('escapes only what markdown would read as markup', () => {
    expect(bodyOf([paragraph('AT&T has 5* rooms, see [12] and snake_case ~ 40 km.')])).toBe(
      'AT&T has 5* rooms, see [12] and snake_case ~ 40 km.\n',
    )
    expect(bodyOf([paragraph('1. is no item & &amp; <b> `x` `y` [a](b)')])).toBe(
      '1\\. is no item & \\&amp; \\<b> \\`x\\` \\`y\\` \\[a](b)\n',
    )
    expect(bodyOf([paragraph('See https://example.org/a_b_(c)*d, and *this* too')])).toBe(
      'See https://example.org/a_b_(c)*d, and \\*this\\* too\n',
    )
  })

  it('takes adjacent leaves as one text, so that an escape sees its neighbours', () => {
    expect(bodyOf([paragraph('snake', '_', 'case, 3', '. item')])).toBe('snake_case, 3. item\n')
    expect(bodyOf([paragraph('3', '. item')])).toBe('3\\. item\n')
  })

  it('puts definitions in the order of their first call, those without a call last', () => {
    const note = (identifier: string, ...children: BlockContent[]): RootContent => ({
      type: 'footnoteDefinition',
      identifier,
      children: children as never,
    })
    const call = (identifier: string): PhrasingContent => ({ type: 'footnoteReference', identifier })
    expect(
      bodyOf([
        note('9', paragraph('nine')),
        note('2', paragraph('two', call('3'))),
        note('3', paragraph('three')),
        paragraph('Text', call('2')),
      ]),
    ).toBe('Text[^2]\n\n[^2]: two[^3]\n[^3]: three\n[^9]: nine\n')
  })

  const marks = fc.constantFrom(
    ...[
      '*',
      '_',
      '~',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '&',
      '#',
      '|',
      '\\',
      '-',
      '+',
      '=',
      '.',
      ':',
      '1',
      '12',
      'a',
      'b c',
      ' ',
      '  ',
    ],
    ...[
      '\t',
      '\n',
      '**',
      '__',
      '~~',
      '---',
      '&amp;',
      '&#35;',
      '[^1]',
      '](',
      '[x]: ',
      '<b>',
      '<!--',
      'www.a.org',
      'http://a.b/c_d*e',
      'x@y.org',
    ],
    ...['é', 'Ж', '“', '—', '\u00A0', '😀', '```', '~~~', '1)', '# ', '- ', '> ', '[ ] '],
  )
  const anyText = fc.array(marks, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  const inline = fc.oneof(
    { weight: 6, arbitrary: anyText.map((value): PhrasingContent => ({ type: 'text', value })) },
    { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'footnoteReference', identifier: '1' }) },
    { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
    {
      weight: 1,
      arbitrary: anyText.map(
        (value): PhrasingContent => ({ type: 'link', url: '#x', children: [{ type: 'text', value: `a${value}b` }] }),
      ),
    },
  )

  it('is read back by remark as the same structure, whatever the text', () => {
    const blocks = fc.array(fc.array(inline, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    const kinds = fc.constantFrom('paragraph', 'heading', 'quote', 'item', 'cell', 'note')
    fc.assert(
      fc.property(blocks, kinds, (contents, kind) => {
        const children = contents.map((nodes, at): RootContent => wrap(kind, solid(nodes), at))
        expectSameStructure([
          ...children,
          { type: 'footnoteDefinition', identifier: '1', children: [paragraph('n') as never] },
        ])
      }),
      { numRuns: 3000, seed: 7 },
    )
  })
})

/** Blocks of running text never begin or end with a line break, and never hold two in a row. */
function solid(nodes: PhrasingContent[]): PhrasingContent[] {
  return [
    { type: 'text', value: 'x' },
    ...nodes.flatMap((node) => (node.type === 'break' ? [node, text('y')] : [node])),
    text('z'),
  ]
}

function wrap(kind: string, children: PhrasingContent[], at: number): RootContent {
  const block: BlockContent = { type: 'paragraph', children }
  switch (kind) {
    case 'heading':
      return { type: 'heading', depth: 2, children: children.filter((node) => node.type !== 'break') }
    case 'quote':
      return { type: 'blockquote', children: [block] }
    case 'item':
      return { type: 'list', ordered: at % 2 === 0, children: [{ type: 'listItem', children: [block, block] }] }
    case 'cell': {
      const cells = children.filter((node) => node.type !== 'break')
      return { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: cells }] }] }
    }
    case 'note':
      return { type: 'footnoteDefinition', identifier: `n${at}`, children: [block as never] }
    default:
      return block
  }
}
