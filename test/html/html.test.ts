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

/** Paragraphs of made-up words of which few are frequent and many rare, as in any language (Zipf's law). */
function prose(words: number): string {
  const syllables = [
    'ta',
    'ren',
    'mo',
    'li',
    'ska',
    'ven',
    'do',
    'pri',
    'sel',
    'ma',
    'tor',
    'ne',
    'bur',
    'ki',
    'an',
    'fo',
  ]
  let state = 7
  const random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const lexicon = Array.from({ length: 4000 }, (_, at) => {
    const length = 1 + Math.floor(Math.log10(at + 1)) + (random() < 0.5 ? 1 : 0)
    return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  })
  const paragraph = () => Array.from({ length: 80 }, () => lexicon[Math.floor(4000 ** random()) - 1]).join(' ')
  return Array.from({ length: words / 80 }, () => `${paragraph()}.`).join('\n\n')
}

describe('files', () => {
  it('are one page, and a site with a page a part and a source', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'dossier.html',
      'site/index.html',
      ...['river', 'notice', 'report'].flatMap((id) => [`site/part-${id}.html`, `site/source-${id}.html`]),
      'site/registers.html',
      'site/assets/fonts.css',
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
    const script = weight(textOf('site/assets/reader.js') + textOf('site/assets/search.js'))
    expect(script).toBeLessThan(25_000)
    const made = toHtml(documentOf([{ path: 'long.md', text: prose(20_000) }]), optionsFor())
    const weightOf = (path: string) => weight(String(made.find((file) => file.path === path)?.contents))
    const page = weightOf('site/part-long.html') / 2
    // Less would be text that compresses as no text does.
    expect(page).toBeGreaterThan(20_000)
    expect(page + weightOf('site/assets/style.css') + weightOf('site/assets/reader.js')).toBeLessThan(60_000)
  })

  it('of many parts name the parts around each in its contents, and lead to all', () => {
    const texts = Array.from({ length: 60 }, (_, at) => ({ path: `t${at + 1}.md`, text: `# Text ${at + 1}\n\nWords.` }))
    const made = toHtml(documentOf(texts), optionsFor())
    const contentsOf = (path: string) => {
      const html = String(made.find((file) => file.path === path)?.contents)
      const [nav = ''] = /<nav class="side".*?<\/nav>/s.exec(html) ?? []
      return [...nav.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href)
    }
    const middle = contentsOf('site/part-t30.html')
    expect(middle).toHaveLength(42)
    expect(middle[0]).toBe('index.html#dossier:contents')
    expect([middle[1], middle[21], middle[41]]).toEqual(['part-t10.html#t10', '#t30', 'part-t50.html#t50'])
    expect(contentsOf('site/part-t1.html').at(-1)).toBe('part-t41.html#t41')
    expect(contentsOf('site/source-t60.html').slice(1, 2)).toEqual(['part-t20.html#t20'])
    const index = String(made.find((file) => file.path === 'site/index.html')?.contents)
    for (const { path } of texts) expect(index).toContain(`href="part-${path.replace('.md', '.html')}#`)
  })
})

describe('fonts', () => {
  const facesOf = (texts: Parameters<typeof documentOf>[0]) => {
    const made = toHtml(documentOf(texts), optionsFor())
    const sheet = String(made.find(({ path }) => path === 'site/assets/fonts.css')?.contents)
    const faces = [
      ...sheet.matchAll(/font-family: "([^"]+)"; font-weight: (\d+); font-style: (\w+).*?range: U\+(\w+)/g),
    ]
    return { sheet, faces: faces.map((face) => face.slice(1).join(' ')) }
  }

  it('come along for the scripts and styles that the texts use, and no others', () => {
    const latin = ['Source Serif 4 400 normal 0000', 'Source Sans 3 400 normal 0000', 'Source Sans 3 600 normal 0000']
    const code = 'Source Code Pro 400 normal 0000'
    expect(facesOf([{ path: 'a.md', text: 'Plain words.' }]).faces.sort()).toEqual([...latin, code].sort())
    const { faces } = facesOf([{ path: 'a.md', text: 'The *town* of **Şuşa**, in Armenian Շուշի.' }])
    expect(faces).toContain('Source Serif 4 400 italic 0000')
    expect(faces).toContain('Source Serif 4 600 normal 0100')
    expect(faces).toContain('Noto Serif Armenian 400 normal 0308')
    expect(faces.join()).not.toContain('0400')
  })

  it('are set without kerning where a word is so long that a browser would never be done', () => {
    expect(facesOf([{ path: 'a.md', text: `So ${'['.repeat(9_000)}.` }]).sheet).not.toContain('font-kerning')
    expect(facesOf([{ path: 'a.md', text: `So ${'['.repeat(11_000)}.` }]).sheet).toContain('font-kerning: none')
  })

  it('of a plain text weigh less than 100 kB', () => {
    expect(facesOf([{ path: 'a.md', text: 'Plain words.' }]).sheet.length).toBeLessThan(100_000)
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

  it('can be overridden by their style alone', () => {
    const { file, page } = withPage('style.css', 'body { color: teal }')
    expect(page).toContain('body { color: teal }')
    expect(page).not.toContain('.legend')
    expect(page).toContain('<h2 id="dossier:contents">Contents</h2>')
    expect(file.messages).toEqual([])
  })

  it('are filled as trees: what a text says is never read as markup, nor as a slot', () => {
    const title = 'Rivers <b data-slot="main">& {label.contents}</b>'
    const [whole] = toHtml(documentOf([{ path: 'a.md', text: '# {title}\n\nText.' }], { title }), optionsFor())
    const page = String(whole?.contents)
    expect(page).toContain('<h1>Rivers &#x3C;b data-slot="main">&#x26; {label.contents}&#x3C;/b></h1>')
    expect(page).toMatch(/<h2 id="a:title"><span class="number">1<\/span> \{title\}<\/h2>/)
  })

  it('report an unknown label and an unknown value where they stand', () => {
    const { file } = withPage('colophon.html', '<footer>\n  <p title="{fingerprnt}">{label.colophone}</p>\n</footer>')
    expect(file.messages.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'Unexpected slot `fingerprnt`'],
      [2, 'Unexpected slot `colophone`'],
    ])
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
