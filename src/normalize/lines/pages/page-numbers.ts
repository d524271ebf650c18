import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { linesOf, removeLines } from '../../../captured/lines.ts'
import { pageNumberOf } from '../../../language/words/page-number.ts'
import { pagesOf } from '../../evidence/pages.ts'
import { beginningOf, endingOf } from '../../evidence/punctuation.ts'

/**
 * Removes page numbers: numbers on a line of their own whose value grows with the page. Where pages are not marked, a
 * number alone between blank lines that cuts a sentence, or one of a growing row. Note marks and list numbers on lines
 * of their own do not grow with the page and are left alone.
 */
export function pageNumbers() {
  return (tree: Root, file: VFile): void => {
    const cited = citedNumbers(linesOf(tree))
    const pages = pagesOf(tree)
    const marked = pages.length > 1
    removeLines(
      tree,
      file,
      (marked ? growingWithPages(pages) : []).filter(({ value }) => !cited.has(value)),
      {
        rule: 'normalize:page-numbers-are-removed',
        evidence: 'a number alone at the end of a page, one more than on the page before',
        confidence: 0.97,
      },
    )
    const lonely = lonelyNumbers(linesOf(tree)).filter(({ value }) => !cited.has(value))
    startPages(linesOf(tree), lonely)
    removeLines(tree, file, lonely, {
      rule: 'normalize:page-numbers-are-removed',
      evidence: 'a number alone between blank lines, in the middle of a sentence',
      confidence: 0.9,
    })
  }
}

/** Numbers in round brackets that stand alone on a line and in the text, too: those of formulas, which the text cites. */
function citedNumbers(lines: readonly Line[]): Set<string> {
  const alone = lines.map(({ value }) => value).filter((value) => /^\(\d+\)$/.test(value))
  return new Set(alone.filter((number) => lines.some(({ value }) => value !== number && value.includes(number))))
}

/** The number that stands alone on a line, or 0. */
function numberOn(line: Line | undefined): number {
  return line ? pageNumberOf(line.value) : 0
}

/** Of the outermost lines of the pages, those whose number differs from the page's place by a common amount. */
function growingWithPages(pages: readonly (readonly Line[])[]): Line[] {
  const candidates = pages.flatMap((page, at) =>
    [page[0], page.at(-1)].flatMap((line) => {
      const number = numberOn(line)
      const isFoot = line === page.at(-1) && (line?.data?.blankBefore ?? 0) > 0
      return line && number > 0 ? [{ line, difference: number - at, isFoot }] : []
    }),
  )
  const votes = new Map<number, number>()
  for (const { difference } of candidates) votes.set(difference, (votes.get(difference) ?? 0) + 1)
  return candidates
    .filter(
      ({ line, difference, isFoot }) =>
        (votes.get(difference) ?? 0) >= 2 ||
        !/^[\divxlcdm]+$/i.test(line.value) ||
        // The first page alone has its number at the foot where the others have running heads.
        (isFoot && difference === 1 && line.value === '1'),
    )
    .map(({ line }) => line)
}

/** Numbers alone between blank lines where the sentence goes on behind them. */
function lonelyNumbers(lines: readonly Line[]): Line[] {
  return lines.filter((line, at) => {
    const before = lines[at - 1]
    const after = lines[at + 1]
    if (numberOn(line) === 0 || !before || !after) return false
    const blanks = line.data?.blankBefore ?? 0
    const blanksAfter = after.data?.blankBefore ?? 0
    if (blanks === 0 || blanksAfter === 0) return false
    const ending = endingOf(before.value)
    const goesOn = (ending === 'open' || ending === 'hyphen') && beginningOf(after.value) !== 'upper'
    return before.value.length > 20 && after.value.length > 20 && (goesOn || blanks + blanksAfter > 4)
  })
}

/** A removed page number tells where a page ends: the lines behind it stand on the next one. */
function startPages(lines: readonly Line[], numbers: readonly Line[]): void {
  const ends = new Set(numbers)
  let shift = 0
  for (const line of lines) {
    if (!line.data) continue
    line.data.page += shift
    if (ends.has(line)) shift++
  }
}
