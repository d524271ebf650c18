/** How lines are broken. */
export interface Measure {
  /** Most characters on a line. */
  readonly width: number
  /** Whether words are divided where a middle dot stands. */
  readonly divides: boolean
}

/** Breaks a paragraph into lines. A hyphen inside a word is a place to break, too. */
export function wrap(text: string, { width, divides }: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joint = line === '' ? '' : ' '
    const room = width - line.length - joint.length
    if (plain(word).length <= room) {
      line += joint + plain(word)
      continue
    }
    const [head, tail] = divides ? divided(word, room) : ['', word]
    lines.push(head === '' ? line : line + joint + head)
    line = plain(tail)
  }
  return [...lines, line]
}

/** A word without its places to divide. */
export function plain(text: string): string {
  return text.replaceAll('·', '')
}

/** The longest beginning of a word that has room, with its hyphen, and the rest. */
function divided(word: string, room: number): readonly [head: string, tail: string] {
  const places = [...word.matchAll(/·|(?<=\p{L})-(?=\p{L})/gu)].reverse()
  const place = places.find(({ index }) => plain(word.slice(0, index)).length + 1 <= room)
  return place ? [`${plain(word.slice(0, place.index))}-`, word.slice(place.index + 1)] : ['', word]
}
