import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Profile } from '../formats.ts'
import type { OutlineEntry, ResolvedDocument } from '../link/resolved.ts'
import { pointAt } from '../mdast/captured.ts'
import type { FontLibrary } from '../read/fonts.ts'
import { pictureFault } from '../read/picture.ts'
import type { Labels } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import { estimatePages } from './estimate.ts'
import { openFace } from './measure/open-face.ts'
import { createTypesetter, type OpenFace } from './measure/typesetter.ts'
import { bodyOf, isOnItsSide } from './page/body.ts'
import { composePage } from './page/compose.ts'
import { filled } from './page/fill.ts'
import { type FrameSettings, frameOf, roomOf } from './page/frame.ts'
import type { Page } from './page/page.ts'
import { type Attachment, packAttachments } from './paint/attachments.ts'
import type { Bookmark } from './paint/navigation.ts'
import { createPainter } from './paint/paint.ts'
import { type LaidChapter, type Settled, settle } from './settle.ts'
import { type Chapter, chaptersOf } from './style/chapter.ts'
import { colophonAnchor } from './style/matter/colophon.ts'
import { contentsAnchor } from './style/matter/contents.ts'
import { imprintAnchor } from './style/matter/imprint.ts'
import { registerSections, registersAnchor } from './style/matter/registers.ts'
import { sheetOf } from './style/sheet.ts'
import { type Tag, tagUnder } from './style/tag.ts'

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
  const { labels } = options
  const attachments = packAttachments(options.attachments ?? [])
  const layout = layOutDossier(document, options)
  const painter = createPainter({
    info: {
      title: document.title,
      authors: document.authors,
      subject: document.subtitle,
      language: labels.language,
      date: dateOf(document),
      producer: labels.text('madeWith', { version: options.version }),
    },
    root: layout.root,
    colors: options.theme.colors.light,
    attachments,
  })
  const { chapters } = layout.settled
  for (const [index, chapter] of chapters.entries()) {
    for (const page of pagesOf(chapter, index, layout)) await painter.page(page)
    painter.endChapter()
    chapters[index] = withoutLines(chapter)
  }
  return painter.end(bookmarksOf(document, layout.settled, options))
}

/** A chapter when it has been painted: of its pages only the number is asked again, and lines are what takes most room. */
function withoutLines(chapter: LaidChapter): LaidChapter {
  return {
    ...chapter,
    galley: { strips: [], floats: new Map() },
    notesOf: () => [],
  }
}

/** The dossier laid out, but not yet painted. */
export interface Layout {
  readonly root: Tag
  readonly settled: Settled
  readonly frame: FrameSettings
}

/** Lays the whole dossier out and reports what went wrong with it. */
export function layOutDossier(document: ResolvedDocument, options: PdfOptions, open: OpenFace = openFace): Layout {
  const { theme, labels, fonts } = options
  const stacks = Object.fromEntries(Object.entries(theme.fonts))
  const typesetter = createTypesetter(stacks, fonts, open, theme.line)
  const sheet = sheetOf(theme, typesetter)
  const room = roomOf(sheet, labels.language)
  const root = tagUnder(undefined, 'Document')
  const families = [theme.fonts.text.families[0], theme.fonts.heading.families[0]].filter((name) => name !== undefined)
  const attached = options.attachments !== undefined && options.attachments.length > 0
  const making = { version: options.version, command: options.command, fonts: families, attached }
  const missing: Missing = new Map()
  const settled = settle(chaptersOf({ document, labels, sheet, making, root }), {
    typesetter,
    measure: sheet.page.measure,
    wideMeasure: sheet.landscape.measure,
    reach: sheet.reach,
    grid: sheet.grid,
    room,
    estimate: estimatePages(document, theme),
    missing: missingIn(missing, options.file),
  })
  reportMissing(missing, options.file)
  reportPictures(document)
  reportLayout(settled, options.file)
  const allNumbered = options.profile === 'bundle'
  return { root, settled, frame: { sheet, labels, typesetter, room, title: document.title, allNumbered } }
}

/** The pages of one chapter, with page numbers filled in; each is made when it is asked for. */
export function* pagesOf(laid: LaidChapter, index: number, { settled, frame }: Layout): Generator<Page> {
  const { chapter, plans, galley, notesOf, styled } = laid
  const start = settled.starts[index] ?? 1
  const previous = settled.chapters[index - 1]
  const end = (settled.starts[index - 1] ?? start) + (previous?.plans.length ?? 0)
  for (let number = index === 0 ? start : end; number < start; number++)
    yield blankPage(number, chapter.language, frame)
  for (const [at, plan] of plans.entries()) {
    const matter = {
      number: start + at,
      title: chapter.title,
      language: chapter.language,
      landscape: isOnItsSide(plan, galley),
      wide: chapter.wide,
      numbered: at >= chapter.barePages,
      opening: at <= chapter.barePages,
      noteLabel: styled.noteLabel,
    }
    const page = composePage(plan, galley, notesOf, frameOf(matter, frame))
    const fill = (fragments: Page['body']) =>
      fragments.map((fragment) => filled(fragment, settled.pageNumbers, frame.typesetter))
    yield { ...page, body: fill(page.body), notes: fill(page.notes) }
  }
}

/** A page without text, so that the next one is a right-hand page. */
function blankPage(number: number, language: string, settings: FrameSettings): Page {
  const matter = {
    number,
    title: '',
    language,
    landscape: false,
    wide: false,
    numbered: false,
    opening: true,
    noteLabel: () => '',
  }
  const plan = { from: 0, to: 0, floats: [], feet: [], moved: [], notes: [], overfull: false }
  return composePage(plan, { strips: [], floats: new Map() }, () => [], frameOf(matter, settings))
}

/** Characters that no font has, by the file that they are in. */
type Missing = Map<VFile, Set<number>>

function missingIn(missing: Missing, dossier: VFile): (codePoint: number, chapter: Chapter) => void {
  return (codePoint, { file = dossier }) => {
    const known = missing.get(file) ?? new Set<number>()
    missing.set(file, known)
    known.add(codePoint)
  }
}

/** How many characters a message names. */
const mostNamed = 8

/** Reports the missing characters of each part at the first of them; those of part titles are not the dossier's own. */
function reportMissing(missing: Missing, dossier: VFile): void {
  const inParts = new Set([...missing].flatMap(([file, codePoints]) => (file === dossier ? [] : [...codePoints])))
  for (const [file, all] of missing) {
    const codePoints = file === dossier ? [...all].filter((codePoint) => !inParts.has(codePoint)) : [...all]
    if (codePoints.length === 0) continue
    const characters = codePoints.map((codePoint) => String.fromCodePoint(codePoint))
    const text = String(file.value)
    const offset = Math.min(...characters.map((character) => text.indexOf(character)).filter((at) => at >= 0))
    const names = codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`)
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
    const reason = `Unexpected character ${names.slice(0, mostNamed).join(', ')}${more}, expected ones that a font of the theme has`
    const place = Number.isFinite(offset) ? { place: pointAt(file, offset) } : {}
    report(file, 'pdf:glyph-is-in-font', reason, { ...place, actual: characters.join('') })
  }
}

/** Reports the pictures that can't be printed: those of a build are left out before, when they are read. */
function reportPictures({ parts }: ResolvedDocument): void {
  for (const { source, file } of parts) {
    for (const image of source.images) {
      const fault = pictureFault(image.bytes)
      if (!fault) continue
      report(file, 'read:image-is-supported', `The image \`${image.file}\` ${fault.reason}`, { note: fault.remedy })
    }
  }
}

function reportLayout({ chapters, unsettled }: Settled, dossier: VFile): void {
  for (const id of unsettled) {
    report(dossier, 'pdf:layout-converges', `Unexpected change of the page of \`${id}\` in the fifth round of layout`, {
      actual: id,
    })
  }
  for (const { chapter, plans, galley } of chapters) {
    for (const plan of plans) {
      if (!plan.overfull) continue
      const anchor = bodyOf(plan, galley).flatMap(({ strip }) => strip.anchors)[0]
      const where = anchor === undefined ? '' : ` at \`${anchor}\``
      report(
        chapter.file ?? dossier,
        'pdf:block-fits-page',
        `Unexpected height${where}: a line, picture or note is higher than a page`,
      )
    }
  }
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

function bookmarksOf(
  document: ResolvedDocument,
  { pageNumbers }: Settled,
  { labels, profile }: PdfOptions,
): Bookmark[] {
  const paged = (id: string, title: string) => {
    const n = profile === 'bundle' ? pageNumbers.get(id) : undefined
    return n === undefined ? title : `${title}, ${labels.text('pageReference', { n })}`
  }
  const entry = ({ id, kind, number, title, children }: OutlineEntry): Bookmark => ({
    id,
    title: paged(id, kind === 'annex' || number === '' ? title : `${number} ${title}`),
    children: children.map(entry),
  })
  const matter = (id: string, title: string, children: readonly Bookmark[] = []): Bookmark => ({
    id,
    title: paged(id, title),
    children,
  })
  const registers = registerSections(document, labels).map(({ id, title }) => matter(id, title))
  return [
    matter(imprintAnchor, labels.text('imprint')),
    matter(contentsAnchor, labels.text('contents')),
    ...document.outline.map(entry),
    matter(registersAnchor, labels.text('registers'), registers),
    matter(colophonAnchor, labels.text('colophon')),
  ]
}
