import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { account } from '../../src/ledger/account.ts'
import { toMarkdown } from '../../src/markdown/to-markdown.ts'
import { normalize } from '../../src/normalize/normalize.ts'
import { parse } from '../../src/parse/parse.ts'
import { shapes } from './shapes.ts'

/*
 * How long the way from a captured text to its markdown and ledger takes, from 1 to 50 MB, beside remark-parse on the
 * same bytes; with `shapes`, the same for texts that are one thing only (shapes.ts), at a tenth of the size and the
 * whole. Times are those of the processor, so that other work on the machine hardly counts; memory is the most that the
 * process has had by then.
 *
 *     npm run bench:normalize [-- LARGEST]            sizes up to LARGEST MB, 50 by default
 *     npm run bench:normalize -- shapes [SIZE] [NAME] SIZE in MB, 5 by default; only shapes whose name has NAME in it
 */

const captures = fileURLToPath(new URL('../../../shared/captures', import.meta.url))
const samples = fileURLToPath(new URL('../../sources', import.meta.url))
/** remark-parse needs more than a gigabyte of memory beyond this size, in MB. */
const largestForRemark = 5

/** Texts one after the other until they are long enough; each is cut off at a page or at a paragraph. */
function textOf(megabytes: number): string {
  const folder = existsSync(captures) ? captures : samples
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.txt') && !/2-layout/.test(path))
    .sort()
  const texts = paths.map((path) => readFileSync(join(folder, path), 'utf8'))
  const pieces: string[] = []
  let length = 0
  for (let at = 0; length < megabytes * 1e6; at++) {
    const text = texts[at % texts.length] ?? ''
    pieces.push(text.slice(0, megabytes * 1e6 - length))
    length += text.length + 2
  }
  return pieces.join('\n\n')
}

function normalizeText(text: string): void {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const source = {
    ...({ id: 'bench', path: 'bench.txt', mediaType: 'text/plain', size: text.length, encoding: 'utf-8' } as const),
    ...{ sha256, bom: false, metadata: {}, notes: {}, images: [], overrides: { off: [], options: {}, keep: [] } },
  }
  const part = normalize(parse(source, new VFile({ path: 'bench.txt', value: text })))
  account(part, toMarkdown(part))
}

const remark = unified().use(remarkParse).use(remarkGfm).freeze()

/** Processor time of some work, in seconds. */
function timeOf(work: () => void): number {
  globalThis.gc?.()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Slope of a straight line through the logarithms: 1 is linear growth. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const rise = logs.reduce((sum, [left, right]) => sum + (left - x) * (right - y), 0)
  return rise / logs.reduce((sum, [left]) => sum + (left - x) ** 2, 0)
}

function secondsOf(text: string): number {
  return timeOf(() => normalizeText(text))
}

/** The most memory that the process has had, in MB. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1000
}

function row(cells: readonly (string | number | undefined)[]): void {
  const shown = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : (cell ?? '')).padStart(12))
  process.stdout.write(`${shown.join('')}\n`)
}

function benchSizes(largest: number): void {
  const points: (readonly [number, number])[] = []
  row(['MB', 'ours s', 'MB/s', 'peak MB', 'remark s', 'ours/remark'])
  for (const size of [1, 2, 5, 10, 20, 50].filter((size) => size <= largest)) {
    const text = textOf(size)
    const ours = secondsOf(text)
    points.push([size, ours])
    const memory = peak().toFixed(0)
    const theirs = size <= largestForRemark ? timeOf(() => remark.parse(text)) : undefined
    row([String(size), ours, size / ours, memory, theirs, theirs && ours / theirs])
  }
  if (points.length > 1) process.stdout.write(`slope of log time over log size: ${slopeOf(points).toFixed(3)}\n`)
}

function benchShapes(size: number, only: string): void {
  row(['MB', 'ours s', 'MB/s', 'peak MB', 'slope'])
  for (const [name, make] of Object.entries(shapes).filter(([name]) => name.includes(only))) {
    const points = [size / 10, size].map((size) => [size, secondsOf(make(size * 1e6))] as const)
    const [, [, whole = 0] = []] = points
    row([String(size), whole, size / whole, peak().toFixed(0), slopeOf(points), `  ${name}`])
  }
}

secondsOf(textOf(1))
const [first = '50', second = '5', only = ''] = process.argv.slice(2)
if (first === 'shapes') benchShapes(Number(second), only)
else {
  remark.parse(textOf(0.5))
  benchSizes(Number(first))
}
