import type { RootContent } from 'hast'
import { h } from 'hastscript'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { OutputFile } from '../write/output-file.ts'
import { colophon } from './colophon.ts'
import type { PageContext } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { metadata, partMetadata } from './metadata.ts'
import { pageHtml } from './page.ts'
import { partArticle } from './part.ts'
import { sitePolicy } from './policy.ts'
import { publicationManifest, sitemap } from './publication.ts'
import { registers } from './registers.ts'
import { searchData } from './search-index.ts'
import { sourceView } from './source-view.ts'
import type { Templates } from './templates.ts'
import { themeStyle } from './theme-style.ts'
import { titleMatter } from './title.ts'

/** Files of a site: the title page, a page a part, a page a source, the registers, and what all of them share. */
export function site(document: ResolvedDocument, templates: Templates, options: HtmlOptions): OutputFile[] {
  const pages: OutputFile[] = [
    { path: 'index.html', contents: titlePage(document, templates, options) },
    ...document.parts.flatMap((part) => [
      { path: partPage(part.id), contents: partPageHtml(part, document, templates, options) },
      { path: sourcePage(part.id), contents: sourcePageHtml(part, document, templates, options) },
    ]),
    { path: registersPage, contents: registersPageHtml(document, templates, options) },
  ]
  return [...pages, ...assets(document, templates, options), ...publication(document, options, pages)].map(
    ({ path, contents }) => ({ path: `site/${path}`, contents }),
  )
}

const registersPage = 'registers.html'
const partPage = (id: string) => `part-${id}.html`
const sourcePage = (id: string) => `source-${id}.html`

function contextOf(
  document: ResolvedDocument,
  templates: Templates,
  { labels }: HtmlOptions,
  here: string,
): PageContext {
  const parts = new Map(document.parts.map((part) => [part.id, part]))
  const pageOf = (id: string) => (parts.has(id) ? id : (document.targets.get(id)?.part ?? here))
  const address = (page: string, anchor: string) => (page === here ? `#${anchor}` : `${encodeURI(page)}#${anchor}`)
  return {
    document,
    labels,
    templates,
    hrefOf: (id) => address(partPage(pageOf(id)), id),
    sourceHrefOf: (id) => address(sourcePage(pageOf(id)), `source:${id}`),
  }
}

interface SitePage {
  readonly title: string
  readonly head: readonly RootContent[]
  readonly main: readonly RootContent[]
}

function sitePageHtml(context: PageContext, page: SitePage): string {
  return pageHtml(context, {
    ...page,
    head: [h('link', { rel: 'stylesheet', href: 'assets/style.css' }), ...page.head],
    contents: contentsOf(context),
    tail: [h('script', { src: 'assets/reader.js' })],
    policy: sitePolicy(),
    home: 'index.html',
    searchScripts: 'assets/search-index.js assets/search.js',
  })
}

function titlePage(document: ResolvedDocument, templates: Templates, options: HtmlOptions): string {
  const context = contextOf(document, templates, options, 'index.html')
  const manifest = h('link', { rel: 'publication', href: 'publication.json' })
  return sitePageHtml(context, {
    title: document.title,
    head: [manifest, ...metadata(context, options)],
    main: [
      ...titleMatter(context),
      h('p.more', [h('a', { href: registersPage }, options.labels.text('registers'))]),
      ...colophon(context, options),
    ],
  })
}

function partPageHtml(
  part: ResolvedPart,
  document: ResolvedDocument,
  templates: Templates,
  options: HtmlOptions,
): string {
  const context = { ...contextOf(document, templates, options, partPage(part.id)), part }
  return sitePageHtml(context, {
    title: `${part.title} · ${document.title}`,
    head: partMetadata(context, options),
    main: [pageHeading(document), ...partArticle(context, { pager: pager(context, part) })],
  })
}

function sourcePageHtml(
  part: ResolvedPart,
  document: ResolvedDocument,
  templates: Templates,
  options: HtmlOptions,
): string {
  const context = { ...contextOf(document, templates, options, sourcePage(part.id)), part }
  return sitePageHtml(context, {
    title: `${options.labels.text('sourceOf', { n: part.number })} · ${document.title}`,
    head: [],
    main: [pageHeading(document), ...sourceView(context, 'source-page.html')],
  })
}

function registersPageHtml(document: ResolvedDocument, templates: Templates, options: HtmlOptions): string {
  const context = contextOf(document, templates, options, registersPage)
  return sitePageHtml(context, {
    title: `${options.labels.text('registers')} · ${document.title}`,
    head: [],
    main: [pageHeading(document), ...registers(context)],
  })
}

/** The dossier's title as the highest heading of a page that does not show it: for those who hear the page. */
function pageHeading(document: ResolvedDocument): RootContent {
  return h('h1.unseen', document.title)
}

/** Links to the parts before and after. */
function pager({ document, labels }: PageContext, part: ResolvedPart): RootContent[] {
  const at = document.parts.indexOf(part)
  const link = (other: ResolvedPart | undefined, rel: 'prev' | 'next') =>
    other
      ? [
          h(`a.${rel}`, { href: encodeURI(partPage(other.id)), rel }, [
            h('span', labels.text(rel === 'prev' ? 'previousPart' : 'nextPart')),
            ` ${other.number} ${other.title}`,
          ]),
        ]
      : []
  return [...link(document.parts[at - 1], 'prev'), ...link(document.parts[at + 1], 'next')]
}

function assets(document: ResolvedDocument, templates: Templates, options: HtmlOptions): OutputFile[] {
  const data = searchData(document, (part) => encodeURI(partPage(part.id)), true)
  return [
    { path: 'assets/style.css', contents: `${themeStyle(options.theme)}\n${templates.style}` },
    { path: 'assets/reader.js', contents: templates.reader },
    { path: 'assets/search.js', contents: templates.search },
    { path: 'assets/search-index.js', contents: `window.dossierIndex=${JSON.stringify(data)}\n` },
  ]
}

function publication(document: ResolvedDocument, options: HtmlOptions, pages: readonly OutputFile[]): OutputFile[] {
  const reading = pages.map(({ path }) => path)
  const map =
    options.address === undefined ? [] : [{ path: 'sitemap.xml', contents: sitemap(options.address, reading) }]
  const titles = new Map(document.parts.map((part) => [partPage(part.id), part.title]))
  const manifest = publicationManifest(
    document,
    reading.filter((path) => titles.has(path) || path === 'index.html'),
    titles,
  )
  return [{ path: 'publication.json', contents: manifest }, ...map]
}
