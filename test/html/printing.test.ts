import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { type Folder, startBrowser, writeFolder } from './browser.ts'
import { documentOf, fixtureTexts, optionsFor } from './dossier.ts'

const columns = Array.from({ length: 14 }, (_, at) => `Measurement${at + 1}`)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** What is hard to print: a table wider than any paper, an address without a break, code, a part of many pages. */
const wide = `# Wide matter

${row(columns)}
${row(columns.map(() => '---'))}
${row(columns.map((_, at) => `Hochwasserstandsmessung${at}`))}

The address https://example.org/${'a-very-long-path/'.repeat(14)}end goes on.

    ${'code_without_any_break_'.repeat(9)}end

${Array.from({ length: 60 }, (_, at) => `Paragraph ${at}: the keeper wrote the level down once more, and read it aloud.[^${at}]`).join('\n\n')}

${Array.from({ length: 60 }, (_, at) => `[^${at}]: Note ${at} of the keeper's book.`).join('\n')}
`

let browser: Browser
let folder: Folder

beforeAll(async () => {
  const texts = [{ path: 'wide.md', text: wide }, ...fixtureTexts()]
  folder = writeFolder(toHtml(documentOf(texts, { title: 'Printed from the browser' }), optionsFor()))
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  folder.remove()
})

/** Characters without what line breaks change: space, and hyphens. */
const bare = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad\u2010-]+/g, '')

/** A page printed on A4: the text of the blocks that a reader of the screen sees, that of the paper, and what stands outside the sheet. */
async function print(path: string) {
  // The browser from npm crashes when a context is closed, so only the page is.
  const page = await (await browser.newContext()).newPage()
  await page.goto(folder.address(path))
  const blocks = await page.evaluate(() => {
    for (const extra of document.querySelectorAll('.part .sidenote, .downloads, .sort')) {
      extra.replaceWith(...(extra.matches('.sort') ? extra.childNodes : []))
    }
    const kinds = '.part :is(h2, h3, h4, p, li, th, td, pre, figcaption, dt, dd)'
    return [...document.querySelectorAll(kinds)]
      .filter((block) => !block.closest('.source, .backs') && !block.querySelector(kinds.slice('.part '.length)))
      .map((block) => block.textContent ?? '')
  })
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf({ format: 'A4' })), verbosity: 0 }).promise
  await page.close()
  let text = ''
  const outside: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number)
    const [, , width = 0, height = 0] = sheet.view
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item)) continue
      text += item.str
      const [x = 0, y = 0] = item.transform.slice(4)
      const isOnSheet = x >= 0 && x + item.width <= width && y >= 0 && y + item.height <= height
      if (item.str.trim() !== '' && !isOnSheet) outside.push(item.str)
    }
  }
  // Text from right to left comes back in the order of its glyphs, so its words cannot be compared.
  const comparable = blocks.map(bare).filter((block) => block !== '' && !/\p{Script=Arabic}/u.test(block))
  return { blocks: comparable, printed: bare(text), outside }
}

describe.each(['dossier.html', 'site/part-wide.html', 'site/part-river.html'])('%s on paper', (path) => {
  it('has every word of its parts, none of them cut off', async () => {
    const { blocks, printed, outside } = await print(path)
    expect(blocks.length).toBeGreaterThan(path.includes('river') ? 20 : 140)
    expect(blocks.filter((block) => !printed.includes(block))).toEqual([])
    expect(outside).toEqual([])
  })
})
