import { directionsOf } from '../../src/pdf/line/bidi.ts'
import { collect } from '../../src/pdf/line/collect.ts'
import { box, createItems, forbidden, forced, glue, type Items } from '../../src/pdf/line/items.ts'
import type { Line } from '../../src/pdf/line/line.ts'
import { completeParagraph, type Paragraph } from '../../src/pdf/line/run.ts'
import { setLine } from '../../src/pdf/line/set-line.ts'
import type { Typesetter } from '../../src/pdf/measure/typesetter.ts'

/** Sets a paragraph as most programs do: each line takes the words that fit at their natural width. The same hyphens are allowed. */
export function setFirstFit<Mark, Note>(paragraph: Paragraph<Mark, Note>, typesetter: Typesetter): Line<Mark, Note>[] {
  const items = createItems()
  const text = paragraph.runs.map((run) => run.text).join('')
  const directions = directionsOf(text, paragraph.direction ?? 'auto')
  const divide = paragraph.hyphenate !== false
  const noteBoxes = collect(paragraph, { typesetter, items, divide, directions, missing: () => {} })
  const broken = {
    paragraph: completeParagraph(paragraph),
    typesetter,
    items,
    noteBoxes,
    base: directions?.base ?? 0,
    mixed: directions !== undefined,
  }
  const lines: Line<Mark, Note>[] = []
  let start = 0
  let last = -1
  for (let at = 0; at < items.length; at++) {
    if (!isBreak(items, at)) continue
    const width = (items.width[at] ?? 0) + (items.extra[at] ?? 0) - (items.width[start] ?? 0)
    if (width > paragraph.measure && last >= start) {
      lines.push(setLine(broken, start, last, lines.length === 0))
      start = nextBox(items, last)
    }
    if (items.cost[at] === forced) {
      lines.push(setLine(broken, start, at, lines.length === 0))
      start = nextBox(items, at)
    }
    last = at
  }
  return lines
}

function isBreak(items: Items, at: number): boolean {
  return (
    items.kind[at] !== box &&
    (items.cost[at] ?? 0) < forbidden &&
    (items.kind[at] !== glue || items.kind[at - 1] === box)
  )
}

function nextBox(items: Items, at: number): number {
  let next = at
  while (next < items.length && items.kind[next] !== box) next++
  return next
}
