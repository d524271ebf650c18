/** One number of a citation in brackets: "[2", "3" and "4]" in "[2, 3, 4]". */
export interface CitedNumber {
  /** Index of its first character, with the bracket before it. */
  readonly start: number
  /** One past its last character, with the bracket behind it. */
  readonly end: number
  readonly label: string
}

/** Notes that a text cites together in brackets: "[12]", "[12, 13]", "[12–15]". */
export interface Citation {
  /** The numbers that are written out. */
  readonly numbers: readonly CitedNumber[]
  /** Labels of all notes that are meant: of "[4–6]" also 5. */
  readonly labels: readonly string[]
}

const citation = /\[(?:[A-Za-z]|[*†‡§¶‖]{1,4}|\d{1,4}(?:\s?[,;–—-]\s?\d{1,4}){0,20})\](?!\p{L})/gu

/** Most notes that a range stands for. */
const longestRange = 60

/** Every place in a text where notes can be cited in brackets, in order; a single one at its start is a label. */
export function citationsIn(text: string): Citation[] {
  return [...text.matchAll(citation)].flatMap(({ index, 0: found }) => {
    const signs = [...found.matchAll(/[^[\],;–—\s-]+/gu)]
    const numbers = signs.map(({ index: at, 0: label }, place) => ({
      start: index + (place === 0 ? 0 : at),
      end: index + (place === signs.length - 1 ? found.length : at + label.length),
      label,
    }))
    const labels = numbers.flatMap(({ label }, place) => {
      const before = signs[place - 1]
      const gap = before ? found.slice(before.index + before[0].length, signs[place]?.index) : ''
      return /[–—-]/.test(gap) ? rangeTo(Number(before?.[0]), Number(label)) : [label]
    })
    return labels.length > 0 ? [{ numbers, labels }] : []
  })
}

/** The numbers behind the first one up to the last; none when they are no range. */
function rangeTo(first: number, last: number): string[] {
  const count = last - first
  if (!(count > 0 && count <= longestRange)) return []
  return Array.from({ length: count }, (_, at) => String(first + 1 + at))
}
