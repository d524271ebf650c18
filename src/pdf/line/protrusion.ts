/** How far characters hang in the margin, as a share of their width, where a line ends with them. */
const atEnd: Readonly<Record<string, number>> = {
  '.': 0.6, ',': 0.6, '-': 0.6, '\u2010': 0.6, ':': 0.4, ';': 0.4, '’': 0.5, '”': 0.5, '‘': 0.5, '“': 0.5,
  '"': 0.5, "'": 0.5, '»': 0.4, '›': 0.5, '–': 0.3, '—': 0.2, ')': 0.15, '!': 0.15, '?': 0.15, '…': 0.2,
} // biome-ignore format: a table

/** The same where a line begins with them. */
const atStart: Readonly<Record<string, number>> = {
  '“': 0.5, '‘': 0.5, '„': 0.4, '‚': 0.4, '"': 0.5, "'": 0.5, '”': 0.5, '’': 0.5, '«': 0.4, '‹': 0.5, '(': 0.15,
} // biome-ignore format: a table

/** The tables by character code: they are asked twice a word. */
const endShares = sharesOf(atEnd)
const startShares = sharesOf(atStart)

function sharesOf(table: Readonly<Record<string, number>>): Float64Array {
  const shares = new Float64Array(0x2040)
  for (const [character, share] of Object.entries(table)) shares[character.charCodeAt(0)] = share
  return shares
}

/** Share of its width that the character (a UTF-16 unit) hangs out at the end of a line. */
export function hangsAtEnd(code: number): number {
  return endShares[code] ?? 0
}

/** Share of its width that the character hangs out at the start of a line. */
export function hangsAtStart(code: number): number {
  return startShares[code] ?? 0
}
