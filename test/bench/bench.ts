/*
 * Whole processes side by side on the same seeded dossiers: for PDF ours and Typst, for HTML ours, remark and pandoc.
 *
 *   npm run bench -- [pdf] [html] [S] [M] [L] [notes] [--runs N]
 *
 * The corpora come from ../shared/bench/gen-corpus.mjs, the test of 881 notes from notes881.md beside it; without them
 * there is nothing to run on. Runs are interleaved and the ratios taken round by round, because the speed of a machine
 * drifts; the table has medians. Needs `npm run compile` first, and GNU time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { notesInTypst } from './notes-typst.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = join(root, '..', 'shared', 'bench')
const fonts = '/usr/share/fonts/truetype/dejavu'
const rounds: Readonly<Record<string, number>> = { S: 15, M: 5, L: 1, notes: 3 }

interface Peer {
  readonly name: string
  /** The program and its arguments. */
  command(corpus: string, out: string): string[]
  /** The PDF that it writes, when its pages can be counted. */
  pdf?(out: string): string
}

/** Contestants in one job; the first is what the others are measured against. */
interface Contest {
  readonly job: string
  readonly peers: readonly Peer[]
}

const cli = process.env.BENCH_CLI ?? join(root, 'dist', 'cli.cjs')
const node = process.execPath
const script = (name: string): string => join(root, 'test/bench', name)
const build = (corpus: string, out: string): string[] => [node, cli, 'build', join(corpus, 'sources'), out]
const pdf = (out: string): string => join(out, 'dossier.pdf')
const remark = (from: string, out: string): string[] => [node, script('remark.mjs'), from, `${out}.html`]
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
const pandoc = (from: string, out: string): string[] => [
  ...['pandoc', '-f', 'gfm', '-t', 'html5', '-s', '--toc', '-o', `${out}.html`, from],
]

const contests: readonly Contest[] = [
  {
    job: 'pdf',
    peers: [
      {
        name: 'typst',
        command: (corpus, out) => [node, script('typst.mjs'), join(corpus, 'dossier.typ'), `${out}.pdf`, fonts],
      },
      { name: 'ours, PDF', command: (corpus, out) => [...build(corpus, out), '--format', 'pdf'], pdf },
      { name: 'ours, all', command: build, pdf },
    ],
  },
  {
    job: 'html',
    peers: [
      { name: 'remark', command: (corpus, out) => remark(join(corpus, 'dossier.md'), out) },
      { name: 'remark, by file', command: (corpus, out) => remark(join(corpus, 'sources'), out) },
      ...(hasPandoc
        ? [{ name: 'pandoc', command: (corpus: string, out: string) => pandoc(join(corpus, 'dossier.md'), out) }]
        : []),
      { name: 'ours, HTML', command: (corpus, out) => [...build(corpus, out), '--format', 'html'] },
    ],
  },
]

/** What one run took: seconds and megabytes. */
interface Cost {
  readonly wall: number
  readonly cpu: number
  readonly memory: number
}

function run(command: readonly string[]): Cost | undefined {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const
  const result = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], options)
  const [wall = 0, user = 0, system = 0, kilobytes = 0] =
    (result.stderr ?? '').trimEnd().split('\n').at(-1)?.split(' ').map(Number) ?? []
  // Exit code 1 says that there were messages about the sources, which does not concern a bench.
  return result.error || (result.status ?? 2) > 1 ? undefined : { wall, cpu: user + system, memory: kilobytes / 1024 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function makeCorpus(size: string, corpus: string): void {
  if (existsSync(corpus)) return
  if (size !== 'notes') {
    spawnSync(process.execPath, [join(shared, 'gen-corpus.mjs'), '--size', size, '--out', corpus])
    return
  }
  const markdown = readFileSync(join(shared, 'notes881.md'), 'utf8')
  mkdirSync(join(corpus, 'sources'), { recursive: true })
  writeFileSync(join(corpus, 'sources', 'notes.md'), markdown)
  writeFileSync(join(corpus, 'dossier.md'), markdown)
  writeFileSync(join(corpus, 'dossier.typ'), notesInTypst(markdown))
}

/** Pages of one of our own files, whose page objects are not packed. */
function countPages(path: string): number {
  return existsSync(path) ? (readFileSync(path, 'latin1').match(/\/Type \/Page\n/g)?.length ?? 0) : 0
}

function bench({ job, peers }: Contest, size: string, work: string, runs: number): void {
  const corpus = join(work, size)
  makeCorpus(size, corpus)
  const outOf = (name: string) => join(work, `out-${job}-${size}-${name.replace(/\W+/g, '-')}`)
  const costs = peers.map(() => [] as Cost[])
  for (let round = 0; round < runs; round++) {
    for (const [index, { name, command }] of peers.entries()) {
      const cost = run(command(corpus, outOf(name)))
      if (cost) costs[index]?.push(cost)
    }
  }
  const heads = ['wall s', 'cpu s', 'peak MB', 'wall', 'cpu', ...(job === 'pdf' ? ['pages', 'ms/page'] : [])]
  const head = [`${size}, ${runs} rounds`.padEnd(16), ...heads.map((name) => name.padStart(9))].join(' ')
  console.log(`\n${head}   ("wall" and "cpu": times ${peers[0]?.name})`)
  for (const [index, { name, pdf }] of peers.entries()) {
    const all = costs[index] ?? []
    const of = (key: keyof Cost) => median(all.map((cost) => cost[key]))
    const ratio = (key: keyof Cost) => median(all.map((cost, round) => cost[key] / (costs[0]?.[round]?.[key] ?? 0)))
    const pages = pdf ? countPages(pdf(outOf(name))) : 0
    const cells = [of('wall').toFixed(2), of('cpu').toFixed(2), of('memory').toFixed(0)]
    const ratios = [ratio('wall').toFixed(2), ratio('cpu').toFixed(2)]
    const perPage = pages > 0 ? [String(pages), ((of('wall') * 1000) / pages).toFixed(1)] : []
    console.log([name.padEnd(16), ...[...cells, ...ratios, ...perPage].map((cell) => cell.padStart(9))].join(' '))
  }
}

const args = process.argv.slice(2)
const sizes = args.filter((arg) => arg in rounds)
const jobs = contests.filter(({ job }) => args.includes(job))
const given = Number(args[args.indexOf('--runs') + 1])
if (!existsSync(shared)) console.log(`No corpora: ${shared} is not there`)
else if (!existsSync(cli)) console.log('Compile first: npm run compile')
else {
  const work = mkdtempSync(join(tmpdir(), 'dossierpress-bench-'))
  if (!hasPandoc) console.log('pandoc is not installed: HTML is measured against remark alone')
  for (const contest of jobs.length > 0 ? jobs : contests)
    for (const size of sizes.length > 0 ? sizes : ['S', 'M', 'notes'])
      bench(contest, size, work, Number.isNaN(given) ? (rounds[size] ?? 1) : given)
  rmSync(work, { recursive: true })
}
