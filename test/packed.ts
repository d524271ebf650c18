import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(root, 'node_modules/typescript/bin/tsc')

/** What a program said and how it ended. */
export interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A project that has the package among its dependencies, as npm would put it there. */
export interface Project {
  readonly folder: string
  /** Runs a program in the project; its name tells Node whether it is a module (.mjs) or CommonJS (.cjs). */
  run(name: string, program: string): Said
  /** Checks the types of a program in the project as strictly as can be, those of the package with them. */
  check(name: string, program: string): Said
  remove(): void
}

/**
 * Compiles and packs the package, and unpacks it into an empty project, beside the dependencies of this folder: nothing
 * is fetched, and what is not shipped is not there. Without the bundle of the command, which nobody imports.
 */
export function packedProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'dossierpress-packed-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, 'dossierpress'), { recursive: true })
  const archive = pack(join(folder, 'package'))
  must('tar', ['-xzf', archive, '-C', join(modules, 'dossierpress'), '--strip-components=1'], folder)
  linkDependencies(modules)
  return {
    folder,
    run(name, program) {
      writeFileSync(join(folder, name), program)
      return say(process.execPath, [name], folder)
    },
    check(name, program) {
      writeFileSync(join(folder, name), program)
      const settings = [
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--module',
        'nodenext',
        '--target',
        'es2023',
      ]
      return say(process.execPath, [compiler, ...settings, '--lib', 'es2023,dom', '--types', '', name], folder)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Makes the archive that `npm publish` would send, without running the scripts of the package. */
function pack(folder: string): string {
  mkdirSync(folder)
  for (const name of ['package.json', 'README.md', 'LICENSE', 'templates']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  must(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')], root)
  return join(folder, must('npm', ['pack', '--ignore-scripts', '--silent', '--offline'], folder).trim())
}

/** Puts there what npm would install beside the package, and nothing that only its makers need. */
function linkDependencies(modules: string): void {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
  for (const [path, { dev = false, optional = false }] of Object.entries(packages)) {
    const name = path.replace(/^node_modules\//, '')
    if (name === '' || name.includes('node_modules/') || dev || optional) continue
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, path), join(modules, name), 'junction')
  }
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>
}

function must(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = say(program, args, cwd)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

function say(program: string, args: readonly string[], cwd: string): Said {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** The README's examples in TypeScript, which are plain modules. */
export function readmeExamples(): readonly string[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program = '']) => program)
}
