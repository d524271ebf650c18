import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { countNames, labelNames, readLabels } from '../../src/template/labels.ts'
import { documentOf, fixtureTexts, optionsFor, templateFiles } from './dossier.ts'

const files = toHtml(documentOf(fixtureTexts()), optionsFor())
const textOf = (path: string) => String(files.find((file) => file.path === path)?.contents)

describe('files', () => {
  it('are one page, and a site with a page a part and a source', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'dossier.html',
      'site/index.html',
      ...['river', 'notice', 'report'].flatMap((id) => [`site/part-${id}.html`, `site/source-${id}.html`]),
      'site/registers.html',
      'site/assets/style.css',
      'site/assets/reader.js',
      'site/assets/search.js',
      'site/assets/search-index.js',
      'site/publication.json',
    ])
  })

  it('are the same bytes each time', () => {
    expect(toHtml(documentOf(fixtureTexts()), optionsFor())).toEqual(files)
  })

  it('keep the script under 25 kB and the text pages under 60 kB per 10,000 words, compressed', () => {
    const weight = (text: string) => gzipSync(text, { level: 9 }).length
    expect(weight(textOf('site/assets/reader.js') + textOf('site/assets/search.js'))).toBeLessThan(25_000)
    const words = 'The gauge stood at some centimetres on a morning of the spring, and the keeper wrote it down again. '
    const long = Array.from({ length: 550 }, (_, line) => words.repeat(1).replace('some', String(line * 7919))).join(
      '\n\n',
    )
    const made = toHtml(documentOf([{ path: 'long.md', text: long }]), optionsFor())
    const shown = ['site/part-long.html', 'site/assets/style.css', 'site/assets/reader.js']
    const total = shown.reduce(
      (sum, path) => sum + weight(String(made.find((file) => file.path === path)?.contents)),
      0,
    )
    expect(total).toBeLessThan(60_000)
  })
})

describe('links', () => {
  it('within the dossier all lead to an anchor of their page', () => {
    for (const { path, contents } of files.filter((file) => file.path.endsWith('.html'))) {
      const html = String(contents)
      const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
      for (const [, page = '', anchor = ''] of html.matchAll(/ href="([^"#:]*)#([^"]*)"/g)) {
        const other = page === '' ? html : textOf(`site/${page}`)
        expect(page === '' ? ids.has(anchor) : other.includes(` id="${anchor}"`), `${path}: ${page}#${anchor}`).toBe(
          true,
        )
      }
    }
  })

  it('to the web have an archived copy of the day of the capture', () => {
    expect(textOf('dossier.html')).toContain(
      'href="https://web.archive.org/web/20220115/https://example.org/readings?year=2021&#x26;raw=1"',
    )
  })
})

describe('source view', () => {
  it('shows the whole source, kept and edited, in order', () => {
    const [, notice = ''] = fixtureTexts().map(({ text }) => text)
    const html = textOf('site/source-notice.html')
    const pieces = [...html.matchAll(/<div class="captured">(.*?)<\/div>/gs)].slice(1).map(([, piece = '']) => piece)
    const shown = pieces
      .join('')
      .replace(/<ins>.*?<\/ins>/gs, '')
      .replace(/<\/?del[^>]*>/g, '')
    const decoded = shown.replaceAll('&#x26;', '&').replaceAll('&#x3C;', '<')
    expect(decoded.replace(/\s+/g, ' ').trim()).toBe(notice.replace(/\s+/g, ' ').trim())
  })
})

describe('templates', () => {
  const withPage = (name: string, value: string) => {
    const templates = templateFiles()
    const file = new VFile({ path: `html/${name}`, value })
    templates.set(`html/${name}`, file)
    const made = toHtml(documentOf(fixtureTexts()), { ...optionsFor(), templates })
    return { file, page: String(made[0]?.contents) }
  }

  it('can be overridden one by one', () => {
    const { file, page } = withPage(
      'colophon.html',
      '<footer><p>Printed by us, {label.fingerprint} {fingerprint}</p></footer>',
    )
    expect(page).toContain('Printed by us, Fingerprint ')
    expect(page).toContain('<h2 id="dossier:contents">Contents</h2>')
    expect(file.messages).toEqual([])
  })

  it('report an unknown slot at its place', () => {
    const { file } = withPage('colophon.html', '<footer>\n<p>{version}</p>\n<p data-slot="vershun"></p>\n</footer>')
    expect(file.messages.map(String)).toEqual(['html/colophon.html:3:1-3:28: Unexpected slot `vershun`'])
    expect(file.messages[0]).toMatchObject({ ruleId: 'slot-is-known', fatal: true })
  })

  it('report a slot that is missing, and lose nothing', () => {
    const { file, page } = withPage(
      'part.html',
      '<article id="{id}"><h2>{title}</h2><div data-slot="text"></div></article>',
    )
    expect(file.messages.map(({ reason }) => reason)).toEqual(['Expected the slot `notes`'])
    expect(page).toContain('The series begins in 1931')
  })
})

describe('labels', () => {
  it.each(['en', 'de', 'fr', 'es', 'ru', 'az', 'tr', 'hy'])(
    'are complete in %s, with the same values in braces',
    (tag) => {
      const read = (name: string) => JSON.parse(String(templateFiles().get(`labels.${name}.json`)?.value))
      const [words, english] = [read(tag), read('en')]
      expect(Object.keys(words).sort()).toEqual([...labelNames, ...countNames].sort())
      const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
      for (const name of labelNames) expect(slots(words[name]), name).toEqual(slots(english[name]))
      const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
      for (const name of countNames)
        for (const form of forms) {
          if (form !== 'many' || tag === 'ru') expect(words[name][form], `${name} ${form}`).toContain('{n}')
        }
    },
  )

  it("are those of the dossier's language, beside texts in their own", () => {
    const templates = templateFiles()
    const document = documentOf(fixtureTexts(), { language: 'de' })
    const [page] = toHtml(document, { ...optionsFor(templates), labels: readLabels(templates, 'de') })
    expect(String(page?.contents)).toMatch(
      /<html lang="de"[^]*<h2 id="dossier:contents">Inhalt<[^]*<article[^>]* lang="fa" dir="rtl"/,
    )
  })
})

describe('reader and search scripts', () => {
  it('in templates are what their sources give', () => {
    const out = mkdtempSync(join(tmpdir(), 'dossierpress-'))
    const root = new URL('../../', import.meta.url)
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    const [, ...args] = scripts.client.replace('--outdir=templates/html', `--outdir=${out}`).split(' ')
    spawnSync('node_modules/.bin/esbuild', args, { cwd: root })
    for (const name of ['reader.js', 'search.js']) {
      const template = readFileSync(new URL(`templates/html/${name}`, root), 'utf8')
      expect(readFileSync(join(out, name), 'utf8')).toBe(template)
    }
    rmSync(out, { recursive: true })
  })
})
