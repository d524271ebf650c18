import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Capture, capturesIn } from './capture.ts'
import { differenceOf } from './difference.ts'
import { groupings, groupsOf, type ScoredSet } from './grouping.ts'
import { loadJudge } from './load-judge.ts'
import { scoreAll } from './score-all.ts'
import { shared } from './shared-judge.ts'
import { harmTable, meansTable } from './table.ts'

/*
 * `npm run score -- [SET...] [--only PATTERN] [--fit | --held] [--by kind|look|language] [--json FILE] [--since FILE]`
 *
 * Normalizes the captures of every set that is here and prints, by kind of text and the worst first, the harms for
 * 1,000 words that no message tells of, all harms, and the usual figures. A fifth of the documents of each set is kept
 * apart (`--held`): nothing is fitted to it, and where it is worse than the rest (`--fit`), something was. `--json`
 * keeps all figures and every harm, case by case; `--since` shows what has changed since such a file was written.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '.' },
    by: { type: 'string', default: 'kind' },
    fit: { type: 'boolean', default: false },
    held: { type: 'boolean', default: false },
    json: { type: 'string' },
    since: { type: 'string' },
  },
})

/** The set that is part of the project: see `test/corpus/make.ts`. */
const ownSet = 'corpus'

/** Names of the sets and their places. */
const places: Readonly<Record<string, URL>> = {
  [ownSet]: new URL('../corpus/', import.meta.url),
  ...Object.fromEntries(
    ['captures', 'captures-engines', 'captures-genres', 'captures-real'].map((name) => [
      name,
      new URL(`${name}/`, shared),
    ]),
  ),
}

await main()

async function main(): Promise<void> {
  const { name, kinds, isForAll } = await loadJudge()
  const captures = wanted().filter(({ set }) => isForAll || set === ownSet)
  process.stdout.write(`${captures.length} captures, judged by ${name}\n`)
  if (!isForAll)
    process.stdout.write(`All other sets need the scorers of ${fileURLToPath(shared)}, with their packages\n`)
  const cases = await scoreAll(captures)
  const sets = Object.keys(places)
    .map((set) => cases.filter((one) => one.set === set))
    .flatMap((some) => (some[0] ? [groupsOf(some[0].set, some, grouping(), kinds)] : []))
  for (const { set, groups, sums } of sets) {
    const rows = [...groups, ...sums]
    process.stdout.write(`\n${set}\n${harmTable(rows, kinds)}\n${meansTable(rows)}`)
  }
  if (values.since !== undefined) {
    const earlier = JSON.parse(readFileSync(values.since, 'utf8')) as { readonly sets: readonly ScoredSet[] }
    process.stdout.write(differenceOf(earlier.sets, sets) || `\nNothing has changed since ${values.since}\n`)
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ judge: name, sets, cases }, undefined, 1))
}

function grouping(): keyof typeof groupings {
  if (values.by in groupings) return values.by as keyof typeof groupings
  throw new Error(`Unexpected --by ${values.by}, expected ${Object.keys(groupings).join(', ')}`)
}

function wanted(): Capture[] {
  const unknown = positionals.find((set) => !(set in places))
  if (unknown) throw new Error(`Unexpected set ${unknown}, expected ${Object.keys(places).join(', ')}`)
  const only = new RegExp(values.only)
  return Object.entries(places)
    .filter(([set, place]) => existsSync(place) && (positionals.length === 0 || positionals.includes(set)))
    .flatMap(([set, place]) => capturesIn(set, place))
    .filter(({ name, isHeld }) => only.test(name) && (values.fit === values.held || values.held === isHeld))
}
