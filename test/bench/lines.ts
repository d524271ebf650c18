/*
 * How even the lines and how good the pages of one text are: ours, the same text with each line taking what fits, and
 * Typst's. All three are PDFs, read back with their positions and measured in the same way.
 *
 *   npm run lines -- [S] [M]
 *
 * The corpora come from ../shared/bench/gen-corpus.mjs; needs `pdftotext`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measurePrint, type PageQuality } from './page-quality.ts'
import { readLines } from './printed-lines.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const generator = join(root, '..', 'shared', 'bench', 'gen-corpus.mjs')
const fonts = '/usr/share/fonts/truetype/dejavu'
const tsx = ['--import', 'tsx']

/** Prints of a corpus: their names, and what makes them. */
function prints(corpus: string, work: string): readonly (readonly [string, string, readonly string[]])[] {
  const [ours, firstFit, typst] = ['ours', 'first-fit', 'typst'].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ]
  const build = [join(root, 'src/cli.cts'), 'build', join(corpus, 'sources')]
  const options = ['--format', 'pdf', '--quiet']
  return [
    ['ours', join(ours, 'dossier.pdf'), [...tsx, ...build, ours, ...options]],
    [
      'first fit',
      join(firstFit, 'dossier.pdf'),
      [...tsx, '--import', join(root, 'test/bench/first-fit-hooks.mjs'), ...build, firstFit, ...options],
    ],
    ['typst', `${typst}.pdf`, [join(root, 'test/bench/typst.mjs'), join(corpus, 'dossier.typ'), `${typst}.pdf`, fonts]],
  ]
}

function measure(size: string): void {
  const work = mkdtempSync(join(tmpdir(), 'dossierpress-lines-'))
  const corpus = join(work, 'corpus')
  spawnSync(process.execPath, [generator, '--size', size, '--out', corpus])
  console.log(`\n${size}${header}`)
  for (const [name, pdf, command] of prints(corpus, work)) {
    spawnSync(process.execPath, command, { cwd: root, stdio: 'ignore' })
    const lines = existsSync(pdf) ? readLines(pdf) : undefined
    console.log(lines ? row(name, measurePrint(lines)) : `${name.padEnd(12)} no PDF, or no pdftotext`)
  }
  rmSync(work, { recursive: true })
}

const columns = [
  'lines',
  'badness',
  'loose',
  'tight',
  'rivers',
  'hyphens',
  'ladders',
  'widows',
  'orphans',
  'stranded',
] as const
const header = columns
  .map((name) => name.padStart(9))
  .join(' ')
  .padStart(111)

/** Badness is the mean of a line. */
function row(name: string, quality: PageQuality): string {
  const cells = columns.map((column) =>
    column === 'badness' ? (quality.badness / Math.max(1, quality.lines)).toFixed(1) : String(quality[column]),
  )
  return [name.padEnd(12), ...cells.map((cell) => cell.padStart(9))].join(' ')
}

const sizes = process.argv.slice(2).filter((arg) => ['S', 'M', 'L'].includes(arg))
if (!existsSync(generator)) console.log(`No corpora: ${generator} is not there`)
else for (const size of sizes.length > 0 ? sizes : ['M']) measure(size)
