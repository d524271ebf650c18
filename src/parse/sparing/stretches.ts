/** A stretch shorter than this is not worth a marker. */
const shortest = 6

/** What a place of a text is in, as far as it matters to what may be left out there. A white line ends all of it. */
interface Place {
  /** How many brackets are open: what stands in them can be a label. */
  depth: number
  /** Whether code or HTML among them may hide the end of one. */
  hidden: boolean
  /** Where the last bracket was opened. */
  label: number
  /** How many parentheses are open from the one that a link's resource begins with. */
  resource: number
  /** Whether each space matters: after the label of a definition, and in what may be an unclosed resource. */
  strict: boolean
  /** The same up to the end of the line: in an address, and in what follows a code fence. */
  strictLine: boolean
  /** Whether this is a tag, or an address between angle brackets, and the quotation mark that is open in it. */
  tag: boolean
  quote: string
}

const nowhere: Place = {
  depth: 0,
  hidden: false,
  label: 0,
  resource: 0,
  strict: false,
  strictLine: false,
  tag: false,
  quote: '',
}

/** Addresses that GFM finds in running text, and what may stand for the signs of one. */
const address = /www|&#?\w+;|\\[:/.]/i

/**
 * Finds the stretches of prose that can be left out, each from its first character up to the one after its last. What
 * stands beside a sign of markdown stays: one letter, with the white space before it, or all of the word where it may
 * belong to the sign. Where a space ends something (the address of a link, the attribute of a tag) whole words stay.
 */
export function findProse(text: string, found: (from: number, to: number) => void): void {
  const place = { ...nowhere }
  const hasAddress = address.test(text)
  let isWhite = true
  for (let from = 0, at = 0; from < text.length; from = at + 1) {
    const strict = hasAddress || place.strict || place.strictLine || place.resource > 0
    at = endOfProse(text, from, strict || place.tag)
    isWhite &&= at === from || isBlank(text, from, at)
    if (place.depth === 0 && !place.tag && at - from > shortest) inside(text, { start: from, end: at }, strict, found)
    const sign = text.charAt(at)
    if (sign === '\n' || sign === '\r') {
      if (isWhite) Object.assign(place, nowhere)
      place.strictLine = false
      isWhite ||= sign === '\n' || text.charAt(at + 1) !== '\n'
      continue
    }
    isWhite &&= sign === '\t'
    if (sign === '\\') {
      at++
      continue
    }
    if (place.tag) goOnInTag(place, sign)
    goOn(place, sign, text, at)
    if (sign === '<') at = endOfAutolink(place, text, at)
  }
}

const autolink = /<https?:\/\/[^\s<>"']*>/y

/** The end of an address between angle brackets that begins here; no sign counts in it. */
function endOfAutolink(place: Place, text: string, at: number): number {
  autolink.lastIndex = at
  if (place.quote !== '' || !autolink.test(text)) return at
  place.tag = false
  return autolink.lastIndex - 1
}

function goOnInTag(place: Place, sign: string): void {
  if (place.quote !== '') place.quote = sign === place.quote ? '' : place.quote
  else if (sign === '"' || sign === "'") place.quote = sign
  else if (sign === '>') place.tag = false
}

function goOn(place: Place, sign: string, text: string, at: number): void {
  const next = text.charAt(at + 1)
  switch (sign) {
    case '[':
      place.depth++
      place.label = at
      return
    case ']':
      if (place.depth > 0 && !place.hidden) place.depth--
      place.strict ||= next === ':' && !isNoteLabel(text, place.label, at)
      return
    case '(':
      if (place.resource > 0 || text.charAt(at - 1) === ']') place.resource++
      return
    case ')':
      if (place.resource > 0) place.resource--
      return
    case '<':
      place.tag ||= /[a-z/]/i.test(next)
      place.hidden ||= place.depth > 0
      place.strict ||= place.resource > 0
      return
    case '`':
      place.hidden ||= place.depth > 0
      place.strictLine ||= text.startsWith('```', at)
      return
    case '~':
      place.strictLine ||= text.startsWith('~~~', at)
      return
    case ':':
      place.strictLine ||= text.startsWith('://', at)
  }
}

/** More than a label can be long. */
const longestLabel = 1000

/** Whether a label is that of a note, whose definition is text. */
function isNoteLabel(text: string, from: number, to: number): boolean {
  return to - from < longestLabel && /^\[\^[^\s[\]\\]+$/.test(text.slice(from, to))
}

/** All that means something to markdown, or to what is beside it. */
const signs = /[^a-zA-Z0-9 ,.;\u0080-\uffff]/g

function endOfProse(text: string, from: number, strict: boolean): number {
  signs.lastIndex = from
  while (signs.test(text)) {
    const at = signs.lastIndex - 1
    if (strict || !isProse(text, at)) return at
  }
  return text.length
}

/** Whether a sign means nothing outside of links, definitions and tags. */
function isProse(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case '(':
      return text.charAt(at - 1) !== ']'
    case ')':
    case '"':
    case "'":
    case '%':
    case '?':
      return true
    case '!':
      return text.charAt(at + 1) !== '['
    case '-':
      return isWordPart(text, at - 1) && isWordPart(text, at + 1)
    case ':':
      return isWordPart(text, at - 1) && text.charAt(at + 1) === ' '
    default:
      return false
  }
}

function isWordPart(text: string, at: number): boolean {
  return /[a-z0-9\u0080-\uffff]/i.test(text.charAt(at))
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== space) return false
  return true
}

/** Leaves out the inside of a stretch. A number with a full stop stays: it can be the marker of a list item. */
function inside(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  strict: boolean,
  found: (from: number, to: number) => void,
): void {
  let first = start
  while (first < end && !isLetter(text.charCodeAt(first))) first++
  if (strict || !isApart(text, start, start - 1)) {
    while (first < end && text.charCodeAt(first) !== space) first++
    while (text.charCodeAt(first + 1) === space) first++
  } else if (isHighSurrogate(text.charCodeAt(first))) first++
  let last = end
  while (last > first && text.charCodeAt(last - 1) === space) last--
  if (strict || !isApart(text, end - 1, end)) {
    while (last > first && text.charCodeAt(last - 1) !== space) last--
  } else if (isLowSurrogate(text.charCodeAt(last - 1))) last--
  if (last - first <= shortest || (strict && www.test(text.slice(first, last)))) return
  found(first + 1, last - 1)
}

const www = /www/i

/** Whether the end of a stretch, at `edge`, is no part of what the sign beside it begins or ends. */
function isApart(text: string, edge: number, beside: number): boolean {
  return text.charCodeAt(edge) === space || apart.test(text.charAt(beside))
}

/** Nothing, the end of a line or cell, emphasis, brackets. */
const apart = /^[\r\n|*[\])]?$/

function isLetter(code: number): boolean {
  return code >= 65
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}

const space = 32
