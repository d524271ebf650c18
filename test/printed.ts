import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A link of a PDF as a reader meets it. */
export interface PrintedLink {
  /** Named destination that it leads to. */
  readonly target: string
  /** The words that can be clicked. */
  readonly text: string
  /** Page that it stands on, and page that it leads to, from 1; no page when the destination does not exist. */
  readonly page: number
  readonly targetPage: number | undefined
}

/** A PDF read back. */
export interface Printed {
  /** Number that a reader sees on each page. */
  readonly labels: readonly string[]
  /** Text of each page. */
  readonly pages: readonly string[]
  readonly links: readonly PrintedLink[]
  /** Page of every named destination, from 1. */
  readonly destinations: ReadonlyMap<string, number>
}

type Rectangle = readonly [number, number, number, number]

interface Piece {
  readonly text: string
  readonly box: Rectangle
}

/** Reads the links of a PDF and what is printed in them. */
export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const destinations = new Map<string, number>()
  for (const [name, [page]] of Object.entries((await pdf.getDestinations()) as Record<string, [never]>))
    destinations.set(name, (await pdf.getPageIndex(page)) + 1)
  const links: PrintedLink[] = []
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const pieces = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []))
    pages.push(pieces.map(({ text }) => text).join(' '))
    for (const { dest, rect } of await page.getAnnotations())
      if (typeof dest === 'string')
        links.push({ target: dest, text: textIn(rect, pieces), page: number, targetPage: destinations.get(dest) })
  }
  const labels = (await pdf.getPageLabels()) ?? Array.from({ length: pdf.numPages }, (_, index) => String(index + 1))
  return { labels, pages, links, destinations }
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [left = 0, bottom = 0] = item.transform.slice(4)
  return { text: item.str, box: [left, bottom, left + item.width, bottom + item.height] }
}

/** The text of the pieces whose middle lies in the rectangle; a piece that reaches out of it is cut in proportion. */
function textIn([left, bottom, right, top]: Rectangle, pieces: readonly Piece[]): string {
  return pieces
    .filter(({ box: [x1, y1, x2, y2] }) => (y1 + y2) / 2 > bottom && (y1 + y2) / 2 < top && x2 > left && x1 < right)
    .map(({ text, box: [x1, , x2] }) => {
      const width = (x2 - x1) / Math.max(1, text.length)
      return text.slice(Math.max(0, Math.round((left - x1) / width)), Math.round((right - x1) / width))
    })
    .join('')
    .trim()
}
