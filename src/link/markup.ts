/** Elements of HTML that only say how their text looks or where it can be found: their tags are no text. */
const elements =
  'a|abbr|b|bdi|bdo|big|center|cite|data|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr'

const silent = new RegExp(`^(?:</?(?:${elements})(?:\\s[^>]*)?/?>|<!--[^]*-->)$`, 'i')

/**
 * Whether a piece of inline markup is a comment or a tag of HTML's own text elements, which no reader is shown. Anything
 * else in angle brackets may be text about which nothing is known.
 */
export function isSilent(markup: string): boolean {
  return silent.test(markup)
}

/** Whether a piece of inline markup asks for a new line. */
export function isLineBreak(markup: string): boolean {
  return /^<br(?:\s[^>]*)?\/?>$/i.test(markup)
}
