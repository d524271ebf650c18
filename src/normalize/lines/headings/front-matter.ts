import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, headingOf, lineAt, removeLines, startOf } from '../../../captured/lines.ts'
import { type EditRequest, record } from '../../../captured/record.ts'
import type { Metadata } from '../../../captured/source.ts'
import { dateOfLine } from '../../../language/words/date.ts'
import { bylineStart, firstHeadings, kindsOfText, organisation } from '../../../language/words/title.ts'
import { isCreditLine } from '../../evidence/credit-line.ts'
import { enter, evidenceOf } from '../../evidence/evidence.ts'
import { isPlace } from '../../evidence/facts.ts'
import { gapsIn } from '../../evidence/gaps.ts'
import {
  edgeKey,
  isAmongFields,
  isKindOfText,
  isNoTitle,
  type PageEdges,
  pageEdges,
} from '../../evidence/headings/no-title.ts'
import { isLabelled } from '../../evidence/labelled.ts'
import { isListed } from '../../evidence/markers.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { endsWithMark, readsAsSentence } from '../../evidence/sentence-ends.ts'
import { headingEnd } from '../../evidence/type-run.ts'
import type { Wrapping } from '../../evidence/wrapping.ts'

const rule = 'normalize:title-is-given-once'
const metadataRule = 'normalize:source-line-is-metadata'

/**
 * Makes the headline the heading of the text. A capture of a web page often gives it twice, or once more with the
 * lead behind it, cut short: the copies go. Date, category, kicker and by-line around it, and a publisher's name in
 * front of it, become metadata. It leaves alone a text that begins without a headline, and any name before a colon
 * that the text itself speaks of.
 */
export function frontMatter() {
  return (tree: Root, file: VFile): void => {
    if (tree.children.some((node) => node.type === 'heading' && node.depth === 1)) return
    const matter = headMatter(tree, file)
    const title = findTitle(matter)
    if (!title) return
    removeCopies(tree, file, matter, title)
    const found = { ...readMetadata(tree, file, matter, title), ...placeTitle(tree, file, title) }
    enter(file, { found: { ...evidenceOf(file).found, ...found } })
  }
}

/** The lines that can be title matter: those above the first paragraph, and that paragraph's first line. */
interface HeadMatter {
  readonly lines: readonly Line[]
  /** How the text's lines came about; where they are cut at a measure, a headline can run over several lines. */
  readonly wrapping: Wrapping
  /** BCP 47 tag of the text's language, whose dates stand above headlines. */
  readonly language: string
  /** First characters of the lines below, by which a lead given twice is known. */
  readonly below: readonly string[]
  /** Whether a line gives authors, date or number of the text. */
  readonly isCredit: (line: Line) => boolean
  /** What stands at the edges of the other pages. */
  readonly edges: PageEdges
}

/** How many lines of title matter a text can have, and how many lines below are searched for its lead. */
const reach = { head: 16, body: 12 }

function headMatter(tree: Root, file: VFile): HeadMatter {
  const from = tree.children.findIndex((node) => node.type === 'line')
  const lines: Line[] = []
  const below: string[] = []
  for (const node of from < 0 ? [] : tree.children.slice(from, from + reach.head + reach.body)) {
    if (node.type !== 'line') break
    if (lines.length < reach.head) lines.push(node)
    below.push(plain(node.value))
  }
  const isCredit = ({ value }: Line) => isCreditLine(value, file)
  const { wrapping, language } = evidenceOf(file)
  return { lines, below, wrapping, language, isCredit, edges: pageEdges(String(file.value)) }
}

function plain(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[’ʼ]/g, "'")
    .replace(/[“”«»„]/g, '"')
    .trim()
}

/** The lines of the headline; more than one when it is broken. */
type Title = readonly Line[]

function findTitle(matter: HeadMatter): Title | undefined {
  const { lines, below } = matter
  const values = lines.map((line) => plain(line.value))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    const value = values[at] ?? ''
    if (
      line &&
      value.split(' ').length >= 3 &&
      !readsAsSentence(value) &&
      gapsIn(line.value) < 2 &&
      isAgain(value, at, values, below)
    ) {
      // The last copy stands next to the text.
      return [lines[values.lastIndexOf(value)] ?? line]
    }
  }
  return firstBlock(matter)
}

/** Whether a headline is given again above some text; what ends the text, too, is the name of who signs it. */
function isAgain(value: string, at: number, values: readonly string[], below: readonly string[]): boolean {
  return values.indexOf(value, at + 1) > 0 && values.lastIndexOf(value) < below.length - 1
}

/** Blocks at the top among which the title is. */
const titleWithin = 6
/** Kickers, dates and publishers above it at most. */
const mostAbove = 4

/** The first lines up to a blank one that read as a headline; what is no title, and a kicker, are passed over. */
function firstBlock(matter: HeadMatter): Title | undefined {
  const { lines, isCredit } = matter
  let head: number | undefined
  let at = 0
  for (let count = 0; count < titleWithin && at < lines.length; count++, at++) {
    const line = lines[at] as Line
    const isAbove = count < mostAbove && isAboveTitle(lines, at, matter.language)
    if (isAbove || isNoTitle(line) || isAmongFields(lines, at) || isMasthead(lines, at, matter.language)) continue
    // What stands between the head of the pages and the text may be the author.
    if (head !== undefined && isCredit(line)) continue
    const isWeak = comesBack(matter, at) || isKindOfText(line)
    const title = isWeak ? undefined : blockAt(matter, at)
    if (title) return title
    if (!isWeak) break
    head ??= at
  }
  // Where nothing else is a title, it is what heads the pages, or says of what kind the text is.
  return head === undefined ? undefined : blockAt(matter, head)
}

/** Words of a headline below a masthead at most. */
const longestHeadline = 16

/** Whether a line has the date right below it, and a headline of its own below that: the name of a paper, or who writes. */
function isMasthead(lines: readonly Line[], at: number, language: string): boolean {
  const [date, headline, text] = lines.slice(at + 1, at + 4)
  if (!date || !headline || !text || (date.data?.blankBefore ?? 0) > 0 || !dateOfLine(date.value, language))
    return false
  const isApart = [headline, text].every(({ data }) => (data?.blankBefore ?? 0) > 0)
  return isApart && !readsAsSentence(headline.value) && headline.value.split(/\s+/).length <= longestHeadline
}

/** Whether a line stands at the edge of another page, too. */
function comesBack({ lines, edges }: HeadMatter, at: number): boolean {
  return edges.has(edgeKey(lines[at]?.value ?? ''))
}

/** The headline that begins at a line. */
function blockAt({ lines, wrapping, isCredit }: HeadMatter, at: number): Title | undefined {
  const { hardWrapped } = wrapping
  const first = lines[at]
  if (!first) return undefined
  // In a column, lines in larger type seem to have blank lines between them.
  const run = hardWrapped && first.data?.column !== undefined ? headingEnd(lines, at, wrapping) : at + 1
  const credit = lines.slice(at, run).findIndex((line, place) => place > 0 && isCredit(line))
  const whole = credit > 0 ? at + credit : run
  const block = lines.slice(at, whole)
  for (const line of lines.slice(whole)) {
    if ((line.data?.blankBefore ?? 0) > 0 || line.data?.page !== first.data?.page) break
    if (!hardWrapped || block.length > 3 || whole > at + 1 || isCredit(line)) break
    block.push(line)
  }
  const rest = lines[at + block.length]
  const text = plain(block.map((line) => line.value).join(' '))
  const apart = rest !== undefined && (!hardWrapped || (rest.data?.blankBefore ?? 0) > 0 || isCredit(rest))
  // A line below in lower case goes on with a sentence.
  if (
    !apart ||
    /^\p{Ll}/u.test(rest?.value ?? '') ||
    block.length > Math.max(4, whole - at) ||
    readsAsSentence(text) ||
    isListed(text) ||
    block.some(isPlace) ||
    (block.length > 1 && block.some(({ value }) => isLabelled(value))) ||
    // A divided word is joined by a later rule.
    block.slice(0, -1).some(({ value }) => endingOf(value) === 'hyphen') ||
    text.split(' ').length > 30
  )
    return undefined
  return block
}

/** A kicker, a date or a publisher before the headline. */
function isAboveTitle(lines: readonly Line[], at: number, language: string): boolean {
  const value = lines[at]?.value ?? ''
  if (isPublisher(lines, at)) return true
  const next = lines[at + 1]?.value ?? ''
  if (/\d{4}/.test(value) && dateOfLine(value, language)) return true
  return (
    isKicker(value) &&
    next.split(/\s+/).length >= 4 &&
    (lines[at + 1]?.data?.blankBefore ?? 0) > 0 &&
    !readsAsSentence(next)
  )
}

/** The name of an organisation on a line of its own, with the headline below it. */
function isPublisher(lines: readonly Line[], at: number): boolean {
  const value = lines[at]?.value ?? ''
  const [next, after] = [lines[at + 1], lines[at + 2]]
  if (!next || !after || (next.data?.blankBefore ?? 0) === 0 || !organisation.test(value)) return false
  // "Minutes of the Council"
  if (kindsOfText.has(/^[\p{L}-]+/u.exec(value)?.[0].toLowerCase() ?? '')) return false
  if (value.split(/\s+/).length > 8 || /[.:;,!?\d]/.test(value) || readsAsSentence(next.value) || isListed(next.value))
    return false
  if (isRunningText(lines.slice(at + 1))) return false
  const isHeading = /^(?:\d|[IVX]+[.)]\s)/.test(next.value) || firstHeadings.has(next.value.toLowerCase())
  return !isHeading && next.value.split(/\s+/).length <= 20
}

/** Whether the lines up to the next blank one are a paragraph: then a headline stands above them. */
function isRunningText(lines: readonly Line[]): boolean {
  const end = lines.findIndex((line, at) => at > 0 && (line.data?.blankBefore ?? 0) > 0)
  const text = plain((end < 0 ? lines : lines.slice(0, end)).map((line) => line.value).join(' '))
  return text.split(' ').length > 30
}

function isKicker(value: string): boolean {
  const words = value.toLowerCase().split(/[\s,|/]+/)
  return words.length <= 3 && words.some((word) => kindsOfText.has(word)) && !endsWithMark(value)
}

function removeCopies(tree: Root, file: VFile, { lines, below }: HeadMatter, title: Title): void {
  const headline = plain(title.map((line) => line.value).join(' '))
  const copies = lines.filter((line) => !title.includes(line) && plain(line.value) === headline)
  removeLines(tree, file, copies, { rule, evidence: 'the same headline is given again', confidence: 1 })
  const leads = lines.filter((line) => {
    const value = plain(line.value)
    if (title.includes(line) || value.length <= headline.length || !value.startsWith(headline)) return false
    const lead = value.slice(headline.length).replace(/^[\s:.–—-]+|[\s….]+$/g, '')
    return lead.length >= 20 && below.some((other) => other.startsWith(lead))
  })
  const evidence = 'headline and lead in one line; the lead is cut short and given again in full below'
  removeLines(tree, file, leads, { rule, evidence, confidence: 1 })
}

/** Why a line is taken for metadata, and how sure that is. */
type Grounds = Required<Pick<EditRequest, 'evidence' | 'confidence'>>

/** Turns the short lines around the headline into metadata and takes them out. */
function readMetadata(tree: Root, file: VFile, { lines, language }: HeadMatter, title: Title): Metadata {
  const left = new Set<RootContent>(tree.children)
  const around = lines.filter((line) => left.has(line))
  const first = around.indexOf(title[0] as Line)
  const last = first + title.length - 1
  const found: { -readonly [Key in keyof Metadata]: Metadata[Key] } = {}
  const take = (line: Line | undefined, key: keyof Metadata, value: string, { evidence, confidence }: Grounds) => {
    if (!line || found[key] !== undefined) return
    const removal = { rule: metadataRule, evidence: `${evidence}: ${key} of the source`, confidence } as const
    if (removeLines(tree, file, [line], removal)) found[key] = value
  }
  const dates = datedLines(tree, language)
  for (const at of [last + 1, first - 1, last + 2, first - 2]) {
    const line = around[at]
    const isAlone = line && dates < fewestEntries && !isInside(around, at) && !isBesideField(around, at)
    const date = isAlone ? dateOfLine(line.value, language) : undefined
    if (date)
      take(line, 'date', date, {
        evidence: 'a line beside the headline that holds a date only',
        confidence: 0.98,
      })
    if (date) continue
    const byline = line && bylineStart.exec(line.value)
    if (
      byline &&
      line &&
      !/:$/.test(line.value) &&
      /^\p{Lu}/u.test(line.value.slice(byline[0].length)) &&
      line.value.split(/\s+/).length <= 6
    ) {
      take(line, 'author', line.value.slice(byline[0].length).trim(), {
        evidence: 'a by-line beside the headline',
        confidence: 0.9,
      })
    }
  }
  const above = around[first - 1]
  const isDated = found.date !== undefined
  if (above && left.has(above) && tree.children.includes(above)) {
    if (isPublisher([above, ...title, ...below(around, last)], 0)) {
      take(above, 'publisher', above.value, {
        evidence: 'the name of an organisation above the headline',
        confidence: 0.85,
      })
    } else if (isKicker(above.value))
      take(above, 'kicker', above.value, { evidence: 'a word for a kind of text above the headline', confidence: 0.9 })
  }
  const category = around[first - 2]
  if (isDated && category && tree.children.includes(category) && isShortLabel(category.value)) {
    take(category, 'category', category.value, { evidence: 'a short line above the date line', confidence: 0.9 })
  }
  return found
}

/** Lines with nothing but a date from which a text is a diary or a chronology. */
const fewestEntries = 2

/** Number of lines that hold nothing but a date. */
function datedLines(tree: Root, language: string): number {
  return tree.children.filter((node) => node.type === 'line' && dateOfLine(node.value, language) !== undefined).length
}

/** Whether a line stands in the middle of a sentence. */
function isInside(lines: readonly Line[], at: number): boolean {
  const [above, line, below] = [lines[at - 1], lines[at], lines[at + 1]]
  if (!above || !line || !below || (below.data?.blankBefore ?? 0) > 0) return false
  return endingOf(above.value) === 'open' && /^\p{Ll}/u.test(below.value)
}

/** Whether a field of a form stands right above or below a line. */
function isBesideField(lines: readonly Line[], at: number): boolean {
  return [at - 1, at + 1].some((other) => isLabelled(lines[other]?.value ?? ''))
}

/** The line below the headline, if there is one. */
function below(lines: readonly Line[], at: number): Line[] {
  return lines.slice(at + 1, at + 2)
}

function isShortLabel(value: string): boolean {
  return value.split(/\s+/).length <= 4 && !endsWithMark(value) && /^\p{Lu}/u.test(value)
}

/** Puts the heading in the place of the headline's lines. */
function placeTitle(tree: Root, file: VFile, title: Title): Metadata {
  const publisher = publisherBefore(file, title)
  const cut = publisher === undefined ? undefined : publisherEdit(title, publisher)
  const isCut = cut !== undefined && isSure(file, cut)
  const heading = headingOf(file, isCut ? cutPublisher(file, title, cut) : title, 1)
  const gone = new Set<RootContent>(title)
  const at = tree.children.findIndex((node) => gone.has(node))
  tree.children = tree.children.filter((node) => !gone.has(node))
  tree.children.splice(at, 0, heading)
  const text = heading.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return isCut && publisher ? { title: text, publisher } : { title: text }
}

/** "Name: Headline", where the text never speaks of the name and what follows is a headline by itself. */
function publisherBefore(file: VFile, title: Title): string | undefined {
  const text = title.map((line) => line.value).join(' ')
  const parts = /^(\p{Lu}[\p{L}\p{N}.-]{2,30}): (?=["'“‘«„]?\p{Lu})(.*)$/u.exec(text)
  const [, name, rest] = parts ?? []
  if (!name || !rest || rest.split(' ').length < 6 || kindsOfText.has(name.toLowerCase())) return undefined
  const whole = String(file.value).toLowerCase()
  return whole.indexOf(name.toLowerCase()) === whole.lastIndexOf(name.toLowerCase()) ? name : undefined
}

function publisherEdit(title: Title, name: string): EditRequest {
  const start = title[0] ? startOf(title[0]) : 0
  const evidence = 'a name before the headline that the text never speaks of: publisher of the source'
  return { rule: metadataRule, start, end: start + name.length + 2, after: '', evidence, confidence: 0.8 }
}

/** The headline's lines without the publisher's name. */
function cutPublisher(file: VFile, title: Title, cut: EditRequest): Title {
  record(file, cut)
  return title.map((line, at) => (at > 0 ? line : lineAt(file, line, cut.end, endOf(line))))
}
