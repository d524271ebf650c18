import type { RootContent } from 'hast'
import { h } from 'hastscript'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { OutputFile } from '../write/output-file.ts'
import type { PageContext, PartPieces } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { addressed, markup } from './markup.ts'
import { metadata, partMetadata } from './metadata.ts'
import { pageHtml } from './page.ts'
import { partArticle } from './part.ts'
import type { Pieces } from './pieces.ts'
import { sitePolicy } from './policy.ts'
import { publicationManifest, sitemap } from './publication.ts'
import { searchJson } from './search-index.ts'
import { sourceView } from './source-view.ts'

const titlePage = 'index.html'
const registersPage = 'registers.html'
const partPage = (id: string) => encodeURI(`part-${id}.html`)
const sourcePage = (id: string) => encodeURI(`source-${id}.html`)

/** Files of a site: the title page, a page a part, a page a source, the registers, and what all of them share. */
export function site(context: PageContext, pieces: Pieces, options: HtmlOptions): OutputFile[] {
  const maker = { context, pieces, options, pageOf: pagesOf(context.document) }
  const pages = [
    titleMatterPage(maker),
    ...pieces.parts.flatMap((part) => [partTextPage(maker, part), partSourcePage(maker, part)]),
    page(maker, registersPage, {
      title: options.labels.text('registers'),
      head: [],
      main: [pageHeading(context.document), ...pieces.registers],
    }),
  ]
  const files = [...pages, ...assets(maker), ...publication(maker, pages)]
  return files.map(({ path, contents }) => ({ path: `site/${decodeURI(path)}`, contents }))
}

/** What every page of the site is made with. */
interface Maker {
  readonly context: PageContext
  readonly pieces: Pieces
  readonly options: HtmlOptions
  /** Address of the page that an anchor is on; nothing for one that is on every page, or on the page of its link. */
  readonly pageOf: (anchor: string) => string | undefined
}

function pagesOf({ parts, targets }: ResolvedDocument): Maker['pageOf'] {
  const ids = new Set(parts.map((part) => part.id))
  const partOf = (anchor: string) => (ids.has(anchor) ? anchor : targets.get(anchor)?.part)
  return (anchor) => {
    const isSource = anchor.startsWith('source:')
    const part = partOf(isSource ? anchor.slice('source:'.length) : anchor)
    return part === undefined ? undefined : isSource ? sourcePage(part) : partPage(part)
  }
}

interface SitePage {
  /** Title of the page, without the dossier's; empty on the title page. */
  readonly title: string
  readonly head: readonly RootContent[]
  readonly main: readonly RootContent[]
  /** The part that the page is about: only its sections are in the page's contents. */
  readonly part?: string
}

function page({ context, pageOf }: Maker, path: string, { title, head, main, part }: SitePage): OutputFile {
  const addressOf = (anchor: string) => {
    const home = pageOf(anchor)
    return home === undefined || home === path ? `#${anchor}` : `${home}#${anchor}`
  }
  const contents = pageHtml(context, {
    title: [title, context.document.title].filter((text) => text !== '').join(' \u00b7 '),
    head: [h('link', { rel: 'stylesheet', href: 'assets/style.css' }), ...head],
    main: [addressed(markup(main), addressOf)],
    contents: [addressed(markup(contentsFor(context, part)), addressOf)],
    tail: [h('script', { src: 'assets/reader.js' })],
    policy: sitePolicy(),
    home: titlePage,
    searchScripts: 'assets/search-index.js assets/search.js',
  })
  return { path, contents }
}

/** Parts on either side of a page's own that its contents name. All parts on all pages would be their square. */
const neighbours = 20

/** The contents beside a page: parts, in its own part sections; of many parts those around it, and a link to all. */
function contentsFor(context: PageContext, part: string | undefined): RootContent[] {
  const { document, labels } = context
  const outline = document.outline.map((entry) => (entry.id === part ? entry : { ...entry, children: [] }))
  const at = outline.findIndex(({ id }) => id === part)
  const shown = 2 * neighbours + 1
  const first = Math.max(0, Math.min(at - neighbours, outline.length - shown))
  const near = outline.slice(first, first + shown)
  if (near.length === outline.length) return contentsOf(context, outline)
  const all = h('p', [h('a', { href: `${titlePage}#dossier:contents` }, labels.text('contents'))])
  return [all, ...contentsOf(context, near)]
}

function titleMatterPage(maker: Maker): OutputFile {
  const { context, pieces, options } = maker
  const more = h('p.more', [h('a', { href: registersPage }, options.labels.text('registers'))])
  return page(maker, titlePage, {
    title: '',
    head: [h('link', { rel: 'publication', href: 'publication.json' }), ...metadata(context, options)],
    main: [...pieces.titleMatter, more, ...pieces.colophon],
  })
}

function partTextPage(maker: Maker, pieces: PartPieces): OutputFile {
  const { context, options } = maker
  const { part } = pieces
  return page(maker, partPage(part.id), {
    title: part.title,
    part: part.id,
    head: partMetadata({ ...context, part }, options),
    main: [pageHeading(context.document), ...partArticle(context, pieces, { pager: pager(context, part) })],
  })
}

function partSourcePage(maker: Maker, { part, rows }: PartPieces): OutputFile {
  const { context, options } = maker
  return page(maker, sourcePage(part.id), {
    title: options.labels.text('sourceOf', { n: part.number }),
    part: part.id,
    head: [],
    main: [pageHeading(context.document), ...sourceView({ ...context, part }, rows, 'source-page.html')],
  })
}

/** The dossier's title as the highest heading of a page that does not show it: for those who hear the page. */
function pageHeading(document: ResolvedDocument): RootContent {
  return h('h1.unseen', document.title)
}

/** Links to the parts before and after. */
function pager({ document, labels }: PageContext, part: ResolvedPart): RootContent[] {
  const at = document.parts.indexOf(part)
  const neighbours = [
    { other: document.parts[at - 1], rel: 'prev', label: labels.text('previousPart') },
    { other: document.parts[at + 1], rel: 'next', label: labels.text('nextPart') },
  ]
  return neighbours.flatMap(({ other, rel, label }) =>
    other
      ? [
          h('a', { className: rel, href: partPage(other.id), rel }, [
            h('span', label),
            ` ${other.number} ${other.title}`,
          ]),
        ]
      : [],
  )
}

function assets({ context, pieces }: Maker): OutputFile[] {
  const index = searchJson(pieces.search, context.document, (part) => partPage(part.id))
  return [
    { path: 'assets/style.css', contents: pieces.style },
    { path: 'assets/reader.js', contents: context.templates.reader },
    { path: 'assets/search.js', contents: context.templates.search },
    { path: 'assets/search-index.js', contents: `window.dossierIndex=${index}\n` },
  ]
}

function publication({ context: { document }, options }: Maker, pages: readonly OutputFile[]): OutputFile[] {
  const titles = new Map([
    [titlePage, document.title],
    ...document.parts.map((part) => [partPage(part.id), part.title] as const),
  ])
  const manifest = { path: 'publication.json', contents: publicationManifest(document, titles) }
  if (options.address === undefined) return [manifest]
  const paths = pages.map(({ path }) => path)
  return [manifest, { path: 'sitemap.xml', contents: sitemap(options.address, paths) }]
}
