import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dumpPage, lineText } from '../../src/pdf/page/dump.ts'
import type { Page } from '../../src/pdf/page/page.ts'
import { dossierPages } from '../../src/pdf/press.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { squares } from '../squares.ts'
import { dossierOf, type SampleText } from './laid.ts'

const templates = await readTemplates()
const briefing = readTheme(templates, 'briefing')
/** A page of 200 by 210 points, text of squares of 5 points on lines of 10: 24 squares on a line, 14 lines on a page. */
const theme = {
  ...briefing,
  page: {
    ...briefing.page,
    paper: { width: 70.56, height: 74.08 },
    measure: 42.34,
    top: 10.6,
    bottom: 14,
    inner: 10.6,
  },
  type: Object.fromEntries(
    Object.entries(briefing.type).map(([role, type]) => [
      role,
      { ...type, size: 5, leading: role === 'note' ? 6 : 10 },
    ]),
  ) as typeof briefing.type,
  paragraph: { space: 5, indent: 0, align: 'justify' as 'justify' | 'start' },
  line: { spaceStretch: 1, spaceShrink: 0.5, letterFit: 0, glyphFit: 0, protrusion: 0, runt: 0 },
}
const library = {
  find: (family: string, weight: number, italic: boolean) => ({ family, weight, italic, path: 'squares' }),
  read: () => new Uint8Array(),
}

function layOut(texts: readonly SampleText[], align = theme.paragraph.align): Page[] {
  const labels = readLabels(templates, 'en')
  const document = dossierOf(texts)
  const settings = { document, labels, version: '0', attached: false, allNumbered: false }
  return dossierPages(
    { ...settings, theme: { ...theme, paragraph: { ...theme.paragraph, align } } },
    library,
    () => squares,
  )
}

/** The pages of the first part only. */
function partPages(markdown: string): Page[] {
  const pages = layOut([{ id: 'a', markdown }])
  const from = pages.findIndex((page) => page.anchors.some(({ id }) => id === 'a'))
  const to = pages.findIndex((page) => page.anchors.some(({ id }) => id === 'dossier:registers'))
  return pages.slice(from, to)
}

const textOf = (fragments: Page['body']) =>
  fragments.map((fragment) => (fragment.kind === 'line' ? lineText(fragment.line) : '')).join('\n')

describe('pages', () => {
  const folder = fileURLToPath(new URL('../fixtures/pdf', import.meta.url))
  test.each(readdirSync(folder))('of %s', async (name) => {
    const markdown = readFileSync(join(folder, name, 'input.md'), 'utf8')
    const dump = partPages(markdown).map(dumpPage).join('\n\n')
    await expect(`${dump}\n`).toMatchFileSnapshot(join(folder, name, 'pages.txt'))
  })
})

/** What stands last above the foot of each page but the last, after so many paragraphs of two lines. */
function lastLines(before: number, markdown: string): string[] {
  const pages = partPages(`# A\n\n${'It was as short as this one is, or so.\n\n'.repeat(before)}${markdown}`)
  return pages.slice(0, -1).map(({ body }) => textOf(body).trimEnd().split('\n').at(-1) ?? '')
}

test('what a colon announces begins on the page of the colon', () => {
  const list = `At the bridge, three of them paid the toll:\n\n${'- A cart.\n'.repeat(20)}`
  for (let before = 1; before < 9; before++)
    expect(lastLines(before, list).filter((line) => line.endsWith(':'))).toEqual([])
})

test('no page ends within a word, one with a hyphen of its own neither', () => {
  const text = 'It blew from the north-northeasterly quarter. '.repeat(9)
  const isInside = (page: Page) => /-\n/.test(textOf(page.body))
  expect(partPages(`# A\n\n${text}`).some(isInside)).toBe(true)
  for (let before = 1; before < 9; before++)
    expect(lastLines(before, text).filter((line) => line.endsWith('-'))).toEqual([])
})

test.each([
  ['justify', true],
  ['start', false],
] as const)('running text and notes with align "%s"', (align, isJustified) => {
  const text = 'The bridge was of stone and wood. '.repeat(4)
  const pages = layOut([{ id: 'a', markdown: `# A\n\n${text}[^1]\n\n[^1]: ${text}\n` }], align)
  const lines = pages.flatMap(({ body, notes }) => [...linesWith(body, 'bridge'), ...linesWith(notes, 'bridge')])
  expect(lines.length).toBeGreaterThan(6)
  expect(lines.some(({ line }) => line.ratio !== 0)).toBe(isJustified)
})

/** Where a text stands on a page: the lines of the body or of the notes that have it. */
const linesWith = (fragments: Page['body'], text: string) =>
  fragments.flatMap((fragment) =>
    fragment.kind === 'line' && lineText(fragment.line).includes(text) ? [fragment] : [],
  )

describe('notes', () => {
  const filler = 'The bridge was of stone and wood. '.repeat(6)
  test.each([
    ['a heading', '## Tolls[^1] of the marked bridge'],
    ['a list', '- one\n- marked[^1] two\n  - three'],
    ['a list in a list', '1. one\n   - marked[^1]\n'],
    ['a quotation', '> A marked[^1] saying.'],
    ['a table', '| Cart | Toll |\n| --- | --- |\n| marked[^1] | 12 |\n| Hay | 3 |'],
    ['the head of a table', '| Cart | marked[^1] |\n| --- | --- |\n| Wool | 12 |'],
    ['strong text in a quotation in a list', '- one\n\n  > two **marked[^1] words**'],
  ])('called in %s stand at the foot of its page', (_, block) => {
    const pages = partPages(`# Notes\n\n${filler}\n\n${filler}\n\n${block}\n\n${filler}\n\n[^1]: Sand below.\n`)
    const called = pages.findIndex((page) => linesWith(page.body, 'marked').length > 0)
    expect(called).toBeGreaterThan(0)
    expect(pages.map((page) => linesWith(page.notes, 'Sand below.').length)).toEqual(
      pages.map((_page, index) => (index === called ? 1 : 0)),
    )
  })

  test('that are longer than a page say on the next one that they go on', () => {
    const pages = partPages(`# Notes\n\nA word.[^7]\n\n${filler}\n\n[^7]: First. ${filler.repeat(4)}Last.\n`)
    const first = pages.findIndex((page) => linesWith(page.notes, 'First.').length > 0)
    const last = pages.findIndex((page) => linesWith(page.notes, 'Last.').length > 0)
    expect(last).toBeGreaterThan(first)
    expect(pages.map((page) => linesWith(page.notes, 'Note 7, continued').length)).toEqual(
      pages.map((_page, index) => (index > first && index <= last ? 1 : 0)),
    )
  })
})

describe('tables', () => {
  test('divide a row that is higher than a page, and repeat their head', () => {
    const tall = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
    const pages = partPages(`# Rows\n\n| Name | Matter |\n| --- | --- |\n| Salt | ${tall} |\n| Iron | short |\n`)
    const on = pages.filter((page) => linesWith(page.body, 'word').length > 0)
    expect(on.length).toBeGreaterThan(1)
    for (const page of on) expect(linesWith(page.body, 'Matter').length).toBe(1)
    const words = pages.flatMap((page) => linesWith(page.body, 'word')).map(({ line }) => lineText(line))
    expect(words.join(' ').match(/word\d+/g)?.length).toBe(60)
    // The head is part of the document once; where it comes again it belongs to no tag.
    expect(on.map((page) => linesWith(page.body, 'Matter')[0]?.tag?.role)).toEqual([
      'TH',
      ...on.slice(1).map(() => undefined),
    ])
  })

  test('stay with the paragraph before them that names them', () => {
    const filler = 'The bridge was of stone. '
    for (let count = 1; count < 9; count++) {
      const text = `# Carts\n\n${`${filler.repeat(3)}\n\n`.repeat(count)}**Table 3.** Carts by toll\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n`
      const pages = partPages(text)
      const named = pages.findIndex((page) => linesWith(page.body, 'Carts by toll').length > 0)
      expect(linesWith(pages[named]?.body ?? [], 'Table 1.1').length).toBe(1)
    }
  })

  test('set numbers under each other by their decimal point', () => {
    const rows = ['12.5', '3.25', '1,400', '7'].map((number) => `| x | ${number} |\n`).join('')
    const pages = partPages(`# Numbers\n\n| Name | Share |\n| --- | --- |\n${rows}`)
    const point = (number: string) => {
      const line = pages.flatMap((page) => linesWith(page.body, number))[0]
      const whole = number.split('.')[0] ?? ''
      const width = [...whole].reduce((sum, character) => sum + (character === '1' || character === ',' ? 2.5 : 5), 0)
      return (line?.x ?? 0) + (line?.line.pieces[0]?.x ?? 0) + width
    }
    const points = ['12.5', '3.25', '1,400', '7'].map(point)
    for (const x of points) expect(x).toBeCloseTo(points[0] ?? 0)
  })
})

describe('heads', () => {
  test('name the dossier at the left of left-hand pages, and the part at the right of right-hand pages', () => {
    const pages = partPages(`# On tolls\n\n${'The bridge was of stone. '.repeat(120)}\n`).slice(1)
    expect(pages.length).toBeGreaterThan(2)
    for (const { side, head } of pages) {
      const [title, folio] = head.flatMap((fragment) => (fragment.kind === 'line' ? [fragment] : []))
      expect(title && lineText(title.line)).toBe(side === 'recto' ? 'On tolls' : 'Letters on Bridges')
      const edge = (fragment: typeof title) =>
        side === 'recto' ? (fragment?.x ?? 0) + (fragment?.line.width ?? 0) : (fragment?.x ?? 0)
      expect(edge(title)).toBeCloseTo(edge(folio))
    }
  })
})

const word = fc.string({ unit: fc.constantFrom('a', 'e', 'n', 'r', 's', 't'), minLength: 1, maxLength: 9 })
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '))
/** A block with up to three calls, told apart by number later on. */
const block = fc.record({
  kind: fc.constantFrom('', '> ', '- ', '1. ', '## '),
  texts: fc.array(words(30), { minLength: 1, maxLength: 4 }),
})
const document = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
  lengths: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 8, maxLength: 8 }),
})

/** Markdown in which call n is the word "calln" and note n begins with "noten" and ends with "endn". */
function markdownOf({ blocks, lengths }: { blocks: { kind: string; texts: string[] }[]; lengths: number[] }): string {
  let count = 0
  const body = blocks.map(({ kind, texts }) => {
    const [first = '', ...rest] = texts
    return kind + [first, ...rest.map((text) => `call${++count}q[^${count}] ${text}`)].join(' ')
  })
  const notes = Array.from({ length: count }, (_, index) => {
    const middle = 'sane '.repeat(lengths[index % lengths.length] ?? 1)
    return `[^${index + 1}]: note${index + 1}q ${middle}end${index + 1}q`
  })
  return ['# Title', ...body, ...notes].join('\n\n')
}

test('every note starts on the page of its call, in order, and none is lost', () => {
  fc.assert(
    fc.property(document, (made) => {
      const pages = partPages(markdownOf(made))
      const find = (mark: string, where: 'body' | 'notes') =>
        pages.findIndex((page) =>
          textOf(page[where])
            .replaceAll(/-\n|\n/g, '')
            .includes(mark),
        )
      const count = made.blocks.reduce((sum, { texts }) => sum + texts.length - 1, 0)
      const order = pages.flatMap((page) =>
        [
          ...textOf(page.notes)
            .replaceAll(/-\n|\n/g, '')
            .matchAll(/note(\d+)q/g),
        ].map(([, n]) => Number(n)),
      )
      expect(order).toEqual(Array.from({ length: count }, (_, index) => index + 1))
      for (let note = 1; note <= count; note++) {
        expect(find(`note${note}q`, 'notes')).toBe(find(`call${note}q`, 'body'))
        expect(find(`end${note}q`, 'notes')).toBeGreaterThanOrEqual(find(`note${note}q`, 'notes'))
      }
    }),
    { numRuns: 60 },
  )
})
