/** How far characters hang in the margin, as a share of their width, where a line ends with them. */
const atEnd: Readonly<Record<string, number>> = {
  '.': 0.6, ',': 0.6, '-': 0.6, '\u2010': 0.6, ':': 0.4, ';': 0.4, '’': 0.5, '”': 0.5, '‘': 0.5, '“': 0.5,
  '"': 0.5, "'": 0.5, '»': 0.4, '›': 0.5, '–': 0.3, '—': 0.2, ')': 0.15, '!': 0.15, '?': 0.15, '…': 0.2,
} // biome-ignore format: a table

/** The same where a line begins with them. */
const atStart: Readonly<Record<string, number>> = {
  '“': 0.5, '‘': 0.5, '„': 0.4, '‚': 0.4, '"': 0.5, "'": 0.5, '”': 0.5, '’': 0.5, '«': 0.4, '‹': 0.5, '(': 0.15,
} // biome-ignore format: a table

/** Share of its width that the character hangs out at the end of a line. */
export function hangsAtEnd(character: string): number {
  return atEnd[character] ?? 0
}

/** Share of its width that the character hangs out at the start of a line. */
export function hangsAtStart(character: string): number {
  return atStart[character] ?? 0
}
