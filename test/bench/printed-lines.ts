import { spawnSync } from 'node:child_process'

/** A word of a printed line, in points from the left edge of its page. */
export interface PrintedWord {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A line as it is read back from a PDF. */
export interface PrintedLine {
  readonly page: number
  /** Height of its type as the font gives it, in points: tells the kinds of text apart. */
  readonly height: number
  /** Lower edge, in points from the head of the page. */
  readonly foot: number
  readonly words: readonly PrintedWord[]
}

/** The lines of a PDF from `pdftotext`, top to bottom; undefined where it is not installed. */
export function readLines(pdf: string): PrintedLine[] | undefined {
  const { status, stdout } = spawnSync('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) return undefined
  return stdout.split('<page ').flatMap((page, number) => (number === 0 ? [] : joined(linesOf(page, number))))
}

const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g

function linesOf(page: string, number: number): PrintedLine[] {
  return page
    .split('<line ')
    .slice(1)
    .map((line) => {
      let height = 0
      let foot = 0
      const words = [...line.matchAll(word)].map(([, x1, y1, x2, y2, text = '']): PrintedWord => {
        // The tallest word is of the text's own size: note calls are smaller.
        if (Number(y2) - Number(y1) > height + 0.01) [height, foot] = [Number(y2) - Number(y1), Number(y2)]
        return { from: Number(x1), to: Number(x2), text }
      })
      return { page: number, height: Math.round(height * 10) / 10, foot, words }
    })
}

/** What is read as several lines at one height is one, cut where its spaces are wide. */
function joined(lines: readonly PrintedLine[]): PrintedLine[] {
  const sorted = [...lines].sort((a, b) => a.foot - b.foot || (a.words[0]?.from ?? 0) - (b.words[0]?.from ?? 0))
  const whole: PrintedLine[] = []
  for (const line of sorted) {
    const last = whole.at(-1)
    const sameKind = last && last.height === line.height && Math.abs(last.foot - line.foot) < 0.5
    if (sameKind) {
      const words = [...last.words, ...line.words].sort((a, b) => a.from - b.from)
      whole[whole.length - 1] = { ...last, words }
    } else whole.push(line)
  }
  return whole
}
