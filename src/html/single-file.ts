import type { Element, RootContent } from 'hast'
import { h } from 'hastscript'
import type { ResolvedDocument } from '../link/resolved.ts'
import { colophon } from './colophon.ts'
import type { PageContext, PartContext } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { metadata } from './metadata.ts'
import { pageHtml } from './page.ts'
import { partArticle } from './part.ts'
import { singleFilePolicy } from './policy.ts'
import { registers } from './registers.ts'
import { scriptSafe } from './script-safe.ts'
import { searchData } from './search-index.ts'
import { sourceView } from './source-view.ts'
import type { Templates } from './templates.ts'
import { themeStyle } from './theme-style.ts'
import { titleMatter } from './title.ts'

/** The whole dossier as one page that needs nothing beside itself. */
export function singleFile(document: ResolvedDocument, templates: Templates, options: HtmlOptions): string {
  const { labels } = options
  const context: PageContext = {
    document,
    labels,
    templates,
    hrefOf: (id) => `#${id}`,
    sourceHrefOf: (id) => `#source:${id}`,
  }
  const style = `${themeStyle(options.theme)}\n${templates.style}`
  return pageHtml(context, {
    title: document.title,
    policy: singleFilePolicy([style], [templates.reader, templates.search]),
    home: '#dossier:text',
    searchScripts: '',
    head: [h('style', style), ...metadata(context, options)],
    contents: contentsOf(context),
    main: [
      ...titleMatter(context),
      ...document.parts.flatMap((part) => wholePart({ ...context, part })),
      ...registers(context),
      ...colophon(context, options),
    ],
    tail: [indexElement(document), h('script', templates.search), h('script', templates.reader)],
  })
}

/** A part and, folded away at its end, its source. */
function wholePart(context: PartContext): RootContent[] {
  return partArticle(context, { source: sourceView(context, 'source.html') })
}

/** The search index as a block of data, which no browser runs. */
function indexElement(document: ResolvedDocument): Element {
  const data = JSON.stringify(searchData(document, () => '', false))
  return h('script', { type: 'application/json', id: 'dossier:index' }, scriptSafe(data))
}
