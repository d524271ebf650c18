import type { RootContent } from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import type { PageContext } from './context.ts'
import { directionOf } from './direction.ts'
import { toMarkup } from './markup.ts'
import { fillTemplate } from './template.ts'

/** What differs from page to page. */
export interface PageParts {
  readonly title: string
  readonly head: readonly RootContent[]
  readonly contents: readonly RootContent[]
  /** HTML of the main matter, piece by piece: of a large dossier it is too long to be copied from one tree into the next. */
  readonly main: readonly (string | Uint8Array)[]
  /** What stands at the end of the body: scripts. */
  readonly tail: readonly RootContent[]
  /** Content Security Policy of the page. */
  readonly policy: string
  /** Address of the title page. */
  readonly home: string
  /** Addresses of the scripts to load when a reader first searches, parted by spaces; empty when they are in the page. */
  readonly searchScripts: string
}

/** Where the main matter goes; in stringified HTML only markup begins with `<`. */
const mainPlace: Raw = { type: 'raw', value: '<#main>' }

/** A whole page as HTML in UTF-8. */
export function pageHtml(context: PageContext, parts: PageParts): Buffer {
  const { document, labels, templates } = context
  const page = fillTemplate(
    templates.pages['page.html'],
    {
      ...parts,
      main: [mainPlace],
      language: labels.language,
      direction: directionOf(labels.language),
      dossierTitle: document.title,
      description: context.holds,
    },
    labels,
  )
  const [head = '', ...tails] = toMarkup(page).split(mainPlace.value)
  const pieces = [head, ...tails.flatMap((tail) => [...parts.main, tail])]
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}
