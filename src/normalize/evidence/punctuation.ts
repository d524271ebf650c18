/** How a line ends: a sentence, a clause that announces or separates, a hyphen, or in the middle of things. */
export type Ending = 'sentence' | 'clause' | 'hyphen' | 'open'

/** How a line begins. */
export type Beginning = 'lower' | 'upper' | 'digit' | 'opening' | 'other'

const closers = new Set(['"', "'", '\u2019', '\u201D', '\u00BB', '\u203A', ')', ']', '}', '*', '\u2020', '\u2021'])
const sentenceMarks = new Set(['.', '!', '?', '\u2026', '\u0589', '\u061F', '\u06D4', '\u3002'])
const hyphens = new Set(['-', '\u00AD', '\u2010'])
const openers = new Set(['"', "'", '\u2018', '\u201C', '\u201E', '\u00AB', '\u2039', '(', '[', '\u00BF', '\u00A1'])

/** Abbreviations that end with a full stop but rarely a sentence; one letter before the stop counts too. */
const abbreviation =
  /(?:^|[\s([\u201C"])(?:\p{Lu}|[Vv]ols?|[Nn]os?|[Nn]r|[Aa]rts?|[Cc]f|e\.g|i\.e|viz|vs|pp?|[Pp]aras?|[Ss]ec|[Cc]h|[Ff]igs?|[Ee]ds?|al|[Ss]t|[Dd]r|[Mm]rs?|[Mm]s|[Pp]rof|[Gg]en|[Cc]ol|[Ss]en|[Rr]ep|[Gg]ov|[Cc]apt|[Ll]t|[Hh]on|[Rr]ev|[Mm]essrs|approx|ca|bzw|z\.B|d\.h|usw|vgl|[Aa]bs|Bd|Hrsg|MM|Mme|Mlle|[Cc]hap|n\u00B0|Sr|Sra|n\u00FAm|p\u00E1g|\u0433|\u0433\u0433|\u0441\u0442|\u0442|\u043F|\u0441\u043C|\u0441\u0440|\u0442\u0430\u0431\u043B|\u0440\u0438\u0441)\.$/u

/** Tells how a line ends. Closing marks and note calls after the last sign do not count. */
export function endingOf(text: string): Ending {
  let at = text.length - 1
  if (hyphens.has(text.charAt(at)) && isLetter(text.charAt(at - 1))) return 'hyphen'
  at = beforeCalls(text, at)
  while (at >= 0 && closers.has(text.charAt(at))) at--
  at = beforeCalls(text, at)
  const last = text.charAt(at)
  if (sentenceMarks.has(last)) {
    return last === '.' && at === text.length - 1 && abbreviation.test(text.slice(-16)) ? 'open' : 'sentence'
  }
  return last === ':' || last === ';' ? 'clause' : 'open'
}

/** Steps back over a note call at a line's end: up to three digits, or digits in brackets, after a mark or a letter. */
function beforeCalls(text: string, from: number): number {
  let at = from
  const bracketed = text.charAt(at) === ']'
  if (bracketed) at--
  const end = at
  while (end - at < 3 && isDigit(text.charAt(at))) at--
  if (at === end) return from
  if (bracketed) return text.charAt(at) === '[' ? at - 1 : from
  const before = text.charAt(at)
  return sentenceMarks.has(before) || closers.has(before) || before === ',' ? at : from
}

/** Tells how a line begins. */
export function beginningOf(text: string): Beginning {
  const first = text.charAt(0)
  if (openers.has(first)) return 'opening'
  if (isDigit(first)) return 'digit'
  if (!isLetter(first)) return 'other'
  return first === first.toLowerCase() && first !== first.toUpperCase() ? 'lower' : 'upper'
}

/** Whether the text is a letter of any script. */
export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return /^\p{L}/u.test(character)
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

/** The first word of a line with its punctuation: what a line break before it kept off the line above. */
export function firstWordOf(text: string): string {
  const space = text.search(/[\s\u2014]/)
  return space < 0 ? text : text.slice(0, space)
}
