import type { RootContent } from 'hast'
import type { PageContext } from './context.ts'
import { fillTemplate } from './template.ts'

/** What made a dossier. */
export interface Tool {
  /** Version of dossierpress. */
  readonly version: string
  /** Command that builds the dossier again. */
  readonly command?: string | undefined
}

/** The colophon: what made the dossier, how to make it again, and its whole fingerprint. */
export function colophon(context: PageContext, { version, command }: Tool): RootContent[] {
  const { document, labels, templates } = context
  return fillTemplate(
    templates.pages['colophon.html'],
    {
      version: labels.text('madeWith', { version }),
      date: document.date === undefined ? undefined : labels.date(document.date),
      command,
      fingerprint: document.fingerprint,
    },
    labels,
  )
}
