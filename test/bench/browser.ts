/*
 * What a reader waits for, measured in Chromium from `file:`: first paint, blocking time, scrolling and searching.
 *
 *   npm run bench:browser -- [S] [M] [long]
 *
 * S and M are corpora of ../shared/bench/gen-corpus.mjs; `long` is one part with all the text of M. Each page is opened
 * several times and the best of each figure counts, because other work on the machine can only make it worse. CHROMIUM
 * names another browser than the one from npm.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { build } from '../../src/pipeline.ts'

const generator = fileURLToPath(new URL('../../../shared/bench/gen-corpus.mjs', import.meta.url))

/** Milliseconds, but for `blocking`: what tasks take beyond 50 ms each, in sum, until the page is at rest. */
interface Figures {
  readonly paint: number
  readonly blocking: number
  /** Longest task while the page loads, is scrolled through, and is searched. */
  readonly loadStall: number
  readonly scrollStall: number
  readonly searchStall: number
  /** From the `/` key to the first hit: the index is read in between. */
  readonly firstHit: number
  /** From the last key of a second query to its hits. */
  readonly nextHit: number
}

declare global {
  interface Window {
    /** Durations of tasks of more than 50 ms since the last look. */
    longTasks: number[]
  }
}

const rounds = 5
const figureNames = ['paint', 'blocking', 'loadStall', 'scrollStall', 'searchStall', 'firstHit', 'nextHit'] as const

/** The queries are words of the generated text; the first is typed key by key. */
const queries = ['archive record', 'another'] as const

async function measure(browser: Browser, address: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.longTasks = []
    new PerformanceObserver((list) => {
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(1500)
  const load = await tasks(page)
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
  await scrollThrough(page)
  const scroll = await tasks(page)
  const [firstHit, nextHit] = await search(page)
  const searching = await tasks(page)
  await page.close()
  return {
    paint,
    blocking: load.reduce((sum, duration) => sum + duration - 50, 0),
    loadStall: Math.max(0, ...load),
    scrollStall: Math.max(0, ...scroll),
    searchStall: Math.max(0, ...searching),
    firstHit,
    nextHit,
  }
}

async function tasks(page: Page): Promise<number[]> {
  await page.waitForTimeout(300)
  return page.evaluate(() => window.longTasks.splice(0))
}

/** From top to bottom, most of a window at each frame, as a reader who holds the page key; then a jump to the middle. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let last = -1; last !== scrollY; ) {
      last = scrollY
      scrollBy({ top: innerHeight * 0.9, behavior: 'instant' })
      await new Promise((done) => requestAnimationFrame(done))
    }
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' })
    await new Promise((done) => requestAnimationFrame(done))
  })
}

async function search(page: Page): Promise<[firstHit: number, nextHit: number]> {
  const wait = (query: string) =>
    page.evaluate(async (text) => {
      const input = document.querySelector<HTMLInputElement>('dialog.search input')
      if (!input) return NaN
      const start = performance.now()
      for (let end = 1; end <= text.length; end++) {
        input.value = text.slice(0, end)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        if (end < text.length) await new Promise((done) => setTimeout(done, 40))
      }
      const last = performance.now()
      while (!document.querySelector('dialog .hits mark') && performance.now() < start + 10_000)
        await new Promise((done) => setTimeout(done, 5))
      return performance.now() - last
    }, query)
  const pressed = performance.now()
  await page.keyboard.press('/')
  await wait(queries[0])
  const firstHit = performance.now() - pressed
  await page.waitForTimeout(500)
  await page.evaluate(() => document.querySelector('dialog .hits')?.replaceChildren())
  return [firstHit, await wait(queries[1])]
}

/** Folders of sources by name. */
function corpora(work: string, names: readonly string[]): Map<string, string> {
  const made = new Map<string, string>()
  for (const name of names) {
    const folder = join(work, name)
    spawnSync(process.execPath, [generator, '--size', name === 'long' ? 'M' : name, '--out', folder])
    const sources = join(folder, name === 'long' ? 'long' : 'sources')
    mkdirSync(sources, { recursive: true })
    if (name === 'long') copyFileSync(join(folder, 'dossier.md'), join(sources, 'long.md'))
    made.set(name, sources)
  }
  return made
}

async function bench(browser: Browser, name: string, sources: string, out: string): Promise<void> {
  const { output } = await build({ sources, out, formats: ['html'] })
  const weightiest = output
    .filter(({ path }) => /^site\/part-.*\.html$/.test(path))
    .reduce((first, next) => (next.contents.length > first.contents.length ? next : first))
  for (const path of ['dossier.html', weightiest.path]) {
    const all: Figures[] = []
    for (let round = 0; round < rounds; round++) all.push(await measure(browser, pathToFileURL(join(out, path)).href))
    const best = figureNames.map((name) => Math.min(...all.map((figures) => figures[name])))
    const cells = best.map((value) => value.toFixed(0).padStart(8))
    console.log(`${`${name} ${path}`.padEnd(30)}${cells.join(' ')}`)
  }
}

const asked = process.argv.slice(2)
if (!existsSync(generator)) console.log(`No corpora: ${generator} is not there`)
else {
  const work = mkdtempSync(join(tmpdir(), 'dossierpress-browser-'))
  const browser = await playwright.launch({
    executablePath: process.env.CHROMIUM ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const head = ['paint', 'blocking', 'load', 'scroll', 'search', 'first', 'next']
  console.log(`${'milliseconds'.padEnd(30)}${head.map((name) => name.padStart(8)).join(' ')}`)
  for (const [name, sources] of corpora(work, asked.length > 0 ? asked : ['S', 'M', 'long'])) {
    await bench(browser, name, sources, join(work, `out-${name}`))
  }
  await browser.close()
  rmSync(work, { recursive: true })
}
