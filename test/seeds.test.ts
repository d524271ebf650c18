import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readLedger } from '../src/ledger/read-json.ts'
import { undoBytes } from '../src/ledger/undo.ts'
import { blocksOf, wordsOf } from './blocks.ts'
import { readFolder } from './folder.ts'
import { startBrowser, watch } from './html/browser.ts'
import { namesIn } from './names.ts'
import { type Printed, type PrintedLink, readPrinted } from './printed.ts'

/*
 * The first user's five texts lie beside the repository and are not part of it. Without them there is nothing to
 * build here.
 */
const repository = fileURLToPath(new URL('..', import.meta.url))
const seeds = join(repository, '../shared/seeds')
const here = existsSync(seeds)
const names = here ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : []
const ids = names.map((name) => basename(name, '.txt'))

const folder = mkdtempSync(join(tmpdir(), 'dossierpress-seeds-'))
const sources = join(folder, 'sources')
const outputs = { 'Pacific/Auckland': join(folder, 'east'), 'America/Los_Angeles': join(folder, 'west') }
const out = outputs['Pacific/Auckland']
let printed: Printed

beforeAll(async () => {
  if (!here) return
  mkdirSync(sources)
  for (const name of names) cpSync(join(seeds, name), join(sources, name))
  for (const [zone, target] of Object.entries(outputs)) await buildIn(zone, target)
  printed = await readPrinted(readFileSync(join(out, 'dossier.pdf')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function buildIn(zone: string, target: string): Promise<unknown> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'build.ts', sources, target], {
    cwd: repository,
    env: { ...process.env, TZ: zone },
  })
}

describe('the five seeds', () => {
  beforeEach(({ skip }) => skip(!here, `${seeds} is not there`))

  test.each(ids)('%s says what its truth says, in capitals or not', (id) => {
    const [actual, truth] = [join(out, 'markdown'), join(seeds, 'truth')].map((place) =>
      blocksOf(readFileSync(join(place, `${id}.md`), 'utf8').toLowerCase()),
    )
    // A fact box may stand before or after the headline.
    expect(actual?.body.toSorted()).toEqual(truth?.body.toSorted())
    expect(actual?.calls).toEqual(truth?.calls)
    expect([...(actual?.notes.keys() ?? [])]).toEqual([...(truth?.notes.keys() ?? [])])
  })

  test('a note text that the capture kept is kept word for word', () => {
    for (const id of ids) {
      const raw = new Set(wordsOf([readFileSync(join(seeds, `${id}.txt`), 'utf8')]))
      const kept = [...blocksOf(readFileSync(join(seeds, 'truth', `${id}.md`), 'utf8')).notes].filter(
        ([, text]) => !text.startsWith('Note text not present'),
      )
      const { notes } = blocksOf(readFileSync(join(out, 'markdown', `${id}.md`), 'utf8'))
      for (const [label, text] of kept) expect(wordsOf([notes.get(label) ?? ''])).toEqual(wordsOf([text]))
      for (const [label] of kept) expect(wordsOf([notes.get(label) ?? '']).every((word) => raw.has(word))).toBe(true)
    }
  })

  test('undoing the ledger gives back the bytes of every source', () => {
    const ledgers = readLedger(readFileSync(join(out, 'ledger.json'), 'utf8'))
    expect(ledgers.map(({ id }) => id)).toEqual(ids)
    for (const ledger of ledgers) {
      const bytes = undoBytes(readFileSync(join(out, 'markdown', `${ledger.id}.md`), 'utf8'), ledger)
      expect(sha256(bytes)).toBe(sha256(readFileSync(join(seeds, `${ledger.id}.txt`))))
    }
  })

  test('two builds in two time zones have the same bytes', () => {
    const [east = [], west] = Object.values(outputs).map((target) =>
      Object.entries(readFolder(target)).map(([path, bytes]) => [path, sha256(bytes)]),
    )
    expect(east.length).toBeGreaterThan(ids.length)
    expect(east).toEqual(west)
  })

  test('every page number that is printed in a link is that of the page it leads to', () => {
    expect(printed.links.filter(({ targetPage }) => targetPage === undefined)).toEqual([])
    const numbered = printed.links.filter((link) => numberIn(link) !== undefined)
    expect(numbered.length).toBeGreaterThan(30)
    for (const link of numbered) expect(numberIn(link), link.text).toBe(printed.labels[(link.targetPage ?? 0) - 1])
  })

  test('the page that the contents give for a heading has the heading', () => {
    const contents = 1 + printed.pages.findIndex((text) => letters(text).startsWith('contents'))
    const entries = printed.links.filter(({ page, target }) => page === contents && /^[^-]+$|-s\d+$/.test(target))
    expect(entries.length).toBeGreaterThan(ids.length)
    for (const { text, targetPage } of entries)
      expect(letters(printed.pages[(targetPage ?? 0) - 1] ?? '')).toContain(letters(text.replace(/^\d\S*/, '')))
  })

  test('every note is at the foot of the page of its call', () => {
    const calls = printed.links.filter(({ target, text }) => /-n\d+$/.test(target) && /^\d+$/.test(text))
    expect(calls).toHaveLength(20)
    for (const { target, page, targetPage } of calls) expect([target, targetPage]).toEqual([target, page])
  })

  test('the HTML opens from disk in a browser, and a call leads to its note and back', async () => {
    const browser = await startBrowser()
    const page = await browser.newPage()
    const troubles = watch(page)
    await page.goto(pathToFileURL(join(out, 'dossier.html')).href)
    const notes = await page.evaluate(() =>
      [...document.querySelectorAll('[role="doc-noteref"]')].map((call) => {
        const note = document.getElementById(call.getAttribute('href')?.slice(1) ?? '')
        return note?.querySelector('[role="doc-backlink"]')?.getAttribute('href') === `#${call.id}`
      }),
    )
    await browser.close()
    expect(notes).toEqual(Array(20).fill(true))
    expect(troubles).toEqual([])
  })

  test('no rule knows a name of the seeds', () => {
    const texts = names.map((name) => readFileSync(join(seeds, name), 'utf8')).join('\n')
    const known = new Set(namesIn(texts, otherTexts()))
    expect(known.size).toBeGreaterThan(50)
    const found = Object.entries(readFolder(join(repository, 'src'))).flatMap(([path, bytes]) => {
      const words = new Set(
        bytes
          .toString('utf8')
          .toLowerCase()
          .match(/\p{L}+/gu),
      )
      return [...words].filter((word) => known.has(word)).map((word) => `${path}: ${word}`)
    })
    expect(found).toEqual([])
  })
})

/** The page number at the end of a link: of an entry of the contents, or after "p.". */
function numberIn({ text, page }: PrintedLink): string | undefined {
  const reference = /(?:^|\s)p\. (\d+)$/.exec(text) ?? (page <= 3 ? /[ .](\d+)$/.exec(text) : null)
  return reference?.[1]
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '')
}

/** Texts about other things, to tell names from words. */
function otherTexts(): string[] {
  const captures = join(repository, '../shared/captures')
  return readdirSync(captures)
    .map((name) => join(captures, name, 'truth.md'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
