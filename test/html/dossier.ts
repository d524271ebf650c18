import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import type { Metadata, Source } from '../../src/captured/source.ts'
import { type HtmlOptions, toHtml } from '../../src/html/html.ts'
import { type LinkSettings, link } from '../../src/link/link.ts'
import type { ResolvedDocument } from '../../src/link/resolved.ts'
import { normalize } from '../../src/normalize/normalize.ts'
import { parse } from '../../src/parse/parse.ts'
import { webFontLibrary } from '../../src/read/web-fonts.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'

/** A source text in a test: its path decides how it is read. */
export interface TestText {
  readonly path: string
  readonly text: string
  readonly metadata?: Metadata
  readonly images?: Source['images']
}

const root = new URL('../../', import.meta.url)

/** The document that the pipeline makes of texts. */
export function documentOf(texts: readonly TestText[], settings: Partial<LinkSettings> = {}): ResolvedDocument {
  const parts = texts.map((text) => {
    const file = new VFile({ path: text.path, value: text.text })
    return normalize(parse(sourceOf(text), file))
  })
  return link(parts, { title: 'A dossier', authors: [], language: 'en', ...settings })
}

function sourceOf({ path, text, metadata, images }: TestText): Source {
  return {
    id: path.replace(/\.\w+$/, ''),
    path,
    mediaType: path.endsWith('.md') ? 'text/markdown' : 'text/plain',
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    bom: false,
    metadata: metadata ?? {},
    notes: {},
    images: images ?? [],
    overrides: { off: [], options: {}, keep: [] },
  }
}

/** The files of `templates/`, read anew, so that messages of one test stay out of the next. */
export function templateFiles(): Map<string, VFile> {
  const folder = fileURLToPath(new URL('templates/', root))
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = names.filter((name) => /\.(?:html|css|js|json)$/.test(name))
  return new Map(
    texts.map((name) => {
      const path = name.replaceAll('\\', '/')
      return [path, new VFile({ path, value: readFileSync(`${folder}/${name}`, 'utf8') })]
    }),
  )
}

/** Options with the built-in templates and English labels. */
export function optionsFor(templates = templateFiles()): HtmlOptions {
  return {
    templates,
    labels: readLabels(templates, 'en'),
    theme: readTheme(templates),
    webFonts: webFontLibrary(),
    version: '0.0.0',
    command: 'dossierpress build',
  }
}

/** The single file for texts. */
export function pageOf(texts: readonly TestText[], settings: Partial<LinkSettings> = {}): string {
  const page = toHtml(documentOf(texts, settings), optionsFor()).find(({ path }) => path === 'dossier.html')
  return String(page?.contents)
}

/** The dossier of `test/fixtures/html/dossier`: notes, lists, a table, an annex, a lost picture, a part from right to left. */
export function fixtureTexts(): TestText[] {
  const folder = new URL('test/fixtures/html/dossier/', root)
  const read = (path: string) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })
  return [
    {
      ...read('river.md'),
      metadata: {
        publisher: 'Water Service',
        author: 'A. Gauger',
        date: '2021-06-01',
        captured: '2022-01-15',
        url: 'https://example.org/papers/levels',
        language: 'en',
      },
    },
    { ...read('notice.txt'), metadata: { publisher: 'Harbour Office', captured: '2022-01-16', language: 'en' } },
    { ...read('report.md'), metadata: { publisher: 'Water Service', language: 'fa' } },
  ]
}
