import type { MessagePort } from 'node:worker_threads'
import { Command, CommanderError, Option } from 'commander'
import { type Format, formats, profiles } from '../formats.ts'
import { packageVersion } from '../read/package-root.ts'
import { waitForFiles } from '../start/files.ts'
import type { StartWorker } from './threads.ts'

const exitCodes = `
Exit codes:
  0  done, and nothing is wrong
  1  there are errors, or warnings under --strict; what can be built is built
  2  the command was not understood
  3  a mistake in dossierpress itself

Documentation: README.md of the package.`

/** Each command is loaded when it is called, so that --help and --version answer at once. */
function createProgram(startWorker: StartWorker | undefined): Command {
  const program = new Command('dossierpress')
    .description('Turns a folder of captured source texts into a dossier that a reader can check.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', exitCodes)
    .showSuggestionAfterError()
    .exitOverride()
  addBuildCommands(program, startWorker)
  addTextCommands(program)
  return program
}

function addBuildCommands(program: Command, startWorker: StartWorker | undefined): void {
  reporting(program.command('build'))
    .description('build the dossier of a folder of sources')
    .argument('[sources]', 'folder with the source texts, or one text', 'sources')
    .argument('[out]', 'output folder', 'out')
    .option('-f, --format <list>', `forms to build, separated by commas: ${formats.join(', ')}`, parseFormats)
    .option('--templates <folder>', 'templates of your own, each in place of the built-in one of its name')
    .option('--theme <name>', 'theme of both forms: briefing, book, large-print or one of your templates')
    .addOption(
      new Option(
        '--profile <name>',
        'what the PDF is for: a bundle has a number on every page and in every bookmark',
      ).choices(profiles),
    )
    .option(
      '--threads <number>',
      'how many threads do the work, at most (default: more than one for long dossiers only)',
      parseThreads,
    )
    .action(async (sources, out, options) => {
      const { runBuild } = await import('./build.ts')
      // Nothing else goes on in this process meanwhile.
      waitForFiles()
      process.exitCode = await runBuild(sources, out, options, startWorker)
    })
  reporting(program.command('check'))
    .description('say what is wrong with the sources; nothing is written')
    .argument('[sources]', 'folder with the source texts, or one text', 'sources')
    .option('--templates <folder>', 'templates of your own')
    .action(async (sources, options) => {
      const { runBuild } = await import('./build.ts')
      process.exitCode = await runBuild(sources, undefined, options, startWorker)
    })
}

function addTextCommands(program: Command): void {
  reporting(program.command('normalize'))
    .description('turn one source text into normalized markdown')
    .argument('<file>', 'the text; "-" for standard input')
    .option('-o, --output <file>', 'where the markdown goes; "-" for standard output', '-')
    .option('--encoding <name>', 'character encoding of the text, when it is neither UTF-8 nor marked')
    .addOption(
      new Option('--type <type>', 'what the text is, when its name does not tell').choices(['text', 'markdown']),
    )
    .action(async (file, options) => {
      const { runNormalize } = await import('./normalize.ts')
      process.exitCode = await runNormalize(file, options)
    })
  program
    .command('diff')
    .description('show every edit to one source, with its rule and evidence')
    .argument('<source>', 'id of the source in its dossier, or the path of a text')
    .argument('[sources]', 'folder of the dossier', 'sources')
    .option('-a, --all', 'show edits of white space, too')
    .option('-u, --unified', 'one column, also where the terminal is wide')
    .option('--no-pager', 'all at once, also in a terminal (PAGER names the pager)')
    .option('--json', 'print the edits as JSON')
    .option('-q, --quiet', 'print no summary')
    .action(async (source, sources, options) => {
      const { runDiff } = await import('./diff.ts')
      process.exitCode = await runDiff(source, sources, options)
    })
  reporting(program.command('verify'))
    .description('check a finished dossier: every hash, and that each ledger gives its source back')
    .argument('[out]', 'folder of the dossier', 'out')
    .argument('[sources]', 'its sources; without them their hashes in the ledger are used')
    .action(async (out, sources, options) => {
      const { runVerify } = await import('./verify.ts')
      process.exitCode = await runVerify(out, sources, options)
    })
  program
    .command('explain')
    .description('explain a rule that a message names')
    .argument('[rule]', 'id of the rule; without it all rules are listed')
    .action(async (rule) => {
      const { runExplain } = await import('./explain.ts')
      process.exitCode = runExplain(rule)
    })
}

function reporting(command: Command): Command {
  return command
    .option('--strict', 'exit with 1 on warnings, too')
    .option('--json', 'print messages and results as JSON on standard output')
    .option('-v, --verbose', 'print every message, also where a rule has many, and every place that was changed')
    .option('-q, --quiet', 'print errors and warnings only')
}

function parseThreads(count: string): number {
  const threads = Number(count)
  if (!Number.isInteger(threads) || threads < 1)
    throw new CommanderError(2, 'format', `error: unknown number of threads '${count}', expected 1 or more`)
  return threads
}

function parseFormats(list: string): Format[] {
  const wanted = list.split(',').map((name) => name.trim())
  const unknown = wanted.find((name) => !formats.some((format) => format === name))
  if (unknown !== undefined)
    throw new CommanderError(2, 'format', `error: unknown format '${unknown}', expected ${formats.join(', ')}`)
  return formats.filter((format) => wanted.includes(format))
}

/** The other threads of a build: answers what the first one asks. */
export async function serveThread(port: MessagePort): Promise<void> {
  const [{ serve }, { normalizeText }] = await Promise.all([import('../threads/serve.ts'), import('../pipeline.ts')])
  serve(port, normalizeText)
}

/**
 * Runs the command that the process was started with; what it ends with is `process.exitCode`. Without a way to start
 * workers there is one thread.
 */
export async function main(startWorker?: StartWorker): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  // Ends the process in order, so that folders that are half written are removed.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  try {
    await createProgram(startWorker).parseAsync()
  } catch (error) {
    process.exitCode = explainFailure(error)
  }
}

function explainFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.code === 'format') process.stderr.write(`${error.message}\n`)
    return error.exitCode === 0 ? 0 : 2
  }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `dossierpress stopped because of a mistake of its own: ${message}\n  Please report it, with the sources if you can.\n`,
  )
  if (process.env.DOSSIERPRESS_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return 3
}
