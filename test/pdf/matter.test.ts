import { describe, expect, test } from 'vitest'
import type { Registers, ResolvedDocument } from '../../src/link/resolved.ts'
import { lineText } from '../../src/pdf/page/dump.ts'
import type { Page } from '../../src/pdf/page/page.ts'
import { dossierPages } from '../../src/pdf/press.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { dossierOf } from './laid.ts'

const templates = await readTemplates()
const fonts = fontLibrary(templatesFolder())

function layOut(document: ResolvedDocument, name = 'briefing'): Page[] {
  const theme = readTheme(templates, name)
  const labels = readLabels(templates, 'en')
  return dossierPages({ document, theme, labels, version: '0', attached: false, allNumbered: false }, fonts)
}

/** The lines of the pages that an anchor is on, and of all after it. */
function linesFrom(anchor: string, pages: readonly Page[]) {
  const from = pages.findIndex((page) => page.anchors.some(({ id }) => id === anchor))
  const lines = pages.slice(from).flatMap(({ body }) => body)
  return lines.flatMap((fragment) =>
    fragment.kind === 'line' ? [{ ...fragment, text: lineText(fragment.line).replaceAll('\u200b', '') }] : [],
  )
}

const texts = ['mill', 'ferry'].map((id) => ({
  id,
  markdown: `# The ${id}\n\n## 1. Spring floods\n\nThe carts wait.\n\n### 1.2 A cart that waits at the ford\n\nIt waits.\n\n| Cart | Toll |\n| --- | --- |\n| Hay | 3 |\n`,
}))

describe('registers', () => {
  const empty = dossierOf(texts).registers
  const registersOf = (registers: Partial<Registers>) =>
    linesFrom('dossier:registers', layOut({ ...dossierOf(texts), registers: { ...empty, ...registers } }))
  const head = { rule: 'normalize:running-heads-are-removed', part: 'mill', why: 'the line comes back' } as const

  test('put what stood on every page of a source into one row, with all its lines', () => {
    const removedMatter = [4, 60, 1118].flatMap((line, page) => [
      { ...head, line, what: 'The Annals of the Ford' },
      { ...head, line: line + 1, what: `– ${page + 7} –`, why: 'a number alone' },
    ])
    const lines = registersOf({ removedMatter }).map(({ text }) => text)
    expect(lines.filter((text) => text.includes('Annals'))).toHaveLength(1)
    const words = lines.join(' ')
    for (const number of ['4,', '60,', '1118']) expect(words).toContain(number)
    expect(lines.join(' ')).toContain('– 7 –, – 8 –, – 9 –')
  })

  test('leave apart what has a place of its own, and what another part has', () => {
    const lost = { rule: 'link:note-has-text', why: 'its text is not there' } as const
    const lostNotes = [
      { ...lost, part: 'mill', target: 'mill-p1', line: 7, what: 'Note 1' },
      { ...lost, part: 'mill', target: 'mill-p2', line: 9, what: 'Note 2' },
    ]
    const removedMatter = ['mill', 'ferry'].map((part) => ({ ...head, part, line: 4, what: 'Annals' }))
    const lines = registersOf({ lostNotes, removedMatter }).map(({ text }) => text)
    expect(lines.filter((text) => /^Note \d$/.test(text))).toEqual(['Note 1', 'Note 2'])
    expect(lines.filter((text) => text === 'Annals')).toHaveLength(2)
  })

  test('say once what all entries have in common, and line up with each other', () => {
    const uncalledNotes = [3, 4].map((line) => {
      return {
        rule: 'link:note-has-call',
        part: 'mill',
        line,
        what: `Note ${line}`,
        why: 'no call leads to it',
      } as const
    })
    const removedMatter = [
      { ...head, line: 8, what: 'First\nSecond' },
      { ...head, line: 8, what: 'Annals, paper 1/20\nSecond', why: 'a head' },
      { ...head, line: 9, what: 'Third', rule: 'normalize:site-matter-is-left-out' } as const,
    ]
    const lines = registersOf({ uncalledNotes, removedMatter })
    const has = (text: string) => lines.filter((line) => line.text.includes(text))
    expect(has('No call leads to it (link:note-has-call)')).toHaveLength(1)
    expect(has('First / Second')).toHaveLength(1)
    expect(has('1/20')[0]?.text).toBe('Annals, paper 1/20')
    expect(has('normalize:site-matter-is-left-out')).toHaveLength(1)
    const columns = new Set(lines.filter(({ text }) => text === 'What').map(({ x }) => x))
    expect(columns.size).toBe(1)
  })

  test.each(['briefing', 'book', 'large-print'])(
    'have a place on one line where there are no reasons beside it: %s',
    (theme) => {
      const lostNotes = ['mill-p1', 'mill-p2'].map((target, index) => {
        const what = `Note ${index}`
        return { rule: 'link:note-has-text', why: 'it is not there', part: 'mill', target, line: 1234, what } as const
      })
      const pages = layOut({ ...dossierOf(texts), registers: { ...empty, lostNotes } }, theme)
      const places = linesFrom('dossier:registers', pages).filter(({ text }) => text.includes('line'))
      for (const { text } of places) expect(text).toMatch(/^1\.\d, p\.\s\d+, line\s1234$/)
      expect(places).toHaveLength(2)
    },
  )
})

describe('contents', () => {
  test('set in each level, and give the number of a title once', () => {
    const document = dossierOf([{ id: 'mill', markdown: `# 1. The mill\n\n${texts[0]?.markdown.slice(12)}` }])
    const lines = linesFrom('dossier:contents', layOut(document))
    const x = (text: string) => lines.find((line) => line.text === text)?.x ?? Number.NaN
    expect(x('1')).toBeLessThan(x('Spring floods'))
    expect(x('The mill')).toBeLessThan(x('Spring floods'))
    expect(x('Spring floods')).toBeLessThan(x('A cart that waits at the ford'))
    expect(x('1.2')).toBe(x('Spring floods'))
  })

  test('keep a short list on one page, and three entries of a long one', () => {
    for (const count of [12, 14, 16, 18, 20, 22, 24, 26, 28]) {
      const of = (number: number) => ({
        id: `mill${number}`,
        markdown: `# The mill of the ${number} ford\n\nThe carts wait.\n`,
      })
      const pages = layOut(dossierOf(Array.from({ length: count }, (_, index) => of(index))), 'book')
      const page = (anchor: string) => pages.findIndex(({ anchors }) => anchors.some(({ id }) => id === anchor))
      for (const { body } of pages.slice(page('dossier:contents'), page('mill0'))) {
        const listed = body.filter((part) => part.kind === 'line' && /^mill\d+\.md$/.test(lineText(part.line)))
        expect([1, 2]).not.toContain(listed.length)
      }
    }
  })

  test('have no list of sources where there is only one, and no full stop before a leader', () => {
    const table = '**Table 1.** Carts by toll.\n\n| Cart | Toll |\n| --- | --- |\n| Hay | 3 |\n'
    const one = { id: 'mill', markdown: `# The mill\n\nThe carts wait.\n\n${table}` }
    const of = (document: ResolvedDocument) => linesFrom('dossier:contents', layOut(document)).map(({ text }) => text)
    const lines = of(dossierOf([one]))
    expect(lines).toContain('Carts by toll')
    expect(lines).not.toContain('List of sources')
    expect(of(dossierOf([one, ...texts.slice(1)]))).toContain('List of sources')
  })
})

test('lists and registers give the first words of what is very long', () => {
  const caption = `Carts at the ford, ${'and the miller who waits for them, '.repeat(4)}in spring`
  const table = `**Table 1.** ${caption}\n\n| Cart | Toll |\n| --- | --- |\n| Hay | 3 |\n`
  const document = dossierOf([{ id: 'mill', markdown: `# The mill\n\nThe carts wait.\n\n${table}` }])
  const why = 'words of a page'
  const removed = {
    rule: 'normalize:site-matter-is-left-out',
    part: 'mill',
    line: 9,
    what: caption.repeat(9),
    why,
  } as const
  const pages = layOut({ ...document, registers: { ...document.registers, removedMatter: [removed] } })
  const textFrom = (anchor: string) =>
    linesFrom(anchor, pages)
      .map(({ text }) => text)
      .join(' ')
  const [listed = ''] = /Carts at the ford.*?…/.exec(textFrom('dossier:contents')) ?? []
  expect(listed.length).toBeGreaterThan(80)
  expect(listed.length).toBeLessThan(140)
  expect(textFrom('dossier:registers').length).toBeLessThan(1200)
})

test('the colophon stands under the registers', () => {
  const pages = layOut(dossierOf(texts))
  const page = (anchor: string) => pages.findIndex(({ anchors }) => anchors.some(({ id }) => id === anchor))
  expect(page('dossier:colophon')).toBe(page('dossier:registers'))
  expect(page('dossier:colophon')).toBe(pages.length - 1)
})

test('head and folio of a page that reaches into the margin stand at its outer edge', () => {
  const pages = layOut(dossierOf(texts))
  const last = pages.at(-1)
  const edge = Math.max(...(last?.body ?? []).flatMap((at) => (at.kind === 'rule' ? [at.x + at.width] : [])), 0)
  const [folio] = (last?.head ?? []).flatMap((at) => (at.kind === 'line' ? [at] : []))
  const imprint = pages[1]?.body.flatMap((at) => (at.kind === 'rule' ? [at.x] : [])) ?? []
  expect(imprint.length).toBeGreaterThan(0)
  const [number] = pages[1]?.head.flatMap((at) => (at.kind === 'line' ? [at] : [])) ?? []
  expect(number?.x).toBeCloseTo(Math.min(...imprint))
  expect(edge).toBe(0)
  expect(folio).toBeDefined()
})

test('a page that begins with the colophon has no running head', () => {
  const document = dossierOf(texts)
  const entry = { rule: 'link:note-has-call', part: 'mill', what: 'A note. '.repeat(80) } as const
  const heads = [12, 13, 14, 15, 16, 17].map((count) => {
    const removedMatter = Array.from({ length: count }, (_, line) => ({
      ...entry,
      line,
      why: `${'x'.repeat(line)} why`,
    }))
    const last = layOut({ ...document, registers: { ...document.registers, removedMatter } }).at(-1)
    const lines = (part: Page['body']) => part.flatMap((one) => (one.kind === 'line' ? [lineText(one.line)] : []))
    return { begins: lines(last?.body ?? [])[0] === 'Colophon', lines: lines(last?.head ?? []).length }
  })
  for (const { begins, lines } of heads) expect(lines).toBe(begins ? 1 : 2)
  expect(new Set(heads.map(({ begins }) => begins)).size).toBe(2)
})

test('the fingerprint is upright where the words before it are not', () => {
  const pages = layOut(dossierOf(texts), 'book')
  const pieces = pages.flatMap(({ body }) => body.flatMap((part) => (part.kind === 'line' ? part.line.pieces : [])))
  const hash = pieces.filter(({ words }) => /^[0-9a-f]{32}$/.test(words.map(({ text }) => text).join('')))
  expect(hash.length).toBeGreaterThanOrEqual(4)
  for (const { style } of hash) expect(style.italic).toBeFalsy()
})
