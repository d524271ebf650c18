import type { RootContent } from 'hast'
import { holdings } from '../template/title-matter.ts'
import type { PageContext } from './context.ts'
import { directionOf } from './direction.ts'
import { toMarkup } from './markup.ts'
import { fillTemplate } from './template.ts'

/** What differs from page to page. */
export interface PageParts {
  readonly title: string
  readonly head: readonly RootContent[]
  readonly contents: readonly RootContent[]
  readonly main: readonly RootContent[]
  /** What stands at the end of the body: scripts. */
  readonly tail: readonly RootContent[]
  /** Content Security Policy of the page. */
  readonly policy: string
  /** Address of the title page. */
  readonly home: string
  /** Addresses of the scripts to load when a reader first searches, parted by spaces; empty when they are in the page. */
  readonly searchScripts: string
}

/** A whole page as HTML. */
export function pageHtml(context: PageContext, parts: PageParts): string {
  const { document, labels, templates } = context
  const page = fillTemplate(
    templates.pages['page.html'],
    {
      ...parts,
      language: labels.language,
      direction: directionOf(labels.language),
      dossierTitle: document.title,
      description: holdings(document, labels),
    },
    labels,
  )
  return toMarkup(page)
}
