import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { type Folder, startBrowser, watch, writeFolder } from './browser.ts'
import { documentOf, fixtureTexts, optionsFor } from './dossier.ts'

const glossary = [['Old bridge', 'Alte Brücke', 'Köhnə körpü']]

let browser: Browser
let folder: Folder
let page: Page

beforeAll(async () => {
  const document = documentOf(fixtureTexts(), {
    title: 'The spring flood in three sources',
    date: '2022-02-01',
    glossary,
  })
  folder = writeFolder(toHtml(document, optionsFor()))
  browser = await startBrowser()
})

// The browser from npm crashes when a context is closed, so only the page is.
afterEach(() => page.close())

afterAll(async () => {
  await browser.close()
  folder.remove()
})

const phone = { width: 360, height: 700 }
const desktop = { width: 1280, height: 900 }

async function open(path: string, options: BrowserContextOptions = {}): Promise<string[]> {
  page = await (await browser.newContext({ viewport: desktop, ...options })).newPage()
  const troubles = watch(page)
  await page.bringToFront()
  page.setDefaultTimeout(8000)
  await page.goto(folder.address(path))
  return troubles
}

const focusedId = () => page.evaluate(() => document.activeElement?.id ?? '')

describe.each(['dossier.html', 'site/part-river.html'])('%s', (path) => {
  it('shows notes beside the text on a wide screen, in reach of the call', async () => {
    const troubles = await open(path)
    const note = page.locator('#river-p1 .sidenote')
    await note.waitFor()
    expect(await note.innerText()).toContain('The series begins in 1931')
    const call = await page.locator('#river-p1 .call').boundingBox()
    const box = await note.boundingBox()
    expect(Math.abs((box?.y ?? 0) - (call?.y ?? 1e6))).toBeLessThan(60)
    expect((box?.x ?? 0) + (box?.width ?? 1e6)).toBeLessThanOrEqual(desktop.width)
    expect(troubles).toEqual([])
  })

  it('opens a note at its call on a phone, by keyboard, and gives the focus back on Escape', async () => {
    await open(path, { viewport: phone })
    const call = page.locator('#river-p1 .call a')
    await call.focus()
    await page.keyboard.press('Enter')
    const pop = page.locator('.pop')
    await pop.waitFor({ state: 'visible' })
    expect(await pop.innerText()).toContain('The series begins in 1931')
    expect(await pop.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await pop.waitFor({ state: 'hidden' })
    expect(await focusedId()).toBe(await call.getAttribute('id'))
  })

  it('previews what a reference leads to while it has the focus', async () => {
    await open(path)
    await page.keyboard.press('Tab')
    await page.locator('#river-p1 a.reference').first().focus()
    await page.locator('.pop').waitFor({ state: 'visible' })
    expect(await page.locator('.pop').innerText()).toContain('How the gauges were placed')
    await page.keyboard.press('Escape')
    await page.locator('.pop').waitFor({ state: 'hidden' })
  })

  it('finds words without their diacritics, from the keyboard, and goes to the block', async () => {
    await open(path)
    await page.keyboard.press('/')
    await page.locator('dialog.search').waitFor({ state: 'visible' })
    await page.keyboard.type('HÁRBOUR tide')
    // Hits for what was typed so far may stand there for a moment.
    await expect.poll(() => page.locator('.hits mark').allInnerTexts()).toEqual(['harbour', 'tide'])
    expect(await page.locator('.hits').innerText()).toContain('the harbour, where the tide still counts')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('dialog.search').waitFor({ state: 'hidden' })
    expect(new URL(page.url()).hash).toBe('#river-p5')
  })

  it.each(['alte brucke', 'Köhnə körpü'])(
    'finds the other names of a thing that the glossary has for %s',
    async (query) => {
      await open(path)
      await page.keyboard.press('/')
      await page.keyboard.type(query)
      await expect.poll(() => page.locator('.hits').innerText()).toContain('The gauge at the old bridge')
      expect(await page.locator('.hits mark').first().innerText()).toMatch(/^old|bridge$/i)
      expect(await page.locator('dialog [role=status]').innerText()).toContain('Old bridge = Alte Brücke = Köhnə körpü')
    },
  )

  it('closes the search with Escape and gives the focus back', async () => {
    await open(path)
    await page.getByRole('button', { name: 'Search' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('dialog.search').waitFor({ state: 'visible' })
    await page.keyboard.type('gauge')
    await page.locator('.hits a').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.press('Escape')
    await page.locator('dialog.search').waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('open-search')
  })

  it("sets its text in the theme's fonts, which it brings along", async () => {
    const troubles = await open(path)
    const loaded = () =>
      page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
    await expect.poll(loaded).toEqual(expect.arrayContaining([expect.stringContaining('Source Serif 4')]))
    expect(await loaded()).toEqual(expect.arrayContaining([expect.stringContaining('Source Sans 3')]))
    expect(troubles).toEqual([])
  })

  it('says so when nothing is found', async () => {
    await open(path)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('dialog.search input').fill('zeppelin')
    await expect.poll(() => page.locator('dialog [role=status]').innerText()).toBe('Nothing found')
  })

  it('switches between light and dark against the system, and remembers', async () => {
    await open(path, { colorScheme: 'light' })
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    const button = page.locator('button.theme')
    await button.click()
    await button.click()
    expect(await button.innerText()).toBe('Theme: dark')
    expect(await paper()).not.toBe(light)
    await page.reload()
    expect(await button.innerText()).toBe('Theme: dark')
    expect(await paper()).not.toBe(light)
  })

  it('sorts a table by numbers, down and up', async () => {
    await open(path)
    const cells = () => page.locator('#river-t1 tbody td:nth-child(3)').allInnerTexts()
    const button = page.locator('#river-t1').getByRole('button', { name: 'Level' })
    await button.click()
    expect(await cells()).toEqual(['97', '388.5', '412'])
    await button.click()
    expect(await cells()).toEqual(['412', '388.5', '97'])
  })

  it.each([
    ['CSV', '\ufeffGauge,Date,Level (cm)\r\nOld bridge,3 March,412\r\n'],
    ['JSON', '[\n  {\n    "Gauge": "Old bridge",\n    "Date": "3 March",\n    "Level (cm)": "412"\n  }'],
  ])('gives a table as %s', async (format, start) => {
    await open(path)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Download as ${format}` }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).toString('utf8').startsWith(start)).toBe(true)
    expect(download.suggestedFilename()).toBe(`river-t1.${format.toLowerCase()}`)
  })

  it('copies the address of a paragraph', async () => {
    await open(path)
    // The clipboard belongs to the machine, not to the test.
    await page.evaluate(() => {
      navigator.clipboard.writeText = async (text) => void document.body.setAttribute('data-clipboard', text)
    })
    await page.locator('#river-p2 a.number').click()
    await expect.poll(() => page.locator('.status').innerText()).toBe('Copied')
    expect(await page.getAttribute('body', 'data-clipboard')).toBe(`${folder.address(path)}#river-p2`)
  })

  it('has every text, note and source row in reach without script', async () => {
    await open(path, { javaScriptEnabled: false })
    await page.locator('#river-p1 .call a').click()
    expect(new URL(page.url()).hash).toBe('#river-n1')
    await page.locator('#river-n1 a.back').first().click()
    expect(new URL(page.url()).hash).toBe('#river-n1-c1')
    expect(await page.locator('button:visible').count()).toBe(0)
    await page.locator('#river-p1 a.origin').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#source:river-p1$/)
    const captured = page.locator('[id="source:river-p1"] .captured')
    // The browser opens the folded source text for its target a moment after the address has changed.
    await expect.poll(() => captured.innerText()).toContain('The gauge at the old bridge stood at 412 cm')
  })
})

describe('single file', () => {
  it('opens the place of a paragraph in its source, with its edits', async () => {
    await open('dossier.html')
    await page.locator('#notice-p1').hover()
    await page.locator('#notice-p1 > a.origin').click()
    const pop = page.locator('.pop')
    await pop.waitFor({ state: 'visible' })
    expect(await pop.locator('.captured').innerText()).toContain('harbour office said on Monday')
    expect(await pop.locator('.edits').innerText()).toContain('normalize:')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('origin')
  })

  it('marks in the contents where the reader is', async () => {
    await open('dossier.html')
    expect(await page.locator('.side [aria-current]').count()).toBe(0)
    await page.locator('#river-s1').scrollIntoViewIfNeeded()
    await page.evaluate(() => document.querySelector('#river-s1')?.scrollIntoView())
    await expect.poll(() => page.locator('.side [aria-current]').innerText()).toContain('What the gauges show')
  })
})

it('leads from a site page to the source page, row by row', async () => {
  await open('site/part-notice.html')
  await page.locator('#notice-p1').hover()
  await page.locator('#notice-p1 > a.origin').click()
  await page.waitForURL(/source-notice\.html#source:notice-p1$/)
  expect(await page.locator('[id="source:notice-p1"] .edits').innerText()).toContain('normalize:')
})

it('reads a part in a language from right to left, with its numbers at the right', async () => {
  await open('dossier.html', { viewport: { width: 900, height: 900 } })
  const text = await page.locator('#report-p1').boundingBox()
  const number = await page.locator('#report-p1 a.number').boundingBox()
  expect(number?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 1e6) - 1)
})

it('sets labels over columns, items of a list and text of another direction as the PDF does', async () => {
  const head = '| | Out | | In | |\n| - | - | - | - | - |\n| Port | 2019 | 2020 | 2019 | 2020 |\n'
  const text = `# Grain\n\n${head}| Odrin | 12.5 | 13.1 | 4.0 | 4.2 |\n| Balta | 8.4 | 9.0 | 3.1 | 2.9 |\n\n1. One cart.\n2. Two carts.\n\nשלום עולם.\n`
  const own = writeFolder(toHtml(documentOf([{ path: 'grain.md', text, metadata: { language: 'en' } }]), optionsFor()))
  page = await (await browser.newContext({ viewport: desktop })).newPage()
  await page.goto(own.address('dossier.html'))
  const seen = await page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect())
    const [out] = [...document.querySelectorAll('th[scope="colgroup"]')]
    const rule = out ? Number.parseFloat(getComputedStyle(out, '::after').width) : 0
    const [one, two] = boxes('.part ol > li')
    const range = document.createRange()
    const paragraph = [...document.querySelectorAll('.part p')].find((p) => p.textContent?.includes('שלום'))
    range.selectNodeContents(paragraph?.lastChild ?? document.body)
    const words = range.getBoundingClientRect()
    return {
      gap: (out?.getBoundingClientRect().width ?? 0) - rule,
      apart: (two?.top ?? 0) - (one?.bottom ?? 0),
      right: (paragraph?.getBoundingClientRect().right ?? 0) - words.right,
    }
  })
  own.remove()
  expect(seen.gap).toBeGreaterThan(5)
  expect(seen.apart).toBeGreaterThan(3)
  expect(seen.right).toBeLessThan(2)
})
