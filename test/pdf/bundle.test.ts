import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { toPdf } from '../../src/pdf/pdf.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { type Printed, readPrinted } from '../printed.ts'
import { dossierOf } from './laid.ts'

interface Bookmark {
  readonly title: string
  readonly dest: string
  readonly items: readonly Bookmark[]
}

const templates = await readTemplates()
const paragraph = 'The ferryman counted the carts, and the miller counted the sacks that were in them. '
const section = (title: string) => `## ${title}\n\n${`${paragraph.repeat(8)}\n\n`.repeat(7)}`
const texts = ['mill', 'ferry'].map((id) => ({
  id,
  markdown: `# The ${id}\n\n${section('Spring')}${section('Summer')}`,
}))

/** What stands lowest on each page. */
async function lowestOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const lowest: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []))
    lowest.push(texts.sort((a, b) => a.transform[5] - b.transform[5])[0]?.str ?? '')
  }
  return lowest
}

/** The bookmarks and those under them. */
function all(bookmarks: readonly Bookmark[]): Bookmark[] {
  return bookmarks.flatMap((bookmark) => [bookmark, ...all(bookmark.items)])
}

describe('a bundle', () => {
  let printed: Printed
  let folios: string[]
  let bookmarks: Bookmark[]
  let destinations: Record<string, unknown[]>
  beforeAll(async () => {
    // In the book, parts start on right-hand pages, so there are blank ones.
    const bytes = await toPdf(dossierOf(texts), {
      theme: readTheme(templates, 'book'),
      labels: readLabels(templates, 'en'),
      fonts: fontLibrary(templatesFolder()),
      file: new VFile({ path: 'dossier.yaml' }),
      version: '0.0.0',
      profile: 'bundle',
    })
    printed = await readPrinted(bytes)
    const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
    folios = await lowestOf(pdf)
    bookmarks = all((await pdf.getOutline()) as unknown as Bookmark[])
    destinations = (await pdf.getDestinations()) as Record<string, unknown[]>
  })

  test('has its number on every page, from the title page on, and it is that of the page in the file', () => {
    expect(folios).toEqual(printed.pages.map((_, index) => String(index + 1)))
    expect(printed.labels).toEqual(folios)
    expect(printed.pages.some((text) => /^\s*\d+\s*$/.test(text))).toBe(true)
  })

  test('has bookmarks that name the page they lead to', () => {
    expect(bookmarks.length).toBeGreaterThan(8)
    for (const { title, dest } of bookmarks)
      expect(title).toMatch(new RegExp(`, p\\. ${printed.destinations.get(dest)}$`))
  })

  test('keeps the zoom, and links its contents', () => {
    for (const [, kind, , , zoom] of Object.values(destinations))
      expect([(kind as { name: string }).name, zoom]).toEqual(['XYZ', null])
    const linked = new Set(printed.links.map(({ target }) => target))
    const before = ['dossier:imprint', 'dossier:contents']
    for (const { dest } of bookmarks) if (!before.includes(dest)) expect(linked).toContain(dest)
  })
})
