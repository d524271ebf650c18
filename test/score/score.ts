import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import type { Source } from '../../src/captured/source.ts'
import { normalizeText } from '../../src/normalize-text.ts'
import { columns, type Score } from './columns.ts'

/*
 * `npm run score [PATTERN]`: normalizes the captures whose names match and prints the means of each group, as the
 * judges' scorer finds them. Captures and scorer are not part of the project: they stand beside it.
 */
const shared = new URL('../../../shared/', import.meta.url)
const captures = new URL('captures/', shared)

/** One scored capture. */
interface Row {
  readonly group: string
  readonly score: Score
}

if (existsSync(captures)) await main(new RegExp(process.argv[2] ?? '.'))
else process.stdout.write(`No captures to score in ${fileURLToPath(captures)}\n`)

async function main(only: RegExp): Promise<void> {
  const { score } = await loadScorer()
  const rows: Row[] = []
  for (const name of readdirSync(captures).sort()) {
    const folder = new URL(`${name}/`, captures)
    if (!only.test(name) || !existsSync(new URL('input.txt', folder))) continue
    const text = readFileSync(new URL('input.txt', folder), 'utf8')
    const truth = readFileSync(new URL('truth.md', folder), 'utf8')
    const meta = JSON.parse(readFileSync(new URL('meta.json', folder), 'utf8')) as { group?: string }
    rows.push({ group: meta.group ?? 'other', score: score(normalized(name, text), truth, meta, text) })
  }
  print(rows)
}

type Scorer = { score: (markdown: string, truth: string, meta: object, raw: string) => Score }

/** The scorer needs packages beside it; JUDGES names a copy of it that has them. */
async function loadScorer(): Promise<Scorer> {
  const folder = process.env.JUDGES ? new URL(`file://${process.env.JUDGES}/`) : shared
  try {
    return (await import(new URL('score/lib/score.mjs', folder).href)) as Scorer
  } catch {
    throw new Error(
      `The scorer in ${fileURLToPath(folder)} needs its packages: run npm install there, or name a copy in JUDGES`,
    )
  }
}

function normalized(id: string, text: string): string {
  const file = new VFile({ path: `${id}.txt`, value: text })
  return normalizeText({ source: sourceOf(id, text), file }).markdown
}

function sourceOf(id: string, text: string): Source {
  return {
    id,
    path: `${id}.txt`,
    mediaType: 'text/plain',
    size: Buffer.byteLength(text),
    sha256: '',
    encoding: 'utf-8',
    bom: false,
    metadata: {},
    notes: {},
    images: [],
    overrides: { off: [], options: {}, keep: [] },
  }
}

function print(rows: readonly Row[]): void {
  const names = Object.keys(columns)
  process.stdout.write(`${'group'.padEnd(16)}${'n'.padStart(4)}${names.map((name) => name.padStart(9)).join('')}\n`)
  const groups = [...new Set(rows.map(({ group }) => group))].sort()
  for (const group of groups) {
    const scores = rows.filter((row) => row.group === group).map(({ score }) => score)
    const cells = Object.values(columns).map((column) => mean(scores.map(column)))
    const shown = cells.map((cell) => (cell === undefined ? '-' : cell.toFixed(3)).padStart(9))
    process.stdout.write(`${group.padEnd(16)}${String(scores.length).padStart(4)}${shown.join('')}\n`)
  }
}

function mean(values: readonly (number | null | undefined)[]): number | undefined {
  const known = values.filter((value): value is number => typeof value === 'number' && !Number.isNaN(value))
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : undefined
}
