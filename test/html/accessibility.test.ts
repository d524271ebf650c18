import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { build } from '../../src/pipeline.ts'
import { type Folder, startBrowser, writeFolder } from './browser.ts'
import { documentOf, fixtureTexts, optionsFor } from './dossier.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const views = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)

let browser: Browser
let folder: Folder
let sample: Folder

beforeAll(async () => {
  folder = writeFolder(toHtml(documentOf(fixtureTexts(), { title: 'Three sources' }), optionsFor()))
  const { output } = await build({
    sources: fileURLToPath(new URL('../../sources', import.meta.url)),
    formats: ['html'],
  })
  sample = writeFolder(output)
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  folder.remove()
  sample.remove()
})

interface View {
  readonly width: number
  readonly colorScheme: 'light' | 'dark'
}

async function open(address: string, { width, colorScheme }: View): Promise<Page> {
  // The browser from npm crashes when a context is closed, so only the page is.
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage()
  await page.goto(address)
  return page
}

/** Violations of WCAG 2.2 AA, and whether the page can be scrolled sideways (1.4.10). The script goes in as a stylesheet could not: past the page's policy. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate((runOnly) => {
    const { axe: engine } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }
    return engine.run(document, { runOnly, resultTypes: ['violations'] })
  }, tags)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const found = results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  return wide > 0 ? [...found, `reflow: ${wide}px too wide`] : found
}

describe.each(views)('at $width pixels, $colorScheme', (view) => {
  it.each([
    'dossier.html',
    'site/index.html',
    'site/part-river.html',
    'site/source-notice.html',
    'site/registers.html',
  ])('%s has no barrier', async (path) => {
    const page = await open(folder.address(path), view)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it.each(['dossier.html', 'site/part-paper.html'])('%s of the sample has no barrier', async (path) => {
    const page = await open(sample.address(path), view)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('search, with hits, has no barrier', async () => {
    const page = await open(folder.address('dossier.html'), view)
    await page.keyboard.press('/')
    await page.keyboard.type('gauge')
    await page.locator('.hits a').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('a note that opens at its call, or stands beside the text, has no barrier', async () => {
    const page = await open(folder.address('site/part-river.html'), view)
    if (view.width < 1000) await page.locator('#river-p1 .call a').click()
    await page
      .locator(view.width < 1000 ? '.pop' : '.sidenote')
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})
