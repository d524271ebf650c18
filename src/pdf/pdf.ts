import type { VFile } from 'vfile'
import type { Profile } from '../formats.ts'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { FontLibrary } from '../read/fonts.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import { bookmarksOf } from './bookmarks.ts'
import { estimatePages } from './estimate.ts'
import { reportLayout } from './messages.ts'
import { type Attachment, packAttachments } from './paint/attachments.ts'
import { mergeGlyphs } from './paint/glyphs.ts'
import { writeFile } from './paint/paint.ts'
import { createPress, type PressSettings, picturesOf } from './press.ts'
import { numberIn, settle } from './settle.ts'

/** What a PDF is made with beside the dossier. */
export interface PdfOptions {
  readonly theme: Theme
  readonly labels: Labels
  readonly fonts: FontLibrary
  /** The dossier's own file: messages that are about no part go on it. */
  readonly file: VFile
  /** Version of the tool, for the colophon. */
  readonly version: string
  /** Command that makes the dossier again, for the colophon. */
  readonly command?: string | undefined
  /**
   * "bundle": every page has its number printed on it, the title page and blank pages too, and bookmarks carry page
   * numbers, as courts ask of bundles. The number is that of the page in the file in any case.
   */
  readonly profile?: Profile | undefined
  /** Files to put inside: the sources, the normalized markdown, the ledger, the manifest. */
  readonly attachments?: readonly Attachment[]
}

/**
 * The dossier as a paginated PDF: tagged (PDF/UA-1), archival (PDF/A-3a), each note at the foot of the page of its call.
 * Messages go on the files of the parts.
 */
export async function toPdf(document: ResolvedDocument, options: PdfOptions): Promise<Uint8Array> {
  const { labels, theme, fonts, file } = options
  const attachments = packAttachments(options.attachments ?? [])
  const press = createPress(settingsOf(document, options), fonts)
  const settled = await settle(press.chapters, estimatePages(document, theme), async (round) =>
    press.layOut(round.chapters, numberIn(round), round.pages),
  )
  reportLayout(settled, press.chapters, document, file)
  const { faces, renumberings } = mergeGlyphs([press.paint(settled.pages)])
  const finished = renumberings.flatMap((renumbering) => [...press.finish(settled.pageNumbers, renumbering)])
  return writeFile({
    info: {
      title: document.title,
      authors: document.authors,
      subject: document.subtitle,
      language: labels.language,
      date: dateOf(document),
      producer: labels.text('madeWith', { version: options.version }),
    },
    chapters: finished.sort(([a], [b]) => a - b).map(([, chapter]) => chapter),
    faces,
    pictures: picturesOf(document),
    bookmarks: bookmarksOf(document, settled.pageNumbers, options),
    attachments,
  })
}

function settingsOf(document: ResolvedDocument, options: PdfOptions): PressSettings {
  const { theme, labels, version, command, attachments, profile } = options
  const attached = attachments !== undefined && attachments.length > 0
  return { document, theme, labels, version, command, attached, allNumbered: profile === 'bundle' }
}

/** The dossier's date; else the newest date of its sources; else a fixed one. */
function dateOf({ date, parts }: ResolvedDocument): Date {
  const dates = [
    date,
    ...parts
      .flatMap(({ metadata }) => [metadata.captured, metadata.date])
      .sort()
      .reverse(),
  ]
  const day = dates.map((text) => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0]).find((text) => text !== undefined)
  const time = Date.parse(`${day ?? '2000-01-01'}T00:00:00Z`)
  return new Date(Number.isNaN(time) ? Date.UTC(2000, 0, 1) : time)
}
