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

/*
 * How long the way from a captured text to its markdown and ledger takes, from 1 to 50 MB, beside remark-parse on the
 * same bytes. Times are those of the processor, so that other work on the machine hardly counts.
 *
 *     npx tsx --expose-gc test/bench/normalize.ts [largest size in MB]
 */

const captures = fileURLToPath(new URL('../../../shared/captures', import.meta.url))
const samples = fileURLToPath(new URL('../../sources', import.meta.url))
const largest = Number(process.argv[2] ?? 50)
const sizes = [1, 2, 5, 10, 20, 50].filter((size) => size <= largest)
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

const points: (readonly [number, number])[] = []
const lines = ['   MB   ours s   MB/s   remark-parse s   ours / remark-parse']
normalizeText(textOf(1))
remark.parse(textOf(0.5))
for (const size of sizes) {
  const text = textOf(size)
  const ours = timeOf(() => normalizeText(text))
  points.push([size, ours])
  const theirs = size <= largestForRemark ? timeOf(() => remark.parse(text)) : undefined
  const ratio = theirs === undefined ? ['', ''] : [theirs.toFixed(2), (ours / theirs).toFixed(2)]
  lines.push(
    `${String(size).padStart(5)} ${ours.toFixed(2).padStart(8)} ${(size / ours).toFixed(2).padStart(6)} ${ratio[0]?.padStart(16)} ${ratio[1]?.padStart(21)}`,
  )
}
if (points.length > 1) lines.push(`growth: log time / log size has the slope ${slopeOf(points).toFixed(3)}`)
process.stdout.write(`${lines.join('\n')}\n`)
