import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseAst } from 'vitest/node'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

interface Import {
  /** Path relative to src/ of a module of ours, or the name of a package. */
  readonly target: string
  readonly typeOnly: boolean
}

interface Module {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

/** `import ... from`, `export ... from` and `import()`: names, braces and line ends, but no semicolon or quotation mark. */
const statement = /^(?:import|export)\s+(type\s+)?(?:[^;'"()=]*?\sfrom\s+)?'([^']+)'/gm
const dynamic = /\bimport\('([^']+)'\)/g

function readModule(path: string): Module {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const found = [
    ...[...text.matchAll(statement)].map(([, type, name = '']) => ({ name, typeOnly: type !== undefined })),
    ...[...text.matchAll(dynamic)].map(([, name = '']) => ({ name, typeOnly: true })),
  ]
  const imports = found.map(({ name, typeOnly }) => ({
    target: name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
    typeOnly,
  }))
  return { path, text, imports }
}

const modules = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(join(root, 'src'), join(entry.parentPath, entry.name)).split(sep).join('/'))
  .map(readModule)

const byPath = new Map(modules.map((module) => [module.path, module]))

/** The stage a module belongs to: its folder in src/, or its own name. */
const stageOf = (path: string): string => path.split('/')[0] ?? path

/** Folders whose modules may import each other in a circle, each with its reason. */
const handlers: Readonly<Record<string, string>> = {
  'markdown/': 'A block holds blocks, and phrasing holds phrasing: handlers of the tree call each other.',
  'pdf/style/block/': 'A list and a quotation hold blocks.',
  'pdf/style/inline/': 'Emphasis, links and the like hold phrasing.',
}

/** The ground floor: what every stage stands on. Each may import those before it. */
const ground = [
  'sha256.ts',
  'partition-point.ts',
  'formats.ts',
  'encoding.ts',
  'diagnostics',
  'mdast',
  'captured',
  'language',
] as const

/** The stages, in the order in which a dossier goes through them, and what each may import beside the ground floor. */
const stages: Readonly<Record<string, readonly string[]>> = {
  'config.ts': [],
  read: ['config.ts'],
  parse: [],
  normalize: [],
  markdown: [],
  ledger: [],
  link: [],
  template: ['link'],
  html: ['link', 'template', 'write'],
  pdf: ['ledger', 'link', 'template', 'read'],
  write: [],
}

/** What each folder may import of ours, besides itself: only what stands before it in the pipeline. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(ground.map((folder, index) => [folder, ground.slice(0, index)])),
  ...Object.fromEntries(Object.entries(stages).map(([stage, others]) => [stage, [...ground, ...others]])),
}

/** What the package lets others import, and nothing inside does. */
const doors = ['html.ts', 'index.ts', 'pdf.ts', 'rules.ts']

/** Folders of the PDF, from what a reader sees to what fonts say: each may import those after it. */
const layers = ['paint', 'page', 'galley', 'style', 'line', 'measure']

const violations = (check: (module: Module) => readonly string[]): string[] =>
  modules.flatMap((module) => check(module).map((what) => `${module.path}: ${what}`))

describe('the folders of src are a pipeline', () => {
  test('a module is found for every relative import', () => {
    expect(modules.length).toBeGreaterThan(50)
    expect(
      violations(({ imports }) =>
        imports.map(({ target }) => target).filter((target) => /\.ts$/.test(target) && !byPath.has(target)),
      ),
    ).toEqual([])
  })

  test('a stage imports only what stands before it', () => {
    expect(
      violations(({ path, imports }) => {
        const allowed = mayImport[stageOf(path)]
        if (!allowed) return []
        return imports
          .map(({ target }) => target)
          .filter(
            (target) => byPath.has(target) && stageOf(target) !== stageOf(path) && !allowed.includes(stageOf(target)),
          )
      }),
    ).toEqual([])
  })

  test('nobody inside goes out by a door', () => {
    expect(
      violations(({ imports }) => imports.map(({ target }) => target).filter((target) => doors.includes(target))),
    ).toEqual([])
  })

  test('nothing is imported for what it does while it loads, so that a bundle may leave out what nobody uses', () => {
    expect(violations(({ text }) => text.match(/^import '[^']+'/gm) ?? [])).toEqual([])
  })

  test('every folder of src has its place', () => {
    const beside = ['command', 'cli.cts', ...doors, 'pipeline.ts', 'start', 'threads', 'verify.ts', 'work.ts']
    const stages = new Set(modules.map(({ path }) => stageOf(path)))
    expect([...stages].filter((stage) => !(stage in mayImport) && !beside.includes(stage))).toEqual([])
  })

  test('the only circles of imports, those of types too, are handlers of one tree that call each other', () => {
    const isOfHandlers = (circle: readonly string[]) =>
      Object.keys(handlers).some((folder) => circle.every((path) => path.startsWith(folder)))
    expect(circles().filter((circle) => !isOfHandlers(circle))).toEqual([])
  })
})

describe('the two writers', () => {
  test('html and pdf never meet', () => {
    expect(
      violations(({ path, imports }) => {
        const other = { html: 'pdf', pdf: 'html' }[stageOf(path)]
        return imports.map(({ target }) => target).filter((target) => other !== undefined && stageOf(target) === other)
      }),
    ).toEqual([])
  })

  test('only pdf/paint knows pdfkit, only pdf/measure knows fontkit', () => {
    const homes: Readonly<Record<string, string>> = { pdfkit: 'pdf/paint/', fontkit: 'pdf/measure/' }
    expect(
      violations(({ path, imports }) =>
        imports
          .map(({ target }) => target)
          .filter((target) => homes[target] !== undefined && !path.startsWith(homes[target])),
      ),
    ).toEqual([])
  })

  test('in pdf, layout decides and paint obeys', () => {
    const layerOf = (path: string): number => layers.indexOf(path.split('/')[1] ?? '')
    expect(
      violations(({ path, imports }) => {
        if (stageOf(path) !== 'pdf' || layerOf(path) < 0) return []
        return imports
          .filter(
            ({ target, typeOnly }) =>
              !typeOnly && stageOf(target) === 'pdf' && layerOf(target) >= 0 && layerOf(target) < layerOf(path),
          )
          .map(({ target }) => target)
      }),
    ).toEqual([])
  })
})

describe('the normalizations', () => {
  test('no plugin imports another', () => {
    const plugins = ['normalize/lines/steps.ts', 'normalize/text/steps.ts'].flatMap((path) =>
      (byPath.get(path)?.imports ?? []).filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
    )
    expect(plugins.length).toBeGreaterThan(30)
    expect(
      violations(({ path, imports }) =>
        plugins.includes(path) ? imports.map(({ target }) => target).filter((target) => plugins.includes(target)) : [],
      ),
    ).toEqual([])
  })
})

describe('the two ends', () => {
  const ends = ['read', 'write', 'command', 'start', 'cli.cts']

  test('disk, processes and network are touched in read, write and the command only', () => {
    const outside = /^(?:node:)?(?:fs|fs\/promises|child_process|net|http|https|os|worker_threads|readline|process)$/
    expect(
      violations(({ path, imports }) =>
        ends.includes(stageOf(path))
          ? []
          : imports.map(({ target }) => target).filter((target) => outside.test(target)),
      ),
    ).toEqual([])
  })

  test('no stage asks for time, chance, environment or the locale of the machine', () => {
    const asks =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b|\bprocess\.(?:env|cwd|argv|stdout|stderr)\b|\btoLocale\w*\(\)/g
    expect(violations(({ path, text }) => (ends.includes(stageOf(path)) ? [] : (text.match(asks) ?? [])))).toEqual([])
  })
})

describe('one definition each', () => {
  /** Where something is written that has a module of its own. */
  const second = (written: RegExp, home: (path: string) => boolean) =>
    violations(({ path, text }) => (home(path) ? [] : (text.match(written) ?? [])))

  test('a SHA-256 is taken in one place', () => {
    expect(second(/createHash\('sha256'\)/g, (path) => path === 'sha256.ts')).toEqual([])
  })

  test('a sorted list is searched in one place; scripts of a page are by themselves', () => {
    const halving = /while \(\w+ <=? \w+\) \{\s+const \w+ = \([^)]*\) >>>? 1/g
    const isHome = (path: string) => path === 'partition-point.ts' || path.startsWith('html/client/')
    expect(second(halving, isHome)).toEqual([])
  })

  test('where a sentence ends, by its marks, is told in language/ and normalize/evidence/', () => {
    const sentenceEnd = /\[[^\]\n]*[.:]?!\?[^\]\n]*\](?:\[[^\]\n]*\]\*?)?\$(?!\{)/g
    const homes = ['normalize/evidence/sentence-ends.ts', 'normalize/evidence/punctuation.ts']
    const isHome = (path: string) => stageOf(path) !== 'normalize' || homes.includes(path)
    expect(second(sentenceEnd, isHome)).toEqual([])
  })

  test('the bullets of items are told in normalize/evidence/', () => {
    const bullets = /\/\^[^\n]*\[[^\]\n]*(?:\u2022|\u2023|\u25AA)[^\]\n]*\]/g
    const homes = ['normalize/evidence/markers.ts', 'normalize/evidence/rulings.ts']
    const isHome = (path: string) => stageOf(path) !== 'normalize' || homes.includes(path)
    expect(second(bullets, isHome)).toEqual([])
  })

  test('names of months, chapters and annexes are words of a language', () => {
    // In print, a word keeps to its number: stems, with whatever ending.
    const isHome = (path: string) => stageOf(path) === 'language' || path === 'pdf/line/tied-words.ts'
    expect(second(/\bseptember\b|\bseptembre\b|\bseptiembre\b|\bkapitel\b|\bchapitre\b|\banhang\b/g, isHome)).toEqual(
      [],
    )
  })
})

describe('conventions', () => {
  test('what goes together has a name: no function has more than four parameters', () => {
    const most = 4
    const long = violations(({ path, text }) =>
      functionsIn(parseAst(text, { lang: 'ts' }, path))
        .filter(({ parameters }) => parameters > most)
        .map(({ name }) => name),
    )
    expect(long).toEqual([])
  })

  test('nobody writes to the console', () => {
    expect(violations(({ text }) => text.match(/\bconsole\.\w+/g) ?? [])).toEqual([])
  })

  test('report() is the only caller of file.message()', () => {
    const calls = /\b\w*[fF]ile\w*\.(?:message|info|fail)\(/g
    expect(violations(({ path, text }) => (path === 'diagnostics/report.ts' ? [] : (text.match(calls) ?? [])))).toEqual(
      [],
    )
  })

  test('only the doors collect what others export', () => {
    expect(
      violations(({ path, text }) =>
        doors.includes(path) ? [] : (text.match(/^export (?:\*|\{[^}]*\}|type \{[^}]*\}) from .*/gm) ?? []),
      ),
    ).toEqual([])
  })

  test('no type is any, and no check is turned off', () => {
    const holes = /\bas any\b|: any\b|<any>|@ts-(?:ignore|expect-error|nocheck)|biome-ignore(?! format)/g
    expect(violations(({ text }) => text.match(holes) ?? [])).toEqual([])
  })
})

interface FunctionShape {
  readonly name: string
  readonly parameters: number
}

/** The functions in a syntax tree (ESTree): how each is called, or what it is assigned to, and how many parameters it has. */
function functionsIn(node: unknown, name = ''): FunctionShape[] {
  if (Array.isArray(node)) return node.flatMap((child) => functionsIn(child, name))
  if (!isRecord(node)) return []
  const own = nameIn(node.id) ?? nameIn(node.key) ?? name
  const inside = Object.values(node).flatMap((child) => functionsIn(child, own))
  const isFunction = /Function/.test(String(node.type)) && Array.isArray(node.params)
  return isFunction ? [{ name: own, parameters: (node.params as unknown[]).length }, ...inside] : inside
}

function nameIn(node: unknown): string | undefined {
  return isRecord(node) && typeof node.name === 'string' ? node.name : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The modules that import each other, types too, in whatever many steps: one list for each such knot. */
function circles(): string[][] {
  const reached = new Map(modules.map(({ path }) => [path, reachedFrom(path)]))
  const knots = modules
    .filter(({ path }) => reached.get(path)?.has(path))
    .map(({ path }) => [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path)).sort())
  return [...new Map(knots.map((knot) => [knot.join(), knot])).values()]
}

/** All that a module imports, and what that imports. */
function reachedFrom(path: string): Set<string> {
  const reached = new Set<string>()
  const open = [path]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { target } of byPath.get(next)?.imports ?? []) {
      if (!byPath.has(target) || reached.has(target)) continue
      reached.add(target)
      open.push(target)
    }
  }
  return reached
}
