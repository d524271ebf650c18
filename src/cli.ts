#!/usr/bin/env node
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { parentPort, Worker } from 'node:worker_threads'

/*
 * Starts the command. It is shipped as one file of three megabytes, of which most runs need less than half: what V8 has
 * compiled in the first build is kept beside the file, and later runs begin with that. On a dossier of 27 pages this
 * takes a quarter of a second off.
 */

type Program = typeof import('./command/program.ts')

/** Whether this Node is one that the settings of V8 below were measured with: others tier up by other rules. */
const isMeasured = process.versions.node.startsWith('20.')

/**
 * A build is over before most functions have paid for their optimization: with four times the usual budget the
 * optimizer keeps to the hot ones, and with less inlining it is done with each sooner; that saves a twentieth of the time
 * at 27 pages and a tenth at 230 and more. Most of what is made lives to the end: room for it at once, in place of step
 * by step, saves a twentieth at 230 pages. Compiled code is not thrown away, so that all of it can be kept.
 */
const settings = [
  '--interrupt-budget=300000',
  '--max-inlined-bytecode-size=150',
  '--max-inlined-bytecode-size-cumulative=300',
  '--semi-space-growth-factor=16',
  '--no-flush-bytecode',
]

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
  script.runInThisContext()(module.exports, createRequire(import.meta.url), module, path, dirname(path))
  return module.exports
}

/** Keeps what a build has compiled. Where the folder cannot be written to, each run compiles for itself. */
function keepAtExit(script: Script, path: string): void {
  if (parentPort || process.argv[2] !== 'build') return
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

if (isMeasured) for (const setting of settings) setFlagsFromString(setting)
const bundle = findBundle(fileURLToPath(new URL('bundle', import.meta.url)))
const program = bundle ? loadBundle(bundle) : await import('./command/program.ts')
if (parentPort) await program.serveThread(parentPort)
else await program.main(bundle ? () => new Worker(new URL(import.meta.url)) : undefined)
