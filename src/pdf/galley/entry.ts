import { setParagraph } from '../line/set-paragraph.ts'
import type { EntryItem } from '../style/item.ts'
import { baselineOf } from '../style/sheet.ts'
import type { GalleySettings } from './settings.ts'
import { type Fragment, lineAt, type Strip, stripOf } from './strip.ts'
import { lineFragment, naturalLine } from './text.ts'

/** Width kept free for page numbers, and the least white space before them, in points. */
const numberColumn = 30

/** Distance between two dots of a leader, in points; they stand under each other on all lines. */
const leaderStep = 6

/** Least white space between a title and its leader, in points; the dots of a title that is cut short need more. */
const leaderGap = 4
const ellipsisGap = 9

/** Fewest dots of a leader: less leads no eye. */
const fewestDots = 3

/** Sets an entry of a list of contents: label, title, which may take several lines, a leader, and a page number. */
export function setEntry(item: EntryItem, settings: GalleySettings): Strip[] {
  const { typesetter, measure } = settings
  const baseline = baselineOf(item.size, item.leading)
  const room = measure - item.hang - numberColumn
  const lines = setParagraph(
    { runs: item.title, measure: room, align: 'start', hyphenate: false },
    typesetter,
    settings.missing,
  )
  return lines.map((line, index): Strip => {
    const goesOn = index < lines.length - 1
    const fragments: Fragment[] = [lineAt({ x: item.hang, y: baseline }, line, item.tag, true)]
    if (index === 0) fragments.unshift(lineFragment(item.label, { x: item.left, y: baseline }, item.tag, typesetter))
    if (!goesOn) fragments.push(...endOfEntry(item, item.hang + line.width, baseline, settings))
    const penalty = index === 0 && !item.bound ? 0 : Infinity
    return stripOf({ height: item.leading, penalty, snap: true, fragments, notes: [], anchors: [] })
  })
}

function endOfEntry(item: EntryItem, titleEnd: number, y: number, { typesetter, measure }: GalleySettings): Fragment[] {
  const page = lineFragment(item.page, { x: measure, y, align: 'end' }, item.tag, typesetter)
  if (!item.leader) return [page]
  const dot = { ...item.leader }
  const start = Math.ceil((titleEnd + (isCut(item) ? ellipsisGap : leaderGap)) / leaderStep) * leaderStep
  const end = measure - numberColumn + leaderStep
  if (end - start < (fewestDots - 1) * leaderStep) return [page]
  const dots: Fragment[] = []
  const line = naturalLine([dot], typesetter)
  for (let x = start; x <= end; x += leaderStep) {
    dots.push(lineAt({ x, y }, line, undefined, false))
  }
  return [...dots, page]
}

function isCut({ title }: EntryItem): boolean {
  return title.at(-1)?.text.endsWith('…') === true
}
