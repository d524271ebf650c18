import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { assert, describe, expect, test } from 'vitest'
import type { Source } from '../src/captured/source.ts'
import * as html from '../src/html.ts'
import * as api from '../src/index.ts'
import * as pdf from '../src/pdf.ts'
import * as normalizations from '../src/rules.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

interface Entry {
  readonly types: string
  readonly default: string
}

interface PackageManifest {
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, Entry | string>>
  readonly sideEffects: boolean
  readonly files: readonly string[]
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<Record<string, { optionalDependencies?: Record<string, string>; dev?: boolean }>>
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageManifest

/** What each door has to offer, types aside. */
const names = {
  index: [
    ...['account', 'build', 'diagnosticsOf', 'formatDiagnostics', 'formats', 'ledgerJson', 'link', 'normalize'],
    ...['parse', 'profiles', 'read', 'readLabels', 'readLedger', 'readTemplates', 'readText', 'readTheme', 'report'],
    ...['rules', 'toMarkdown', 'undo', 'undoBytes', 'verify', 'verifyDossier', 'write'],
  ],
  html: ['toHtml', 'webFontLibrary'],
  pdf: ['fontLibrary', 'toPdf'],
  rules: [
    ...['annexFigures', 'archiveBoilerplate', 'blockOrder', 'brokenHeadings', 'code', 'columns', 'compounds'],
    ...['crossReferences', 'evidenceOf', 'figureCaptions', 'figureTable', 'frontMatter', 'headingNumbers', 'headings'],
    ...['hyphens', 'indentedQuotations', 'insertedBoilerplate'],
    ...[
      'joinLines',
      'keepLines',
      'lineGaps',
      'lineNumbers',
      'lineSteps',
      'lineation',
      'listMarkers',
      'lists',
      'measureLineEnds',
    ],
    ...['measureLineGap', 'measureLines', 'measureWords', 'noteCalls'],
    ...['noteTexts', 'pageBreaks', 'pageNumbers', 'paragraphBreaks', 'quotations', 'quotedLines', 'runInNotes'],
    ...['runTogetherNames', 'runningHeads', 'separators', 'siteBoilerplate', 'steps', 'strayAddresses', 'tables'],
    ...['textSteps', 'underlinedHeadings', 'unmarkedItems', 'weighJoints', 'whiteSpace'],
  ],
}

function sourceOf(text: string): Source {
  const overrides = { off: [], options: {}, keep: [] }
  const given = { metadata: {}, notes: {}, images: [], overrides, encoding: 'utf-8', bom: false, sha256: '' }
  return { id: 'note', path: 'note.txt', mediaType: 'text/plain', size: text.length, ...given }
}

describe('the public API', () => {
  test.each([
    ['index', api],
    ['html', html],
    ['pdf', pdf],
    ['rules', normalizations],
  ] as const)('%s exports these names, and a new one is a decision', (door, module) => {
    expect(Object.keys(module).sort()).toEqual(names[door])
  })

  test('each door is told of in one sentence for every name that it defines or passes on', () => {
    for (const door of Object.keys(names)) expect(undocumented(`src/${door}.ts`), door).toEqual([])
  })

  test('one text goes through the stages by hand', async () => {
    const file = new VFile({ path: 'note.txt' })
    const bytes = new TextEncoder().encode('A Title\n\nSome text of\nthe source.\n')
    const text = await api.readText(bytes, { id: 'note', path: 'note.txt', mediaType: 'text/plain' }, file)
    assert(text)
    const part = await api.normalize(await api.parse(text.source, text.file))
    const markdown = await api.toMarkdown(part)
    const ledger = await api.account(part, markdown)
    expect(api.undo(markdown.value, ledger)).toBe('A Title\n\nSome text of\nthe source.\n')
    expect(await api.readLedger(api.ledgerJson([ledger]))).toEqual([ledger])
    const files = { source: bytes, markdown: new TextEncoder().encode(markdown.value) }
    expect(api.verify(ledger, files, file)).toBe(true)
    const document = await api.link([part], { authors: [], language: 'en' })
    expect(document.parts[0]?.title).toBe('A Title')
    await expectBothForms(document)
  })

  test('each step is a unified plugin that can be used by itself, by the name of its function', () => {
    expect(normalizations.steps.length).toBeGreaterThan(10)
    const byName = new Map<string, unknown>(Object.entries(normalizations))
    for (const { rule, plugin, why } of normalizations.steps) {
      if (rule !== undefined) expect(Object.keys(api.rules), rule).toContain(rule)
      expect(byName.get(plugin.name), why).toBe(plugin)
      expect(why.length, why).toBeGreaterThan(20)
      const tree = { type: 'root' as const, children: [] }
      expect(
        unified()
          .use([plugin])
          .runSync(tree, new VFile({ value: '' })),
        why,
      ).toEqual({ type: 'root', children: [] })
    }
  })

  test('each rule can be used by itself on lines that nobody has measured', async () => {
    const value = 'A title\n\nBy Jane Doe and John Roe\n\nSome text of the source that is\nbroken at a mea-\nsure.\n'
    for (const { plugin, why } of normalizations.steps) {
      const file = new VFile({ value, path: 'note.txt' })
      const { tree } = await api.parse(sourceOf(value), file)
      expect(() => unified().use([plugin]).runSync(tree, file), why).not.toThrow()
    }
  })

  test('every rule has a summary and a help that tell different things', () => {
    for (const [id, { summary, help }] of Object.entries(api.rules)) {
      expect(id).toMatch(/^[a-z]+:[a-z0-9-]+$/)
      expect(summary, id).toMatch(/^.{10,}[^.]$/)
      expect(help, id).toMatch(/\S.{40,}[.)]$/s)
      expect(help, id).not.toBe(summary)
    }
  })
})

describe('the package', () => {
  test('each entry has its source', () => {
    const paths = Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.default]))
    const sources = [...paths, ...Object.values(manifest.bin)].map((path) =>
      path.replace(/^\.\/dist\/(.*)\.(c?)js$/, 'src/$1.$2ts'),
    )
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(Object.keys(manifest.exports)).toEqual(['.', './html', './pdf', './rules', './package.json'])
    expect(manifest.sideEffects).toBe(false)
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'templates']))
  })

  test('the lock file has every platform of packages with native parts, or a clean install stops', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
      dev ? Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`]) : [],
    )
    expect(missing).toEqual([])
    expect(JSON.stringify(packages)).not.toContain('"resolved"')
  })

  test('each package that is imported is a dependency', () => {
    const declared = new Set(Object.keys(manifest.dependencies))
    const missing = sourceTexts().flatMap((text) =>
      [...text.matchAll(/(?:\bfrom |\bimport\(|^import )'([^'.][^']*)'/gm)]
        .map(([, name = '']) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
        .filter((name) => !name.startsWith('node:') && !declared.has(name) && !declared.has(`@types/${name}`)),
    )
    expect([...new Set(missing)]).toEqual([])
  })
})

/** The writers have all that they need from the doors. */
async function expectBothForms(document: api.ResolvedDocument): Promise<void> {
  const templates = await api.readTemplates()
  const [theme, labels] = await Promise.all([api.readTheme(templates), api.readLabels(templates, 'en')])
  const setting = { templates, theme, labels, version: '1', file: new VFile() }
  const files = html.toHtml(document, { ...setting, webFonts: html.webFontLibrary() })
  expect(files.map(({ path }) => path)).toContain('dossier.html')
  const bytes = await pdf.toPdf(document, { ...setting, fonts: pdf.fontLibrary() })
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-')
}

/** Names that a door exports from elsewhere, or defines itself, without a comment above them. */
function undocumented(door: string): string[] {
  const text = readFileSync(join(root, door), 'utf8')
  const passedOn = [...text.matchAll(/^export (type )?\{([^}]*)\} from '([^']+)'/gm)].flatMap(
    ([, , list = '', path = '']) => {
      const source = readFileSync(join(root, 'src', path), 'utf8')
      const exported = list.split(',').map((name) => name.trim().replace(/^type /, ''))
      return exported.filter((name) => name !== '' && !isDocumented(source, name))
    },
  )
  const own = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => name)
  return [...passedOn, ...own.filter((name) => !isDocumented(text, name))]
}

function isDocumented(source: string, name: string): boolean {
  return new RegExp(`\\*/\\nexport (?:async |declare )?(?:function|const|interface|type) ${name}\\b`).test(source)
}

/** The sources of what is shipped: a file that only makes it needs packages of development. */
function sourceTexts(): string[] {
  const { exclude } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')) as { exclude: string[] }
  const unshipped = new Set(exclude.map((path) => join(root, path)))
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() && path.endsWith('.ts') && !unshipped.has(path))
    .map(({ path }) => readFileSync(path, 'utf8'))
}
