import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { removeLines } from '../../../captured/lines.ts'
import type { EditRequest } from '../../../captured/record.ts'
import type { Metadata } from '../../../captured/source.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { bylineStart } from '../../../language/words/title.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { endsWithMark } from '../../evidence/sentence-ends.ts'
import { isKicker, isPublisher } from './above-title.ts'
import type { HeadMatter, Title } from './head-matter.ts'

const rule = 'normalize:source-line-is-metadata'

/** Why a line is taken for metadata, and how sure that is. */
type Grounds = Required<Pick<EditRequest, 'evidence' | 'confidence'>>

/** Turns the short lines around the headline into metadata and takes them out. */
export function readMetadata(tree: Root, file: VFile, { lines, language }: HeadMatter, title: Title): Metadata {
  const left = new Set<RootContent>(tree.children)
  const around = lines.filter((line) => left.has(line))
  const first = around.indexOf(title[0] as Line)
  const last = first + title.length - 1
  const found: { -readonly [Key in keyof Metadata]: Metadata[Key] } = {}
  const take = (line: Line | undefined, key: keyof Metadata, value: string, { evidence, confidence }: Grounds) => {
    if (!line || found[key] !== undefined) return
    const removal = { rule, evidence: `${evidence}: ${key} of the source`, confidence } as const
    if (removeLines(tree, file, [line], removal)) found[key] = value
  }
  const dates = datedLines(tree, language)
  for (const at of [last + 1, first - 1, last + 2, first - 2]) {
    const line = around[at]
    const isAlone = line && dates < fewestEntries && !isInside(around, at) && !isBesideField(around, at)
    const date = isAlone ? dateOfLine(line.value, language) : undefined
    if (date)
      take(line, 'date', date, {
        evidence: 'a line beside the headline that holds a date only',
        confidence: 0.98,
      })
    if (date) continue
    const byline = line && bylineStart.exec(line.value)
    if (
      byline &&
      line &&
      !/:$/.test(line.value) &&
      /^\p{Lu}/u.test(line.value.slice(byline[0].length)) &&
      line.value.split(/\s+/).length <= 6
    ) {
      take(line, 'author', line.value.slice(byline[0].length).trim(), {
        evidence: 'a by-line beside the headline',
        confidence: 0.9,
      })
    }
  }
  const above = around[first - 1]
  const isDated = found.date !== undefined
  if (above && left.has(above) && tree.children.includes(above)) {
    if (isPublisher([above, ...title, ...below(around, last)], 0)) {
      take(above, 'publisher', above.value, {
        evidence: 'the name of an organisation above the headline',
        confidence: 0.85,
      })
    } else if (isKicker(above.value))
      take(above, 'kicker', above.value, { evidence: 'a word for a kind of text above the headline', confidence: 0.9 })
  }
  const category = around[first - 2]
  if (isDated && category && tree.children.includes(category) && isShortLabel(category.value)) {
    take(category, 'category', category.value, { evidence: 'a short line above the date line', confidence: 0.9 })
  }
  return found
}

/** Lines with nothing but a date from which a text is a diary or a chronology. */
const fewestEntries = 2

/** Number of lines that hold nothing but a date. */
function datedLines(tree: Root, language: string): number {
  return tree.children.filter((node) => node.type === 'line' && dateOfLine(node.value, language) !== undefined).length
}

/** Whether a line stands in the middle of a sentence. */
function isInside(lines: readonly Line[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!above || !line || !below || (below.data?.blankBefore ?? 0) > 0) return false
  return endingOf(above.value) === 'open' && /^\p{Ll}/u.test(below.value)
}

/** Whether a field of a form stands right above or below a line. */
function isBesideField(lines: readonly Line[], at: number): boolean {
  return [at - 1, at + 1].some((other) => isLabelled(lines[other]?.value ?? ''))
}

/** The line below the headline, if there is one. */
function below(lines: readonly Line[], at: number): Line[] {
  return lines.slice(at + 1, at + 2)
}

function isShortLabel(value: string): boolean {
  return value.split(/\s+/).length <= 4 && !endsWithMark(value) && /^\p{Lu}/u.test(value)
}
