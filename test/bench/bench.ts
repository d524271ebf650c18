/*
 * Whole processes side by side: ours, PDF alone and everything, and Typst, on the same seeded dossiers.
 *
 *   npm run bench -- [S] [M] [L] [--runs N]
 *
 * The corpora come from ../shared/bench/gen-corpus.mjs; without it there is nothing to run on. Runs are interleaved and
 * the ratios taken round by round, because the speed of a machine drifts. Needs `npm run compile` first, and GNU time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const generator = join(root, '..', 'shared', 'bench', 'gen-corpus.mjs')
const fonts = '/usr/share/fonts/truetype/dejavu'
const rounds: Readonly<Record<string, number>> = { S: 5, M: 3, L: 1 }

interface Peer {
  readonly name: string
  /** Arguments for node. */
  command(corpus: string, out: string): string[]
}

const cli = process.env.BENCH_CLI ?? join(root, 'dist', 'cli.js')
const peers: readonly Peer[] = [
  {
    name: 'typst',
    command: (corpus, out) => [join(root, 'test/bench/typst.mjs'), join(corpus, 'dossier.typ'), `${out}.pdf`, fonts],
  },
  {
    name: 'ours, PDF',
    command: (corpus, out) => [cli, 'build', join(corpus, 'sources'), out, '--format', 'pdf'],
  },
  {
    name: 'ours, all',
    command: (corpus, out) => [cli, 'build', join(corpus, 'sources'), out],
  },
]

/** What one run took: seconds and megabytes. */
interface Cost {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

function run(args: readonly string[]): Cost | undefined {
  const result = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', process.execPath, ...args], { encoding: 'utf8' })
  const [wall = 0, user = 0, system = 0, kilobytes = 0] =
    (result.stderr ?? '').trimEnd().split('\n').at(-1)?.split(' ').map(Number) ?? []
  // Exit code 1 says that there were messages about the sources, which does not concern a bench.
  return result.error || (result.status ?? 2) > 1 ? undefined : { wall, cpu: user + system, memory: kilobytes / 1024 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function bench(size: string, work: string, runs: number): void {
  const corpus = join(work, size)
  spawnSync(process.execPath, [generator, '--size', size, '--out', corpus])
  const costs = new Map<string, Cost[]>(peers.map(({ name }) => [name, []]))
  for (let round = 0; round < runs; round++) {
    for (const { name, command } of peers) {
      const cost = run(command(corpus, join(work, `out-${size}-${name.replace(/\W+/g, '-')}`)))
      if (cost) costs.get(name)?.push(cost)
    }
  }
  const base = costs.get('typst') ?? []
  console.log(`\n${size}, ${runs} rounds          wall s    cpu s   peak MB   wall/typst   cpu/typst`)
  for (const [name, all] of costs) {
    const ratio = (key: 'wall' | 'cpu') =>
      median(all.map((cost, round) => cost[key] / (base[round]?.[key] ?? Number.NaN)))
    const cells = [median(all.map((cost) => cost.wall)), median(all.map((cost) => cost.cpu))]
    const row = [...cells.map((cell) => cell.toFixed(2)), median(all.map((cost) => cost.memory)).toFixed(0)]
    console.log(
      [
        name.padEnd(16),
        ...[...row, ratio('wall').toFixed(2), ratio('cpu').toFixed(2)].map((cell) => cell.padStart(9)),
      ].join(' '),
    )
  }
}

const args = process.argv.slice(2)
const sizes = args.filter((arg) => arg in rounds)
const given = Number(args[args.indexOf('--runs') + 1])
if (!existsSync(generator)) console.log(`No corpora: ${generator} is not there`)
else if (!existsSync(cli)) console.log('Compile first: npm run compile')
else {
  const work = mkdtempSync(join(tmpdir(), 'dossierpress-bench-'))
  mkdirSync(work, { recursive: true })
  for (const size of sizes.length > 0 ? sizes : ['S', 'M'])
    bench(size, work, Number.isNaN(given) ? (rounds[size] ?? 1) : given)
  rmSync(work, { recursive: true })
}
