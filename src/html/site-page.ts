import type { RootContent } from 'hast'
import { h } from 'hastscript'
import type { Raw } from 'mdast-util-to-hast'
import type { OutlineEntry, ResolvedDocument } from '../link/resolved.ts'
import type { OutputFile } from '../write/output-file.ts'
import type { PageContext } from './context.ts'
import { contentsItem, plainList } from './lists.ts'
import { addressed, markup } from './markup.ts'
import { pageHtml } from './page.ts'
import type { Pieces } from './pieces.ts'
import { sitePolicy } from './policy.ts'
import { type Publication, wholeAddress } from './publication.ts'

/** Address of the title page. */
export const titlePage = 'index.html'
/** Address of the page with the registers. */
export const registersPage = 'registers.html'
/** Address of a part's page. */
export const partPage = (id: string) => encodeURI(`part-${id}.html`)
/** Address of the page with a part's source. */
export const sourcePage = (id: string) => encodeURI(`source-${id}.html`)

/** What every page of the site is made with. */
export interface Site {
  readonly context: PageContext
  readonly pieces: Pieces
  readonly publication: Publication
  /** Address of the page that an anchor is on; nothing for one that is on every page, or on the page of its link. */
  readonly pageOf: (anchor: string) => string | undefined
  /** The part in the contents of other pages: without its sections. */
  readonly folded: ReadonlyMap<string, Raw>
}

/** Makes what the pages of a site have in common. */
export function siteOf(context: PageContext, pieces: Pieces, publication: Publication): Site {
  const folded = context.document.outline.map((entry): [string, Raw] => [
    entry.id,
    markup([contentsItem(context, { ...entry, children: [] })]),
  ])
  return { context, pieces, publication, pageOf: pagesOf(context.document), folded: new Map(folded) }
}

function pagesOf({ targets }: ResolvedDocument): Site['pageOf'] {
  return (anchor) => {
    const isSource = anchor.startsWith('source:')
    const part = targets.get(isSource ? anchor.slice('source:'.length) : anchor)?.part
    return part === undefined ? undefined : isSource ? sourcePage(part) : partPage(part)
  }
}

/** What differs from page to page of a site. */
export interface SitePage {
  /** Title of the page, without the dossier's; empty on the title page. */
  readonly title: string
  readonly head: readonly RootContent[]
  readonly main: readonly RootContent[]
  /** The part that the page is about: only its sections are in the page's contents. */
  readonly part?: string
}

/** A page of the site; `path` is its address there. */
export function sitePage(site: Site, path: string, { title, head, main, part }: SitePage): OutputFile {
  const { context, publication, pageOf } = site
  const addressOf = (anchor: string) => {
    const home = pageOf(anchor)
    return home === undefined || home === path ? `#${anchor}` : `${home}#${anchor}`
  }
  const whole = wholeAddress(publication.address, path)
  const canonical = whole === undefined ? [] : [h('link', { rel: 'canonical', href: whole })]
  const contents = pageHtml(context, {
    title: [title, context.document.title].filter((text) => text !== '').join(' \u00b7 '),
    head: [
      h('link', { rel: 'stylesheet', href: 'assets/fonts.css' }),
      h('link', { rel: 'stylesheet', href: 'assets/style.css' }),
      ...canonical,
      ...head,
    ],
    main: [addressed(markup(main), addressOf).value],
    contents: [addressed(markup(contentsFor(site, part)), addressOf)],
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
function contentsFor({ context, folded }: Site, part: string | undefined): RootContent[] {
  const { document, labels } = context
  const at = document.outline.findIndex(({ id }) => id === part)
  const shown = 2 * neighbours + 1
  const first = Math.max(0, Math.min(at - neighbours, document.outline.length - shown))
  const item = (entry: OutlineEntry) => (entry.id === part ? undefined : folded.get(entry.id))
  const near = document.outline.slice(first, first + shown)
  const list = plainList(near.map((entry) => item(entry) ?? contentsItem(context, entry)))
  if (near.length === document.outline.length) return [list]
  return [h('p', [h('a', { href: `${titlePage}#dossier:contents` }, labels.text('contents'))]), list]
}
