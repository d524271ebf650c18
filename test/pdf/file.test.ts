import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { toPdf } from '../../src/pdf/pdf.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { jpeg, pixel, png } from '../pictures.ts'
import { type Printed, readPrinted } from '../printed.ts'
import { dossierOf, type SampleText } from './laid.ts'

const templates = await readTemplates()
const file = new VFile({ path: 'dossier.yaml' })
const options = {
  theme: readTheme(templates),
  labels: readLabels(templates, 'en'),
  fonts: fontLibrary(templatesFolder()),
  file,
  version: '0.0.0',
}

const filler = 'The keeper of the bridge wrote every crossing into a book, and the book went to the town each spring. '
const chapters = Array.from({ length: 14 }, (_, n) => `## Chapter ${n + 1}\n\n${`${filler.repeat(9)}\n\n`.repeat(5)}`)
const river = `# The river\n\nSee [the last chapter](#chapter-14).[^1]\n\n${chapters.join('')}\n\n[^1]: A note *with* emphasis & an [address](https://example.org/?a=1&b=2).\n`
const script = `# Bridges & <fords>\n\nA [bad link](javascript:alert(1)) and a good one: <https://example.org/bridge>.\n\n![A small map](map.png)\n\n- [x] crossed\n- one\n  - two\n\n> quoted[^n]\n\n[^n]: Under the quotation.\n`
const texts: readonly SampleText[] = [
  { id: 'river', markdown: river },
  {
    id: 'script',
    markdown: script,
    images: [{ file: 'map.png', figure: '1', alt: 'A small map', bytes: pixel() }],
  },
]

describe('the file', () => {
  let bytes: Uint8Array
  let printed: Printed
  beforeAll(async () => {
    bytes = await toPdf(dossierOf(texts, 'Rivers & <bridges>'), options)
    printed = await readPrinted(bytes)
  })

  test('numbers its pages as it counts them', () => {
    expect(printed.labels).toEqual(printed.pages.map((_, index) => String(index + 1)))
    expect(printed.pages.length).toBeGreaterThan(10)
  })

  test('prints the true page in the contents and in every reference', () => {
    const contents = printed.links.filter(({ page }) => page === 3)
    // Parts, chapters, registers and colophon; the figure; the sources.
    expect(contents.length).toBe(2 + 14 + 2 + 1 + 2)
    for (const { text, target, targetPage } of printed.links) {
      expect(targetPage, target).toBeDefined()
      const number = /(?:\. |p\. |\s)(\d+)$/.exec(text)?.[1]
      if (number !== undefined && !/^(?:script|river)-n/.test(target)) expect(Number(number), text).toBe(targetPage)
    }
    expect(printed.pages.join(' ')).toContain('the last chapter, p. ')
  })

  test('names every source on its second page by the hash of its bytes', () => {
    const imprint = printed.pages[1]?.replaceAll(/\s+/g, ' ') ?? ''
    for (const { id } of texts) expect(imprint).toContain(`${id}.md`)
    expect(imprint.match(/0{32}/g)?.length).toBe(2 * texts.length)
    expect(imprint).not.toContain('attached')
  })

  test('has the notes on the pages of their calls', () => {
    const page = (words: string) => printed.pages.findIndex((text) => text.replaceAll(/\s+/g, ' ').includes(words))
    expect(page('A note with emphasis')).toBe(page('See the last chapter'))
    expect(page('Under the quotation.')).toBe(page('quoted'))
  })

  test('has bookmarks, a title, a language and a tag tree', async () => {
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    const outline = (await pdf.getOutline()).map(({ title }: { title: string }) => title)
    expect(outline).toEqual(['Imprint', 'Contents', '1 The river', '2 Bridges & <fords>', 'Registers', 'Colophon'])
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Rivers & <bridges>', Language: 'en' })
    expect(metadata?.get('dc:title')).toBe('Rivers & <bridges>')
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    for (let number = 1; number <= pdf.numPages; number++) {
      expect(await (await pdf.getPage(number)).getStructTree()).not.toBeNull()
    }
  })

  test('links to web and mail addresses only', async () => {
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    const addresses = new Set<string>()
    for (let number = 1; number <= pdf.numPages; number++) {
      for (const { url } of await (await pdf.getPage(number)).getAnnotations()) if (url) addresses.add(url)
    }
    expect([...addresses].sort()).toEqual(['https://example.org/?a=1&b=2', 'https://example.org/bridge'])
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('javascript:')
  })

  test('is the same bytes when made again, pictures and attachments too', async () => {
    const attachments = [
      {
        name: 'sources/river.md',
        bytes: () => Buffer.from(river),
        mediaType: 'text/markdown',
        relationship: 'Source',
        description: 'river',
      },
    ] as const
    const once = await toPdf(dossierOf(texts), { ...options, attachments })
    const again = await toPdf(dossierOf(texts), { ...options, attachments })
    expect(Buffer.compare(once, again)).toBe(0)
    const pdf = await getDocument({ data: once.slice(), verbosity: 0 }).promise
    const [attached] = Object.values(await pdf.getAttachments()) as { content: Uint8Array }[]
    expect(Buffer.from(attached?.content ?? []).toString()).toBe(river)
  })
})

describe('messages', () => {
  test('name characters that no font has, at their place, once a part', async () => {
    const document = dossierOf([
      { id: 'odd', markdown: '# Odd\n\nThe \u{1F6F6} and the \u{1F9ED} and the \u{1F6F6}.\n' },
    ])
    await toPdf(document, options)
    const messages = document.parts[0]?.file.messages.filter(({ ruleId }) => ruleId === 'glyph-is-in-font') ?? []
    expect(messages.map(({ reason, line, column }) => [reason, line, column])).toEqual([
      ['Unexpected character U+1F6F6, U+1F9ED, expected ones that a font of the theme has', 3, 5],
    ])
    expect(file.messages).toEqual([])
  })
})

describe('pictures', () => {
  const make = async (bytes: Uint8Array) => {
    const images = [{ file: 'map.png', figure: '1', alt: 'A map', bytes }]
    const document = dossierOf([{ id: 'maps', markdown: '# Maps\n\n![A map](map.png)\n', images }])
    const made = await toPdf(document, options)
    const messages = document.parts[0]?.file.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`) ?? []
    return { text: Buffer.from(made).toString('latin1'), pages: (await readPrinted(made)).pages.join(' '), messages }
  }

  test.each([
    ['interlaced', png({ width: 9, height: 7, color: 2, interlaced: true })],
    ['transparent and interlaced', png({ width: 9, height: 7, color: 6, interlaced: true })],
    ['turned', jpeg({ width: 9, height: 7, colors: 3, orientation: 6 })],
  ])('that are %s are printed', async (_, bytes) => {
    const { text, messages } = await make(bytes)
    expect(messages).toEqual([])
    expect(text).toContain('/Subtype /Image')
  })

  test('that are damaged leave an empty frame and a message', async () => {
    const { text, pages, messages } = await make(png({ width: 9, height: 7, color: 6 }).slice(0, -20))
    expect(messages).toEqual(['image-is-supported The image `map.png` ends too early'])
    expect(text).not.toContain('/Subtype /Image')
    expect(pages).toContain('The image is not in the captured source')
  })
})
