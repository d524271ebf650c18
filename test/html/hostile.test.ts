import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { type Folder, startBrowser, watch, writeFolder } from './browser.ts'
import { documentOf, optionsFor, type TestText } from './dossier.ts'
import { payloads } from './payloads.ts'

let browser: Browser
let page: Page
let folder: Folder | undefined

beforeAll(async () => {
  browser = await startBrowser()
})

afterEach(async () => {
  // The browser from npm crashes when a context is closed, so only the page is.
  await page.close()
  folder?.remove()
})

afterAll(() => browser.close())

/** All payloads in one line, for what has one line. */
const every = payloads.join(' ').replace(/\s+/g, ' ')

/** Everything a script, handler or address of a payload could do is call one of these. */
async function open(texts: readonly TestText[], path: string): Promise<string[]> {
  const title = texts[0]?.metadata?.title ?? 'Hostile'
  const document = documentOf(texts, { title, subtitle: every, authors: payloads, glossary: [payloads] })
  folder = writeFolder(toHtml(document, optionsFor()))
  page = await (await browser.newContext()).newPage()
  const troubles = watch(page)
  await page.exposeFunction('trapped', (what: string) => void troubles.push(`trap: ${what}`))
  await page.addInitScript(() => {
    const trap = (name: string) => () => (window as unknown as { trapped: (what: string) => void }).trapped(name)
    Object.assign(window, { alert: trap('alert'), confirm: trap('confirm'), prompt: trap('prompt'), xss: trap('xss') })
  })
  await page.goto(folder.address(path))
  return troubles
}

/** Uses the page as a reader and as an attacker's victim: follows every link that could run something, shows every popover. */
async function provoke(): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      for (const name of ['pointerover', 'mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart']) {
        element.dispatchEvent(new Event(name, { bubbles: true }))
      }
    }
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
      if (!/^https?:|^mailto:|^file:/.test(link.href)) link.click()
    }
  })
  await page.keyboard.press('/')
  await page.keyboard.type('alert xss script')
  await page.waitForTimeout(200)
}

/** The smallest PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const active = 'main :is(script, iframe, object, embed, form, input, svg, math, style, link, meta, base, video, audio)'

async function activeMarkup(): Promise<string[]> {
  return page.evaluate((selector) => {
    const elements = [...document.querySelectorAll(selector)].map((element) => element.outerHTML)
    const handlers = [...document.querySelectorAll('main, main *')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^on|^style$|^srcdoc$/.test(name)).map(({ name }) => name),
    )
    const addresses = [
      ...document.querySelectorAll('[href], img[src]:not([src^="data:image/png;base64,iVBORw0KGgo"]), :not(img)[src]'),
    ]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
      .filter(
        (address) =>
          !/^(?:https?:|mailto:|#|assets\/|publication\.json|part-|source-|index\.html|registers\.html)/.test(address),
      )
    return [...elements, ...handlers, ...addresses]
  }, active)
}

const metadata = {
  title: payloads[1] ?? '',
  publisher: payloads[2] ?? '',
  author: payloads[3] ?? '',
  url: 'javascript:xss()',
  date: payloads[4] ?? '',
  captured: payloads[5] ?? '',
  language: '"><script>xss()</script>',
  kicker: payloads[6] ?? '',
  category: payloads[7] ?? '',
}

describe.each(['md', 'txt'])('a hostile %s source', (extension) => {
  const text = payloads.map((payload) => `Before ${payload} after.`).join('\n\n')
  const texts = [{ path: `evil.${extension}`, text: `${text}\n`, metadata }]

  it.each(['dossier.html', 'site/part-evil.html', 'site/source-evil.html', 'site/index.html'])(
    'runs nothing in %s and leaves no active markup',
    async (path) => {
      const troubles = await open(texts, path)
      await provoke()
      expect(troubles).toEqual([])
      expect(await activeMarkup()).toEqual([])
    },
  )

  it('keeps what the payloads say as text', async () => {
    await open(texts, 'dossier.html')
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(60)
    const shown = await page.evaluate(() => document.querySelector('.part')?.textContent ?? '')
    expect(shown).toContain('<script>xss()</script>')
    expect(shown).toContain('<img src=x onerror=xss()>')
  })
})

/** Every payload in every kind of block: heading, list, quotation, table, figure, note, code, link. */
const blocks = payloads.flatMap((payload, at) => [
  `## ${payload}`,
  `- ${payload}\n- [${payload}](https://example.org/${at} "${payload}")`,
  `> ${payload}`,
  `| ${payload.replaceAll('|', '')} | b |\n| --- | --- |\n| ${payload.replaceAll('|', '')} | c |`,
  `![${payload}](map-${at}.png "${payload}")`,
  `![${payload}](lost.png)`,
  `Called.[^n${at}]`,
  `[^n${at}]: ${payload}`,
  `\`\`\`${payload.replaceAll('`', '')}\n${payload}\n\`\`\``,
])

describe('payloads in headings, captions, cells, notes, names and settings', () => {
  const said = Object.fromEntries(Object.keys(metadata).map((field) => [field, every]))
  const images = payloads.map((payload, at) => ({
    file: `map-${at}.png`,
    figure: String(at + 1),
    alt: payload,
    credit: payload,
    bytes: pixel,
  }))
  const texts = [
    { path: 'blocks.md', text: blocks.join('\n\n'), metadata: said, images },
    {
      path: 'plain.txt',
      text: payloads.map((payload, at) => `${at + 1}. ${payload}\n\nAnnex ${payload}`).join('\n\n'),
    },
  ]

  it.each([
    ...['dossier.html', 'site/index.html', 'site/part-blocks.html', 'site/source-blocks.html'],
    ...['site/part-plain.html', 'site/registers.html'],
  ])('run nothing in %s and leave no active markup', async (path) => {
    const troubles = await open(texts, path)
    await provoke()
    expect(troubles).toEqual([])
    expect(await activeMarkup()).toEqual([])
  })
})

describe('deep nesting', () => {
  it.each([
    ['brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['quotations', `${'> '.repeat(3_000)}deep`],
    ['lists', Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n')],
    ['emphasis', `${'*a **b '.repeat(3_000)}x${'** *'.repeat(3_000)}`],
  ])('of %s neither overflows nor loses text', async (_name, text) => {
    for (const path of ['dossier.html', 'site/part-deep.html']) {
      const troubles = await open([{ path: 'deep.md', text: `Start.\n\n${text}\n` }], path)
      expect(troubles).toEqual([])
      expect(await page.locator('.part').count()).toBe(1)
      if (path !== 'dossier.html') continue
      await page.close()
      folder?.remove()
    }
  })
})
