import type { RootContent } from 'hast'
import { h } from 'hastscript'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { OutputFile } from '../write/output-file.ts'
import type { PageContext, PartPieces } from './context.ts'
import type { DataSetting } from './linked-data.ts'
import { metadata, partMetadata } from './metadata.ts'
import { partArticle } from './part.ts'
import { publicationManifest, sitemap } from './publication.ts'
import { searchJson } from './search-index.ts'
import { partPage, registersPage, type Site, sitePage, sourcePage, titlePage } from './site-page.ts'
import { sourceView } from './source-view.ts'

/** The pages of a site about one part: its text, and its source. */
export function partPages(site: Site, pieces: PartPieces): OutputFile[] {
  return [partTextPage(site, pieces), partSourcePage(site, pieces)]
}

/** Files of a site: the title page, those `about` the parts, the registers, and what all of them share. */
export function siteFiles(site: Site, about: readonly OutputFile[]): OutputFile[] {
  const registers = sitePage(site, registersPage, {
    title: site.context.labels.text('registers'),
    head: [],
    main: [pageHeading(site.context.document), ...site.pieces.registers],
  })
  const pages = [titleMatterPage(site), ...about, registers]
  const others = assets(site)
  const files = [...pages, ...others, ...publication(site, pages, others)]
  return files.map(({ path, contents }) => ({ path: `site/${decodeURI(path)}`, contents }))
}

/** What is said of the dossier and its parts on the site's pages, whose addresses are relative to its folder. */
function dataSetting({ publication }: Site): DataSetting {
  return { ...publication, addressOf: ({ id }) => partPage(id) }
}

function titleMatterPage(site: Site): OutputFile {
  const { context, pieces } = site
  const more = h('p.more', [h('a', { href: registersPage }, context.labels.text('registers'))])
  return sitePage(site, titlePage, {
    title: '',
    head: [h('link', { rel: 'publication', href: 'publication.json' }), ...metadata(context, dataSetting(site))],
    main: [...pieces.titleMatter, more, ...pieces.colophon],
  })
}

function partTextPage(site: Site, pieces: PartPieces): OutputFile {
  const { context } = site
  const { part } = pieces
  return sitePage(site, partPage(part.id), {
    title: part.title,
    part: part.id,
    head: partMetadata({ ...context, part }, dataSetting(site)),
    main: [pageHeading(context.document), ...partArticle(context, pieces, { pager: pager(context, part) })],
  })
}

function partSourcePage(site: Site, { part, rows }: PartPieces): OutputFile {
  const { context } = site
  return sitePage(site, sourcePage(part.id), {
    title: context.labels.text('sourceOf', { n: part.number }),
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

function assets({ context, pieces }: Site): OutputFile[] {
  const index = searchJson(pieces.search, context.document, (part) => partPage(part.id))
  return [
    { path: 'assets/fonts.css', contents: pieces.fonts },
    { path: 'assets/style.css', contents: pieces.style },
    { path: 'assets/reader.js', contents: context.templates.reader },
    { path: 'assets/search.js', contents: context.templates.search },
    { path: 'assets/search-index.js', contents: `window.dossierIndex=${quoted(index)}\n` },
  ]
}

/** Text as a string of JavaScript. The index is read as JSON when it is wanted, which is faster than as a script. */
function quoted(json: string): string {
  return `'${json.replace(/[\\']/g, '\\$&')}'`
}

function publication(
  { context, publication: { address } }: Site,
  pages: readonly OutputFile[],
  others: readonly OutputFile[],
): OutputFile[] {
  const { document, labels } = context
  const readingOrder = new Map([
    [titlePage, document.title],
    ...document.parts.map((part) => [partPage(part.id), part.title] as const),
    [registersPage, labels.text('registers')],
  ])
  const paths = [...pages, ...others].map(({ path }) => path)
  const resources = paths.filter((path) => !readingOrder.has(path))
  const manifest = publicationManifest(document, { address, readingOrder, resources })
  const map =
    address === undefined
      ? []
      : [
          {
            path: 'sitemap.xml',
            contents: sitemap(
              address,
              pages.map(({ path }) => path),
            ),
          },
        ]
  return [{ path: 'publication.json', contents: manifest }, ...map]
}
