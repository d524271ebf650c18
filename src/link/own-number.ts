/** A number that a source gives its heading: "2.1", "IV.", "B)"; letters and Roman numerals need their point. */
const numbered = /^(\d{1,2}(?:\.\d{1,2})*(?:[.)](?=\s)|(?=\s+\p{Lu}))|(?:[IVXLC]{1,6}|\p{Lu})[.)](?=\s))\s+(?=\S)/u

/** The number that a heading has of its own, and its words; without a number of its own, undefined. */
export function ownNumber(title: string): { readonly number: string; readonly title: string } | undefined {
  const match = numbered.exec(title)
  if (!match?.[1]) return undefined
  return { number: match[1].replace(/[.)]$/, ''), title: title.slice(match[0].length) }
}
