import type { RootContent } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { bylineStart } from '../../../language/words/title.ts'
import { isInserted } from './inserted.ts'
import { asksConsent, bare, isImprint, isRunningText, weightOf } from './weight.ts'

/** How far into the text the run above it may reach, in lines. */
const longestHead = 80

/** The lines above the text that belong to the page: from the first line to the last one that only a page has. */
export function headMatter(nodes: readonly RootContent[], language: string): Line[] {
  const lines = topOf(nodes)
  const title = titleAmong(lines, language)
  const above = title === undefined ? lines : lines.slice(0, title)
  let end = 0
  let possible = 0
  for (const [at, line] of above.entries()) {
    const weight = weightAt(line)
    if (weight === 1) end = at + 1
    else if (weight > 0) possible = at + 1
  }
  // Two possible words make a plain one, but a single one can be the title.
  if (end === 0 && possible > 1) end = possible
  while (end < (title ?? nodes.length) && isBelow(nodes[end])) end++
  return nodes.slice(0, end).filter((node): node is Line => node.type === 'line')
}

/** The lines above the first one that reads as text. */
function topOf(nodes: readonly RootContent[]): Line[] {
  const lines: Line[] = []
  for (const node of nodes.slice(0, longestHead)) {
    if (node.type !== 'line') break
    if (weightAt(node) === 0 && isRunningText(node.value)) break
    lines.push(node)
  }
  return lines
}

/** An imprint above the text may stand on a title page, with the title. */
function weightAt(line: Line): number {
  if (isImprint(line.value)) return 0
  return asksConsent(line.value) ? 1 : weightOf(line)
}

/** A possible word of a menu right below the others. */
function isBelow(node: RootContent | undefined): boolean {
  return node?.type === 'line' && node.data?.blankBefore === 0 && weightOf(node) > 0
}

/**
 * Where the headline is known to stand, so that buttons below it do not take it along: its words end the path that leads
 * to the page, a by-line or a date stands below it, or nothing but such buttons stands around it.
 */
function titleAmong(lines: readonly Line[], language: string): number | undefined {
  const others = lines.map(({ value }) => bare(value))
  const isCandidate = (at: number) => {
    const line = lines[at]
    return line !== undefined && weightAt(line) === 0 && (others[at] ?? '').split(' ').length > 1
  }
  for (let at = lines.length - 1; at > 0; at--) {
    const words = others[at] ?? ''
    const isPath = others.slice(0, at).some((other) => other.length > words.length && other.endsWith(` ${words}`))
    if (isCandidate(at) && words.length > 12 && isPath) return at
  }
  const credited = lines.findIndex((_, at) => isCandidate(at) && isCredited(lines, at, language))
  if (credited >= 0) return credited
  const onlyButtons = lines.every((line) => weightAt(line) < 1 || isInserted(line))
  return isCandidate(0) && onlyButtons ? 0 : undefined
}

/** Whether the next line, or the one behind a deck, gives an author or a date. */
function isCredited(lines: readonly Line[], at: number, language: string): boolean {
  const [line, next, after] = lines.slice(at, at + 3)
  if (!line || givesCredit(line, language)) return false
  if (next && givesCredit(next, language)) return true
  const isDeck = next !== undefined && weightAt(next) === 0 && next.value.length > line.value.length
  return isDeck && after !== undefined && givesCredit(after, language)
}

function givesCredit({ value }: Line, language: string): boolean {
  if (value.split(/\s+/).length > 9) return false
  const byline = bylineStart.exec(value)?.[0]
  if (byline !== undefined && /^\p{Lu}/u.test(value.slice(byline.length))) return true
  return dateOfLine(value, language) !== undefined
}
