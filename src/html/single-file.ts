import type { RootContent } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { ResolvedDocument } from '../link/resolved.ts'
import { colophon } from './colophon.ts'
import type { PageContext, PartContext } from './context.ts'
import { directionOf } from './direction.ts'
import type { HtmlOptions } from './html.ts'
import { contentsOf } from './lists.ts'
import { partArticle } from './part.ts'
import { singleFilePolicy } from './policy.ts'
import { registers } from './registers.ts'
import { sourceView } from './source-view.ts'
import { fillTemplate } from './template.ts'
import type { Templates } from './templates.ts'
import { holdings, titleMatter } from './title.ts'

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
  const style = `${options.theme}\n${templates.style}`
  const scripts = templates.script === '' ? [] : [templates.script]
  const main: RootContent[] = [
    ...titleMatter(context),
    ...document.parts.flatMap((part) => wholePart({ ...context, part })),
    ...registers(context),
    ...colophon(context, options),
  ]
  const page = fillTemplate(
    templates.pages['page.html'],
    {
      language: document.language,
      direction: directionOf(document.language),
      title: document.title,
      dossierTitle: document.title,
      description: holdings(context),
      policy: singleFilePolicy([style], scripts),
      home: '#dossier:text',
      head: [h('style', style)],
      contents: contentsOf(context),
      main,
      tail: scripts.map((script) => h('script', script)),
    },
    labels,
  )
  return unified().use(rehypeStringify).stringify({ type: 'root', children: page })
}

/** A part and, folded away at its end, its source. */
function wholePart(context: PartContext): RootContent[] {
  return partArticle(context, { source: sourceView(context) })
}
