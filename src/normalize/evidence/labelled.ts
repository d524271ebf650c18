/** Longest label before the colon of a field, in characters. */
const longestLabel = 40

/** Marks of direction, which PDF readers write around words that run from right to left. */
const direction = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Whether a line is a field of a form, a label and its value: "Place: Harbour". */
export function isLabelled(value: string): boolean {
  const plain = value.replace(direction, '').trim()
  const colon = plain.search(/\s?:/)
  // "14:30", "http://"
  const isApart = /^\s?:\s|^\s:/.test(plain.slice(colon))
  return colon > 1 && colon <= longestLabel && isApart && /\S/.test(plain.slice(colon + 2))
}
