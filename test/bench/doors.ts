/*
 * Processor time that importing each door of the package takes, beside unified alone: medians in milliseconds, each import
 * in a process of its own. After `npm run compile`: `npm run bench:doors`, or `npm run bench:doors -- RUNS`.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runs = Number(process.argv[2] ?? 11)

/** What is imported; the package knows itself by its name. */
const modules = ['unified', 'dossierpress', 'dossierpress/html', 'dossierpress/pdf', 'dossierpress/rules']

/** What a door loads when it is first made use of. */
const uses = [
  "await (await import('dossierpress')).parse({ mediaType: 'text/plain', metadata: {} }, { value: 'a', data: {} })",
  "await (await import('dossierpress')).readTheme(await (await import('dossierpress')).readTemplates())",
]

const programs = [...modules.map((name) => `await import('${name}')`), ...uses]
// By turns, so that whatever else the machine does falls on all of them.
const times = Array.from({ length: runs }, () => programs.map(processorTime))
for (const [index, program] of programs.entries()) {
  const own = times.map((run) => run[index] ?? 0).sort((left, right) => left - right)
  process.stdout.write(`${(own[own.length >> 1] ?? 0).toFixed(0).padStart(6)} ms  ${program}\n`)
}

/** Milliseconds that all threads of a fresh process spend on a program, Node's own start not counted. */
function processorTime(program: string): number {
  const measured = `const before = process.cpuUsage(); ${program}; const { user, system } = process.cpuUsage(before); console.log(user + system)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', measured], {
    cwd: root,
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(stderr)
  return Number(stdout) / 1000
}
