import type { VFile } from 'vfile'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import { holdings } from '../template/title-matter.ts'
import type { OutputFile } from '../write/output-file.ts'
import { partPieces } from './part.ts'
import { piecesOf } from './pieces.ts'
import { singleFile, wholePart } from './single-file.ts'
import { partPages, siteFiles } from './site.ts'
import { siteOf } from './site-page.ts'
import { readTemplates } from './templates.ts'
import type { WebFontLibrary } from './web-fonts.ts'

/** What the HTML dossier is made with, beside the document. */
export interface HtmlOptions {
  /** Text files of `templates/` by their path in it; messages about them go on them. */
  readonly templates: ReadonlyMap<string, VFile>
  readonly labels: Labels
  readonly theme: Theme
  /** Fonts that the pages bring along; without it they use those of the reader's system. */
  readonly webFonts?: WebFontLibrary
  /** Version of dossierpress, for the colophon. */
  readonly version: string
  /** Command that builds the dossier again, for the colophon. */
  readonly command?: string
  /** Address at which the site will stand; without it there is no sitemap, which needs whole addresses. */
  readonly address?: string
}

/** The HTML dossier in both shapes: `dossier.html`, a single file to mail, and `site/`, a folder to publish. */
export function toHtml(document: ResolvedDocument, options: HtmlOptions): readonly OutputFile[] {
  const { labels, version, address } = options
  const templates = readTemplates(options.templates)
  const context = { document, labels, templates, holds: holdings(document, labels) }
  const pieces = piecesOf(context, options, options)
  const publication = { version, address }
  const site = siteOf(context, pieces, publication)
  const parts = document.parts.map((part) => {
    const own = partPieces(context, part)
    return { whole: wholePart(context, own), pages: partPages(site, own) }
  })
  const whole = parts.map((part) => part.whole)
  const pages = parts.flatMap((part) => part.pages)
  return [
    { path: 'dossier.html', contents: singleFile(context, pieces, whole, publication) },
    ...siteFiles(site, pages),
  ]
}
