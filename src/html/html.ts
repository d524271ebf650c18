import type { VFile } from 'vfile'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import type { OutputFile } from '../write/output-file.ts'
import { piecesOf } from './pieces.ts'
import { singleFile } from './single-file.ts'
import { site } from './site.ts'
import { readTemplates } from './templates.ts'

/** What the HTML dossier is made with, beside the document. */
export interface HtmlOptions {
  /** Text files of `templates/` by their path in it; messages about them go on them. */
  readonly templates: ReadonlyMap<string, VFile>
  readonly labels: Labels
  readonly theme: Theme
  /** Version of dossierpress, for the colophon. */
  readonly version: string
  /** Command that builds the dossier again, for the colophon. */
  readonly command?: string
  /** Address at which the site will stand; without it there is no sitemap, which needs whole addresses. */
  readonly address?: string
}

/** The HTML dossier in both shapes: `index.html`, a single file to mail, and `site/`, a folder to publish. */
export function toHtml(document: ResolvedDocument, options: HtmlOptions): readonly OutputFile[] {
  const context = { document, labels: options.labels, templates: readTemplates(options.templates) }
  const pieces = piecesOf(context, options)
  return [{ path: 'index.html', contents: singleFile(context, pieces, options) }, ...site(context, pieces, options)]
}
