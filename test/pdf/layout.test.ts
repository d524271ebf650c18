import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { dumpPage, lineText } from '../../src/pdf/page/dump.ts'
import type { Page } from '../../src/pdf/page/page.ts'
import { layOutDossier, pagesOf } from '../../src/pdf/pdf.ts'
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
  paragraph: { space: 5, indent: 0 },
  line: { spaceStretch: 1, spaceShrink: 0.5, letterFit: 0, protrusion: 0, runt: 0 },
}
const library = {
  find: (family: string, weight: number, italic: boolean) => ({ family, weight, italic, path: 'squares' }),
  read: () => new Uint8Array(),
}

function layOut(texts: readonly SampleText[]): Page[] {
  const labels = readLabels(templates, 'en')
  const options = { theme, labels, fonts: library, file: new VFile({ path: 'dossier.yaml' }), version: '0' }
  const layout = layOutDossier(dossierOf(texts), options, () => squares)
  return layout.settled.chapters.flatMap((chapter, index) => [...pagesOf(chapter, index, layout)])
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
