/** The web addresses in a run of text that GFM makes links by itself: inside them a backslash would be text. */
export interface Addresses {
  /** Whether the character at an index is part of such an address. Ask in ascending order. */
  covers(index: number): boolean
  /** Whether a backslash before the character at an index keeps GFM from seeing an address that it must not see. */
  breaks(index: number): boolean
}

/** Where an address may begin (GFM 6.9); a letter right before it hides it, and before `www.` more does. */
const beginning = /(?<![A-Za-z])https?:(?=\/\/)|(?<![^\s(*_[\]~])www(?=\.)/gi
/** Addresses about which GFM leaves no doubt. */
const plain = /(?:\/\/|\.)[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*(?=[/?#\s),;:!'"]|\.?(?:\s|$))/y
const none: Addresses = { covers: () => false, breaks: () => false }

/**
 * Finds the addresses of a run. One that GFM would take for longer than it is, or would not see as a whole, is to be
 * broken by a backslash: in the label of a link, inside brackets, or right before other markup.
 */
export function addressesIn(
  text: string,
  { inLabel, after }: { readonly inLabel: boolean; readonly after: string },
  brackets: readonly (readonly [number, number])[],
): Addresses {
  if (!text.includes('://') && !/www\./i.test(text)) return none
  const zones: { readonly start: number; readonly end: number }[] = []
  const breaks = new Set<number>()
  // Blanks before a line break are not written.
  const textEnd = after === '\\' ? text.trimEnd().length : text.length
  let done = 0
  let pair = 0
  for (const match of text.matchAll(beginning)) {
    const start = match.index
    if (start < done) continue
    const mark = start + match[0].length - (match[0].endsWith(':') ? 1 : 0)
    while ((brackets[pair]?.[1] ?? Number.POSITIVE_INFINITY) < start) pair++
    plain.lastIndex = start + match[0].length
    done = tokenEnd(text, start)
    const end = withoutPunctuation(text, done)
    const follower = done >= textEnd ? after : text.charAt(done)
    const meetsMarkup = (follower !== '' && !/\s/.test(follower)) || /[*_~&]/.test(text.slice(end, done))
    const hasMarkup = /[[\]\\`|]|&#?\w{1,32};/.test(text.slice(start, done))
    const inBrackets = start > (brackets[pair]?.[0] ?? Number.POSITIVE_INFINITY)
    if (inLabel || inBrackets || meetsMarkup || hasMarkup || !plain.test(text)) {
      breaks.add(mark)
      done = mark
    } else zones.push({ start, end })
  }
  let zone = 0
  return {
    covers(index) {
      while ((zones[zone]?.end ?? Number.POSITIVE_INFINITY) <= index) zone++
      return index >= (zones[zone]?.start ?? Number.POSITIVE_INFINITY)
    },
    breaks: (index) => breaks.has(index),
  }
}

function tokenEnd(text: string, from: number): number {
  const space = /[\s<]/g
  space.lastIndex = from
  return space.exec(text)?.index ?? text.length
}

function withoutPunctuation(text: string, to: number): number {
  let end = to
  while (`!'"),.:;?]_~*&`.includes(text.charAt(end - 1))) end--
  return end
}
