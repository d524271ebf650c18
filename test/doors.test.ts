import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Project, packedProject, readmeExamples } from './packed.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The doors, by the names under which they are imported. */
const doors = ['dossierpress', 'dossierpress/html', 'dossierpress/pdf', 'dossierpress/rules'] as const

/** Compiling and packing on a machine that does other things, too. */
const packingTimeout = 180_000

let project: Project

beforeAll(() => {
  project = packedProject()
  cpSync(join(root, 'sources'), join(project.folder, 'sources'), { recursive: true })
}, packingTimeout)
afterAll(() => project.remove())

describe('the package as it is installed', () => {
  test.each(doors)('%s opens to modules and to CommonJS alike', (door) => {
    const names = 'process.stdout.write(Object.keys(door).sort().join())'
    const asModule = project.run('door.mjs', `import * as door from '${door}'; ${names}`)
    const asCommonJs = project.run('door.cjs', `const door = require('${door}'); ${names}`)
    expect(asModule).toEqual({ status: 0, stdout: expect.stringMatching(/\w/), stderr: '' })
    // Node puts a name of its own on a module that is required.
    expect(asCommonJs.stdout.replace('__esModule,', '')).toBe(asModule.stdout)
  })

  test.each([
    'dossierpress/normalize/steps.js',
    'dossierpress/normalize/white-space',
    'dossierpress/dist/ledger/undo.js',
    'dossierpress/src/index.ts',
    'dossierpress/index',
  ])('%s is nobody else’s', (path) => {
    const said = (call: string) => `${call}.catch(({ code }) => process.stdout.write(String(code)))`
    expect(project.run('inside.mjs', said(`import('${path}')`)).stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
    const required = said(`Promise.resolve().then(() => require('${path}'))`)
    expect(project.run('inside.cjs', required).stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  test('the types are whole, without those that only its makers have', () => {
    expect(project.check('use.mts', typedUse)).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('the README’s examples run', () => {
    const examples = readmeExamples()
    expect(examples.length).toBeGreaterThan(1)
    const said = examples.map((program) => project.run('example.mjs', program))
    expect(said.filter(({ status }) => status !== 0)).toEqual([])
    expect(said.map(({ stdout }) => stdout).join('')).toMatch(/^true$/m)
  })
})

/** A program that uses each door, and one thing wrongly. */
const typedUse = `
import { type BuildResult, build, type Part, parse, readLedger, type RuleId, rules, undo } from 'dossierpress'
import { type HtmlOptions, toHtml } from 'dossierpress/html'
import { type PdfOptions, toPdf } from 'dossierpress/pdf'
import { lists, type Step, steps } from 'dossierpress/rules'
import { unified } from 'unified'

const ledgers = await readLedger('')
const result: BuildResult = await build({ sources: 'sources', formats: ['html'] })
const first: Step | undefined = steps[0]
const help: string = rules['normalize:lines-are-joined' satisfies RuleId].help
const tree: Part['tree'] = { type: 'root', children: [] }
unified().use(lists, { asText: true }).runSync(tree)
// @ts-expect-error: a text is no number, so these types are real.
export const wrong: number = undo('', { entries: [] })
export { first, help, type HtmlOptions, ledgers, parse, type PdfOptions, result, toHtml, toPdf, tree, undo }
`

/** Bytes that a page may pay for giving a source back: `undo` is a loop over entries. */
const mostUndoBytes = 5000

describe('the weight of a door', () => {
  test(`undo alone takes less than ${mostUndoBytes} bytes of a bundle`, async () => {
    const { outputFiles } = await build({
      stdin: { contents: "import { undo } from 'dossierpress'\nconsole.log(undo)", resolveDir: project.folder },
      ...{ bundle: true, minify: true, format: 'esm', platform: 'node', write: false, logLevel: 'error' },
    })
    expect(outputFiles[0]?.contents.length).toBeLessThan(mostUndoBytes)
  })

  /*
   * What importing a door loads before anything is called: the packages that it names, and how many modules with how
   * many bytes they come to, packages of packages included. Measured, and a quarter above that; what makes a door heavier
   * is a decision.
   */
  const allowed: Readonly<Record<string, { packages: readonly string[]; modules: number; kilobytes: number }>> = {
    index: { packages: ['iconv-lite', 'picocolors'], modules: 50, kilobytes: 480 },
    html: {
      packages: [
        ...['hastscript', 'mdast-util-to-hast', 'rehype-parse', 'rehype-sanitize', 'rehype-stringify'],
        ...['remark-rehype', 'unified', 'vfile'],
      ],
      modules: 280,
      kilobytes: 1160,
    },
    pdf: { packages: [], modules: 4, kilobytes: 8 },
    rules: { packages: ['mdast-util-to-string', 'unist-util-visit'], modules: 245, kilobytes: 880 },
  }

  test.each(Object.keys(allowed))('%s loads no more than it says', async (door) => {
    const { packages, modules, bytes } = await loadOf(`src/${door}.ts`)
    expect(packages).toEqual(allowed[door]?.packages)
    expect(modules).toBeLessThanOrEqual(allowed[door]?.modules ?? 0)
    expect(bytes).toBeLessThanOrEqual(1000 * (allowed[door]?.kilobytes ?? 0))
  })
})

/** What a module loads when it is imported. */
async function loadOf(entry: string) {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', write: false },
    ...{ metafile: true, treeShaking: false, ignoreAnnotations: true, logLevel: 'error' },
  })
  const loaded = loadedBy(entry, metafile)
  const named = loaded
    .filter((path) => path.startsWith('src/'))
    .flatMap((path) => metafile.inputs[path]?.imports ?? [])
    .filter(({ kind, path }) => kind !== 'dynamic-import' && path.startsWith('node_modules/'))
    .map(({ path }) =>
      path
        .split('/')
        .slice(1, path.startsWith('node_modules/@') ? 3 : 2)
        .join('/'),
    )
  const bytes = loaded.reduce((sum, path) => sum + (metafile.inputs[path]?.bytes ?? 0), 0)
  return { packages: [...new Set(named)].sort(), modules: loaded.length, bytes }
}

/** The modules that an entry imports, and those that they import; not those that wait for a call of `import()`. */
function loadedBy(entry: string, { inputs }: Metafile): string[] {
  const loaded = new Set([entry])
  for (const path of loaded) {
    for (const { kind, path: target, external } of inputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && external !== true && target in inputs) loaded.add(target)
    }
  }
  return [...loaded]
}
