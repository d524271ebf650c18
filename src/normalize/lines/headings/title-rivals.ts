import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { report } from '../../../diagnostics/report.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { firstHeadings } from '../../../language/words/title.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { isNoTitle } from '../../evidence/headings/no-title.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { isListed } from '../../evidence/markers.ts'
import { headingNumbers } from '../../evidence/numbering.ts'
import { readsAsSentence } from '../../evidence/sentence-ends.ts'
import { widthOf } from '../../evidence/width.ts'
import { type HeadMatter, plain, type Title } from './head-matter.ts'

/** Blocks at the head of a text among which another title may stand. */
const blocks = 4
/** Words of a headline at least, since a section's and a name have few, and at most. */
const words = { least: 2, most: 16 } as const
/** Share of the measure that a line fills at most that nothing goes on behind. */
const shortLine = 0.7
/** Characters of a line of running text. */
const running = 45

/**
 * Says so where a line below the title reads as one, too: the upper one may be the name of who publishes, or the head
 * of the page. Of 48 such places in the sets of captures the title was wrong, or something else about it, in 40.
 */
export function reportRivals(tree: Root, file: VFile, matter: HeadMatter, title: Title): void {
  const rival = rivalsOf(matter, title).find((line) => !isSection(tree, matter, line))
  const [first, last] = [title[0], title.at(-1)]
  if (!rival || !first || !last || evidenceOf(file).isTitled) return
  const given = title.map(({ value }) => value).join(' ')
  report(
    file,
    'normalize:title-has-no-rival',
    `\`${given}\` is taken for the title, but \`${rival.value}\` below it may be it`,
    {
      place: positionAt(file, startOf(first), endOf(last)),
      actual: given,
      expected: [rival.value],
      note: 'Give the title in `dossier.yaml` where it is the other',
    },
  )
}

/** Whether a line heads the first section: text is right below it, and below that another line like it. */
function isSection(tree: Root, matter: HeadMatter, line: Line): boolean {
  const from = tree.children.indexOf(line)
  const lines = tree.children.slice(from + 1).filter((node) => node.type === 'line')
  const next = lines[0]
  if (!next || isOfHead(matter, next) || (next.value.length < running && !readsAsSentence(next.value))) return false
  const below = { ...matter, lines }
  return lines.some(
    (other, at) => at > 0 && isAlone(below, at) && isHeadline(other, matter) && !readsAsSentence(other.value),
  )
}

/** Whether a line belongs to the head of a text: who wrote, when, a field of a form. */
function isOfHead({ language, isCredit }: HeadMatter, line: Line): boolean {
  return isCredit(line) || isLabelled(line.value) || dateOfLine(line.value, language) !== undefined
}

/** Lines below the title that read as one. */
function rivalsOf(matter: HeadMatter, title: Title): Line[] {
  const { lines } = matter
  const given = plain(title.map(({ value }) => value).join(' '))
  const below = lines.indexOf(title.at(-1) as Line) + 1
  const rivals: Line[] = []
  let block = lines.slice(1, below).filter(isBelowBlank).length
  for (let at = below; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isBelowBlank(line)) block++
    if (block >= blocks || readsAsSentence(line.value)) break
    if (isAlone(matter, at) && isHeadline(line, matter) && !given.includes(plain(line.value))) rivals.push(line)
  }
  return rivals
}

function isBelowBlank(line: Line): boolean {
  return (line.data?.blankBefore ?? 0) > 0
}

/** Whether a line begins a block, and nothing that it could go on in stands below. */
function isAlone(matter: HeadMatter, at: number): boolean {
  const { lines, wrapping } = matter
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !isBelowBlank(line)) return false
  if (!next || isBelowBlank(next) || isOfHead(matter, next) || isListed(next.value)) return true
  if (!wrapping.hardWrapped) return true
  return widthOf(line.value, wrapping.model) < shortLine * wrapping.measure && /^\P{Ll}/u.test(next.value)
}

function isHeadline(line: Line, { language, isCredit }: HeadMatter): boolean {
  const { value } = line
  const count = value.split(/\s+/).length
  if (!/\p{L}{2}/u.test(value) || count < words.least || count > words.most || /[.!?]\W{0,2}$/.test(value)) return false
  // The first section may begin right below the title.
  if (headingNumbers(value).length > 0 || firstHeadings.has(value.toLowerCase()) || isListed(value)) return false
  if (isNoTitle(line) || isCredit(line) || isLabelled(value)) return false
  return dateOfLine(value, language) === undefined && !/\p{L}, \d/u.test(value)
}
