import type { VFile } from 'vfile'
import type { Profile } from '../formats.ts'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { FontLibrary } from '../read/fonts.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import { bookmarksOf } from './bookmarks.ts'
import { estimatePages } from './estimate.ts'
import { reportLayout } from './messages.ts'
import { type Attachment, type PackedAttachment, packAttachments } from './paint/attachments.ts'
import { writeFile } from './paint/paint.ts'
import { createPress, type PressSettings, picturesOf } from './press.ts'
import { settle } from './settle.ts'
import { LostPress, type PressStarter, shareOut } from './share-out.ts'

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
  /** Presses in other threads, that take a share of the chapters. */
  readonly presses?: readonly PressStarter[]
  /** Files to put inside: the sources, the normalized markdown, the ledger, the manifest. */
  readonly attachments?: readonly Attachment[]
}

/**
 * The dossier as a paginated PDF: tagged (PDF/UA-1), archival (PDF/A-3a), each note at the foot of the page of its call.
 * Messages go on the files of the parts. Its bytes don't depend on how many presses there are.
 */
export async function toPdf(document: ResolvedDocument, options: PdfOptions): Promise<Uint8Array> {
  const attachments = packAttachments(options.attachments ?? [])
  try {
    return await print(document, options, attachments, options.presses ?? [])
  } catch (error) {
    if (!(error instanceof LostPress)) throw error
    return print(document, options, attachments, [])
  }
}

async function print(
  document: ResolvedDocument,
  options: PdfOptions,
  attachments: readonly PackedAttachment[],
  presses: readonly PressStarter[],
): Promise<Uint8Array> {
  const { labels, theme, fonts, file } = options
  const settings = settingsOf(document, options)
  const press = createPress(settings, fonts)
  const shared = shareOut(press, settings, presses)
  const settled = await settle(press.chapters, estimatePages(document, theme), shared.layOut)
  const { faces, chapters } = await shared.finish(settled)
  const bytes = await writeFile({
    info: {
      title: document.title,
      authors: document.authors,
      subject: document.subtitle,
      language: labels.language,
      date: dateOf(document),
      producer: labels.text('madeWith', { version: options.version }),
    },
    chapters,
    faces,
    pictures: picturesOf(document),
    bookmarks: bookmarksOf(document, settled.pageNumbers, options),
    attachments,
  })
  reportLayout(settled, press.chapters, document, file)
  return bytes
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
