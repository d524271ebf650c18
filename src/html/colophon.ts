import type { RootContent } from 'hast'
import type { PageContext } from './context.ts'
import type { HtmlOptions } from './html.ts'
import { fillTemplate } from './template.ts'

/** The colophon: what made the dossier, how to make it again, and its whole fingerprint. */
export function colophon(context: PageContext, options: HtmlOptions): RootContent[] {
  const { document, labels, templates } = context
  return fillTemplate(
    templates.pages['colophon.html'],
    {
      version: labels.text('madeWith', { version: options.version }),
      date: document.date === undefined ? undefined : labels.date(document.date),
      command: options.command,
      fingerprint: document.fingerprint,
    },
    labels,
  )
}
