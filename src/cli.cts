#!/usr/bin/env node
const { readdirSync, readFileSync, renameSync, writeFileSync }: typeof import('node:fs') = require('node:fs')
const { dirname, join }: typeof import('node:path') = require('node:path')
const { setFlagsFromString }: typeof import('node:v8') = require('node:v8')
const { Script }: typeof import('node:vm') = require('node:vm')

/*
 * Starts the command. It is shipped as one file of three megabytes, of which most runs need less than half: what V8 has
 * compiled in the first build is kept beside the file, and later runs begin with that. On a dossier of 27 pages this
 * takes a quarter of a second off. CommonJS, because Node's loader of modules takes a tenth of the time of a single page.
 */

type Program = typeof import('./command/program.ts', { with: { 'resolution-mode': 'import' }})

/**
 * Settings of V8, by the major versions of Node in which they gain. A build is over before most functions have paid for
 * their optimization: with more budget the optimizer keeps to the hot ones, and with less inlining it is done with each
 * sooner. At 27 pages that saves a quarter of the processor time on Node 20, a tenth on 22, nothing on 24. On Node 20
 * alone, room at once for what is new saves a twentieth at 230 pages, as most of it lives to the end; and regular
 * expressions become machine code at once, and code stays compiled, so that all of it can be kept.
 */
const optimizeLess = [
  '--interrupt-budget=300000',
  '--max-inlined-bytecode-size=150',
  '--max-inlined-bytecode-size-cumulative=300',
]
const settings: Readonly<Record<string, readonly string[]>> = {
  20: [...optimizeLess, '--semi-space-growth-factor=16', '--no-regexp-tier-up', '--no-flush-bytecode'],
  22: optimizeLess,
}

/** The bundled command; undefined when only the modules are there, as in development. */
function findBundle(folder: string): string | undefined {
  try {
    const name = readdirSync(folder).find((entry) => /^program-\w+\.cjs$/.test(entry))
    return name && join(folder, name)
  } catch {
    return undefined
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function loadBundle(path: string): Program {
  const compiled = `${path}.${process.arch}-${process.versions.v8}`
  const cachedData = readIfThere(compiled)
  // The bundle is ASCII, which is read fastest under this name.
  const source = readFileSync(path, 'latin1')
  const script = new Script(source, { filename: path, ...(cachedData ? { cachedData } : {}) })
  if (!cachedData || script.cachedDataRejected) keepAtExit(script, compiled)
  const module = { exports: {} as Program }
  script.runInThisContext()(module.exports, require, module, path, dirname(path))
  return module.exports
}

/** Keeps what a build has compiled. Where the folder cannot be written to, each run compiles for itself. */
function keepAtExit(script: import('node:vm').Script, path: string): void {
  if (process.argv[2] !== 'build') return
  process.once('exit', (code) => {
    if (code > 1) return
    try {
      writeFileSync(`${path}.${process.pid}`, script.createCachedData())
      renameSync(`${path}.${process.pid}`, path)
    } catch {
      // Nothing is lost but time.
    }
  })
}

/** What another thread is started with. */
const threadArgument = 'thread'

/** Loaded when there are other threads. */
function workerThreads(): typeof import('node:worker_threads') {
  return require('node:worker_threads')
}

/** Megabytes that V8 takes for what was made last: half of its usual, and no slower at a million words. */
const maxYoungGenerationSizeMb = 24

function startWorker(): import('node:worker_threads').Worker {
  return new (workerThreads().Worker)(__filename, {
    argv: [threadArgument],
    resourceLimits: { maxYoungGenerationSizeMb },
  })
}

async function start(): Promise<void> {
  const bundle = findBundle(join(__dirname, 'bundle'))
  const program = bundle ? loadBundle(bundle) : await import('./command/program.ts')
  const port = process.argv[2] === threadArgument ? workerThreads().parentPort : null
  if (port) await program.serveThread(port)
  else await program.main(bundle ? startWorker : undefined)
}

for (const setting of settings[process.versions.node.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(setting)
void start()
