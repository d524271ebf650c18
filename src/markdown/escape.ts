import { type Addresses, addressesIn } from './addresses.ts'

/*
 * Which characters of running text need a backslash, so that CommonMark with GFM and footnotes reads them as text.
 * Only those: the normalized markdown is read by people, too. What cannot be matched in its block (a single asterisk,
 * a bracket without an address) stays as it is. The markdown that we write has no link definitions, so `[12]` is text.
 */

/** Where a run of text stands. */
export interface TextContext {
  /** Whether the run begins a line. */
  readonly lineStart: boolean
  /** Character written before the run, '' at the start of its block. */
  readonly before: string
  /** First character of the markup after the run, '' at the end of its block. */
  readonly after: string
  /** Whether the run is all that its block holds. */
  readonly alone: boolean
  /** Whether the run stands in the label of a link. */
  readonly inLabel: boolean
  readonly inCell: boolean
  readonly inHeading: boolean
}

const special = /[\\`*_~[\]<&|!#:.@]/
/** A run of marks that emphasis is made of, or one other character. */
const specials = /([*_~])\1*|[\\`[\]<&|!:.@]/g

/** Indices in `text`, ascending, of the characters that need a backslash before them. */
export function escapesIn(text: string, context: TextContext): readonly number[] {
  const found = lineStartEscapes(text, context)
  if (!special.test(text)) return found
  const inline = inlineEscapes(text, context)
  if (context.inHeading) addClosingSequence(text, inline)
  return found.length === 0 ? inline : [...new Set([...found, ...inline])].toSorted((left, right) => left - right)
}

/** What would begin a block at the start of a line; the index is that of the character to escape. */
function blockStart(text: string, from: number, first: boolean): number | undefined {
  const character = text.charAt(from)
  if (!/[-#>+*_~`=|:[\d]/.test(character)) return undefined
  const line = text.slice(from, from + 120)
  if (character === '>') return from
  if (/^(?:#{1,6}|[-+*])(?=[ \t\r\n]|$)/.test(line)) return from
  if (/^([-_*])[ \t]*\1[ \t]*\1|^~~~|^```/.test(line)) return from
  if (character === '[') return !first || /^\[[ xX\t]\]/.test(line) || text.includes(']:', from) ? from : undefined
  const number = /^(\d{1,9})[.)](?=[ \t\r\n]|$)/.exec(line)
  if (number?.[1]) return from + number[1].length
  // On a further line of a paragraph these could underline a heading or divide a table.
  return !first && /[-=|:]/.test(character) ? from : undefined
}

function lineStartEscapes(text: string, { lineStart, inCell, inHeading }: TextContext): number[] {
  if (inCell || inHeading) return []
  const found: number[] = []
  const check = (from: number, first: boolean) => {
    let at = from
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++
    const index = blockStart(text, at, first)
    if (index !== undefined) found.push(index)
  }
  if (lineStart) check(0, true)
  for (const match of text.matchAll(/[\r\n]/g)) check(match.index + 1, false)
  return found
}

function inlineEscapes(text: string, context: TextContext): number[] {
  const found: number[] = []
  const facts = factsOf(text, context)
  for (const { 0: mark, index: at } of text.matchAll(specials)) {
    if (facts.addresses.covers(at) || !needsEscape(text, { at, length: mark.length }, context, facts)) continue
    for (let of = 0; of < mark.length; of++) found.push(at + of)
  }
  return found
}

/** What holds for the whole run, found out once. */
interface Facts {
  readonly hasLinkTail: boolean
  /** Indices of the brackets that nothing closes. */
  readonly openBrackets: ReadonlySet<number>
  /** Marks that occur in one place only and so have no partner. */
  readonly single: ReadonlySet<string>
  readonly addresses: Addresses
}

function factsOf(text: string, context: TextContext): Facts {
  const single = new Set(context.alone ? ['*', '_', '~', '`'].filter((mark) => hasOneRun(text, mark)) : [])
  const { open, pairs } = bracketsIn(text)
  return {
    hasLinkTail: text.includes('](') || text.includes(']['),
    openBrackets: open,
    single,
    addresses: addressesIn(text, context, pairs),
  }
}

function hasOneRun(text: string, mark: string): boolean {
  let at = text.indexOf(mark)
  if (at < 0) return false
  while (text.charAt(at) === mark) at++
  return !text.includes(mark, at)
}

/** Brackets without a partner, and the outermost pairs. */
function bracketsIn(text: string): { open: Set<number>; pairs: (readonly [number, number])[] } {
  const stack: number[] = []
  const pairs: (readonly [number, number])[] = []
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') stack.push(index)
    else {
      const start = stack.pop()
      if (start === undefined) continue
      while ((pairs.at(-1)?.[0] ?? -1) > start) pairs.pop()
      pairs.push([start, index])
    }
  }
  return { open: new Set(stack), pairs }
}

const reference = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/y
const asciiPunctuation = /[!-/:-@[-`{-~]/

/** A run of one special character: its index in the text, and how many there are. */
interface SpecialRun {
  readonly at: number
  readonly length: number
}

function needsEscape(text: string, { at, length }: SpecialRun, context: TextContext, facts: Facts): boolean {
  const character = text.charAt(at)
  const next = text.charAt(at + 1)
  switch (character) {
    case '\\':
      return next === '' || /\s/.test(next) || asciiPunctuation.test(next)
    case '`':
      return !facts.single.has('`')
    case '*':
    case '_':
    case '~':
      return !facts.single.has(character) && couldPair(text, at, length, context)
    case '[':
      return context.inLabel || next === '^' || facts.hasLinkTail || facts.openBrackets.has(at)
    case ']':
      return context.inLabel
    case '!':
      return next === '' && context.after === '['
    case '<':
      return /[A-Za-z/!?]/.test(next)
    case '&':
      reference.lastIndex = at
      return reference.test(text)
    case '|':
      return context.inCell
    case '@':
      return context.inLabel
    default:
      return facts.addresses.breaks(at)
  }
}

/** Whether a run of `*`, `_` or `~` might open or close emphasis (CommonMark 0.31, section 6.2). */
function couldPair(text: string, start: number, length: number, { before, after }: TextContext): boolean {
  const mark = text.charAt(start)
  const end = start + length
  const left = start > 0 ? text.charAt(start - 1) : before
  const right = end < text.length ? text.charAt(end) : after
  if (isSpace(left) && isSpace(right)) return false
  return !(mark === '_' && /[\p{L}\p{N}]/u.test(left) && /[\p{L}\p{N}]/u.test(right))
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character)
}

/** "C #" as a heading would lose its sign: it closes the heading. */
function addClosingSequence(text: string, found: number[]): void {
  const match = /(?:^|[ \t])(#+)[ \t]*$/.exec(text.slice(-40))
  if (match?.[1]) found.push(text.trimEnd().length - match[1].length)
}
