import { partitionPoint } from '../../partition-point.ts'
import type { Labels } from '../../template/labels.ts'
import { type Fragment, type LineFragment, type Strip, stripOf } from '../galley/strip.ts'
import { lineFragment, naturalLine } from '../galley/text.ts'
import type { Typesetter } from '../measure/typesetter.ts'
import type { StyledRun } from '../style/item.ts'
import { baselineOf, type PageGeometry, type Sheet } from '../style/sheet.ts'
import type { Frame } from './compose.ts'
import type { Room } from './room.ts'

/** Length of the rule above the notes, in points. */
const separatorLength = 100

/** Room on a page, from the sheet. */
export function roomOf(sheet: Sheet, language: string): Room {
  const note = sheet.role('note', language)
  return {
    height: sheet.page.depth,
    landscapeHeight: sheet.landscape.depth,
    line: sheet.grid * 2,
    grid: sheet.grid,
    separator: sheet.grid * 2,
    noteGap: 2,
    carryOver: note.leading,
  }
}

/** What the frame of a page depends on. */
export interface FrameSettings {
  readonly sheet: Sheet
  readonly labels: Labels
  readonly typesetter: Typesetter
  readonly room: Room
  /** Running head of left-hand pages. */
  readonly title: string
  /** Whether all pages have their number printed on them, title page and blank pages too. */
  readonly allNumbered: boolean
}

/** What is known about one page beside its text. */
export interface PageMatter {
  readonly number: number
  /** Running head of right-hand pages. */
  readonly title: string
  readonly language: string
  /** Whether the page lies on its side. */
  readonly landscape: boolean
  /** Whether its text block reaches into the outer margin. */
  readonly wide: boolean
  /** Whether its number is printed on it. */
  readonly numbered: boolean
  /** Whether it begins a chapter, or with a heading of that rank: no running head. */
  readonly opening: boolean
  readonly noteLabel: (note: string) => string
}

/** Everything around the text of a page. */
export function frameOf(page: PageMatter, settings: FrameSettings): Frame {
  const { sheet } = settings
  const geometry = page.landscape ? sheet.landscape : sheet.page
  const { width, height, top, depth, inner, measure, twoSided } = geometry
  const room = { ...settings.room, height: depth }
  const recto = page.number % 2 === 1
  const outerIsRight = recto || !twoSided
  const left = outerIsRight ? inner : width - inner - measure
  const reach = page.wide ? sheet.reach : 0
  const block = { ...geometry, measure: measure + reach, left: outerIsRight ? left : left - reach }
  const head = [
    ...(page.opening ? [] : [runningHead(page, block, settings)]),
    ...(page.numbered || settings.allNumbered ? [folio(page, block, settings)] : []),
  ]
  return {
    number: page.number,
    width,
    height,
    left: block.left,
    top,
    measure: block.measure,
    outerIsRight,
    room,
    head,
    separator: { kind: 'rule', x: 0, y: room.separator * 0.55, width: separatorLength, weight: 0.4, color: 'muted' },
    continued: (note) => continuedStrip(page.noteLabel(note), settings),
  }
}

/** Where the text block of a page is. */
interface Block extends PageGeometry {
  readonly left: number
}

/** Most of the upper margin that is between the running head and the text, as a share. */
const mostHeadGap = 0.45

/** The dossier's title on the left page, the part's on the right, at the outer edge, cut short to fit. */
function runningHead(
  page: PageMatter,
  { top, measure, left }: Block,
  { sheet, typesetter, title }: FrameSettings,
): Fragment {
  const recto = page.number % 2 === 1
  const language = page.language
  const { style } = sheet.role('runningHead', language)
  const y = top - Math.min(sheet.grid * 3, top * mostHeadGap)
  const run = cutShort({ text: (recto ? page.title : title).replaceAll(/\s+/g, ' '), style }, measure, typesetter)
  const right = { x: left + measure, y, align: 'end' } as const
  return lineFragment([run], recto ? right : { x: left, y }, undefined, typesetter)
}

/** The same text, ended with an ellipsis after a word when it is wider than the room for it. */
export function cutShort(run: StyledRun, room: number, typesetter: Typesetter): StyledRun {
  const fits = (text: string) => naturalLine([{ ...run, text }], typesetter).width <= room
  if (fits(run.text)) return run
  const words = run.text.split(' ')
  const count = partitionPoint(words.length, (index) => index === 0 || fits(ended(words, index + 1)))
  return { ...run, text: ended(words, count) }
}

function ended(words: readonly string[], count: number): string {
  return `${words
    .slice(0, count)
    .join(' ')
    .replace(/[\p{P}\s]+$/u, '')}…`
}

function folio(
  { number, language }: PageMatter,
  { top, depth, measure, left }: Block,
  { sheet, typesetter }: FrameSettings,
): LineFragment {
  const { style } = sheet.role('folio', language)
  const y = top + depth + sheet.grid * 5
  const recto = number % 2 === 1
  const place = recto ? ({ x: left + measure, y, align: 'end' } as const) : { x: left, y }
  return lineFragment([{ text: String(number), style }], place, undefined, typesetter)
}

function continuedStrip(label: string, { sheet, labels, typesetter, room }: FrameSettings): Strip {
  const { style, leading } = sheet.role('note', labels.language)
  const run = {
    text: labels.text('noteContinued', { n: label }),
    style: sheet.vary(style, { italic: true, color: 'muted' }),
  }
  const line = lineFragment([run], { x: 0, y: baselineOf(style.size, leading) }, undefined, typesetter)
  return stripOf({ height: room.carryOver, penalty: 0, snap: false, fragments: [line], notes: [], anchors: [] })
}
