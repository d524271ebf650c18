/** Letters that do not decompose into a base letter and a mark, as a reader without them on the keyboard types them. */
const plain: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'e', ħ: 'h', ŧ: 't' },
  '’': "'",
}

/** The text as search compares it: lower case, without diacritics. Index and query are folded by this one function. */
export function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return bare.replace(/[ıøłđðþßæœəħŧ’]/g, (letter) => plain[letter] ?? letter)
}

/** Words of a text for the index and for a query: runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
