import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { assert, describe, expect, test } from 'vitest'
import * as api from '../src/index.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

interface Entry {
  readonly types: string
  readonly default: string
}

interface PackageManifest {
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, Entry | string>>
  readonly files: readonly string[]
  readonly engines: { readonly node: string }
  readonly dependencies: Readonly<Record<string, string>>
}

interface LockFile {
  readonly packages: Readonly<Record<string, { optionalDependencies?: Record<string, string>; dev?: boolean }>>
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageManifest

describe('the public API', () => {
  test('exports these names, and a new one is a decision', () => {
    expect(Object.keys(api).sort()).toEqual([
      'account',
      'build',
      'diagnosticsOf',
      'formatDiagnostics',
      'formats',
      'ledgerJson',
      'link',
      'normalize',
      'normalizeText',
      'parse',
      'read',
      'readLedger',
      'readTemplates',
      'readText',
      'report',
      'rules',
      'steps',
      'toMarkdown',
      'undo',
      'undoBytes',
      'verifyDossier',
      'write',
    ])
  })

  test('one text goes through the stages by hand', async () => {
    const file = new VFile({ path: 'note.txt' })
    const bytes = new TextEncoder().encode('A Title\n\nSome text of\nthe source.\n')
    const text = await api.readText(bytes, { id: 'note', path: 'note.txt', mediaType: 'text/plain' }, file)
    assert(text)
    const part = api.normalize(api.parse(text.source, text.file))
    const markdown = api.toMarkdown(part)
    const ledger = api.account(part, markdown)
    expect(api.undo(markdown.value, ledger)).toBe('A Title\n\nSome text of\nthe source.\n')
    expect(api.readLedger(api.ledgerJson([ledger]))).toEqual([ledger])
    const document = api.link([part], { authors: [], language: 'en' })
    expect(document.parts[0]?.title).toBe('A Title')
  })

  test('each rule is a unified plugin that can be used by itself', () => {
    expect(api.steps.length).toBeGreaterThan(10)
    for (const { rule, plugin, why } of api.steps) {
      expect(Object.keys(api.rules), rule).toContain(rule)
      expect(why.length, rule).toBeGreaterThan(20)
      const tree = { type: 'root' as const, children: [] }
      const file = new VFile({ value: '' })
      file.data.language = 'en'
      expect(unified().use([plugin]).runSync(tree, file), rule).toEqual({ type: 'root', children: [] })
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
    expect(sources.filter((path) => !path.includes('*') && !existsSync(join(root, path)))).toEqual([])
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

/** The sources of what is shipped: a file that only makes it needs packages of development. */
function sourceTexts(): string[] {
  const { exclude } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')) as { exclude: string[] }
  const unshipped = new Set(exclude.map((path) => join(root, path)))
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() && path.endsWith('.ts') && !unshipped.has(path))
    .map(({ path }) => readFileSync(path, 'utf8'))
}
