import { romanValue } from '../roman.ts'

const word =
  '(?:page|p\\.|pg\\.|seite|s\\.|p\u00E1gina|pagina|sayfa|s\u0259hif\u0259|\u0441\u0442\u0440\\.?|\u0441\u0442\u0440\u0430\u043D\u0438\u0446\u0430|\u0567\u057B)'
const before = '[\\s\\-\u2013\u2014[(|\u00B7]*'
const after = '[\\s\\-\u2013\u2014\\])|\u00B7]*'
const total = '(?:\\s*(?:of|von|de|sur|di|\\/|\u0438\u0437)\\s*\\d{1,4})'
const pageNumber = new RegExp(`^${before}(?:${word}\\s*)?(?:(\\d{1,4})|([ivxlcdm]{1,7}))${total}?${after}$`, 'iu')
const named = new RegExp(`^${before}(?:${word}\\s*\\d{1,4}${total}?|\\d{1,4}${total})${after}$`, 'iu')

/** The page number that a line consists of, in digits or Roman numerals; 0 when it is none. */
export function pageNumberOf(value: string): number {
  if (value.length > 24) return 0
  const match = pageNumber.exec(value)
  if (!match) return 0
  return match[1] ? Number(match[1]) : romanValue(match[2] ?? '')
}

/** Whether a line says that its number is that of a page: "Page 3", "3 of 12". */
export function namesPage(value: string): boolean {
  return value.length <= 24 && named.test(value)
}

const within = new RegExp(`(?:^|[^\\p{L}])${word}\\s*\\d|\\d${total}`, 'iu')

/** Whether a line has a number in it that it calls a page's, beside other words: "Report, page 3 of 12". */
export function pageNumberWithin(value: string): boolean {
  return within.test(value)
}
