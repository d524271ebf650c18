import type { Fragment, ImageFragment, LineFragment, RuleFragment } from '../galley/strip.ts'
import type { Face } from '../measure/face.ts'
import type { TextStyle } from '../measure/style.ts'
import type { Word } from '../measure/word.ts'
import type { LinkTarget } from '../style/mark.ts'
import type { Tag } from '../style/tag.ts'
import type { Codes } from './codes.ts'
import { type Hole, holeMark } from './holes.ts'
import type { TagPainter } from './tags.ts'

/** A link on the page, in points from the lower left corner. */
export interface LinkArea {
  readonly link: LinkTarget
  readonly tag: Tag
  readonly box: readonly [number, number, number, number]
}

/** Everything that a page's content needs beside the page. */
export interface ContentSettings {
  readonly codes: Codes
  /** All that a page number can consist of, in a style. */
  readonly digits: (style: TextStyle) => Word
  readonly tags: TagPainter
  /** Operators that set the colour of text and areas, by token. */
  readonly colors: Readonly<Record<string, string>>
  /** Name of a picture on the page; undefined for one that can't be shown. */
  readonly image: (bytes: Uint8Array) => string | undefined
}

/** The content stream of one page as it grows: see `addFragment` and `endContent`. */
export interface Content {
  readonly settings: ContentSettings
  /** Height of the page, in points. */
  readonly height: number
  readonly operators: string[]
  /** Faces in the order of their names on the page: F0, F1 and so on. */
  readonly faces: Face[]
  readonly links: LinkArea[]
  /** The page numbers that are not known yet, in the order of their marks in the stream. */
  readonly holes: Hole[]
  /** What is open: undefined for nothing, null for an artifact. */
  open: Tag | null | undefined
  inText: boolean
  /** What text is set in. */
  face: Face | undefined
  size: number
  color: string
  tracking: number
  scale: number
}

type Piece = LineFragment['line']['pieces'][number]

/**
 * Actual text of a hyphen that is no part of its word: a soft hyphen, in UTF-16. As a literal string, because all
 * hexadecimal ones in a content stream are glyphs.
 */
const softHyphen = '/Span <</ActualText (\u00fe\u00ff\0\u00ad)>> BDC'

export function createContent(height: number, settings: ContentSettings): Content {
  return {
    settings,
    height,
    operators: [],
    faces: [],
    links: [],
    holes: [],
    open: undefined,
    inText: false,
    face: undefined,
    size: 0,
    color: '',
    tracking: 0,
    scale: 1,
  }
}

/** Paints one thing behind the others. */
export function addFragment(content: Content, fragment: Fragment): void {
  if (fragment.kind === 'line') addLine(content, fragment)
  else if (fragment.kind === 'rule') addRule(content, fragment)
  else if (fragment.kind === 'image') addImage(content, fragment)
  else content.settings.tags.attach(fragment.tag)
}

function addRule(content: Content, rule: RuleFragment): void {
  const { settings, operators, height } = content
  openTag(content, undefined)
  endText(content)
  operators.push(ruleOperators(rule, height, settings.colors))
  if (rule.frames) settings.tags.box(rule.frames, boxOf(rule, height))
}

function addImage(content: Content, image: ImageFragment): void {
  const { settings, operators, height } = content
  const shown = settings.image(image.bytes)
  if (shown === undefined) return
  openTag(content, image.tag)
  endText(content)
  const y = height - image.y - image.height
  operators.push(`q ${imageMatrix(image, y).map(number).join(' ')} cm /${shown} Do Q`)
  settings.tags.box(image.tag, boxOf(image, height))
}

/** Ends the content and gives the stream. */
export function endContent(content: Content): string {
  closeTag(content)
  return content.operators.join('\n')
}

function openTag(content: Content, tag: Tag | undefined): void {
  const next = tag ?? null
  if (content.open === next) return
  closeTag(content)
  content.open = next
  content.operators.push(tag ? `/${tag.role} <</MCID ${content.settings.tags.content(tag)}>> BDC` : '/Artifact BMC')
}

function closeTag(content: Content): void {
  if (content.open === undefined) return
  endText(content)
  content.operators.push('EMC')
  content.open = undefined
}

function endText(content: Content): void {
  if (content.inText) content.operators.push('ET')
  content.inText = false
}

function addLine(content: Content, fragment: LineFragment): void {
  const { pieces } = fragment.line
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece) continue
    addPiece(content, piece, fragment, index === pieces.length - 1)
    if (piece.mark?.link) addLink(content, piece, fragment)
  }
}

function addPiece(content: Content, piece: Piece, fragment: LineFragment, isLast: boolean): void {
  const { settings, operators, height } = content
  const { codes, tags } = settings
  const { mark, style } = piece
  openTag(content, mark?.tag ?? fragment.tag)
  if (!content.inText) operators.push('BT')
  content.inText = true
  setState(content, piece)
  const y = height - fragment.y + (style.rise ?? 0)
  operators.push(`1 0 0 1 ${number(fragment.x + piece.x)} ${number(y)} Tm`)
  const lead = mark?.call === true ? leadingSpace(piece, codes) : ''
  const goesOn = isLast && fragment.goesOn && !fragment.line.divided && !piece.rtl
  const trail = goesOn ? codes.space(piece.face).operand : ''
  if (mark?.pageOf === undefined) showWords(content, piece, lead, trail)
  else {
    // Which figures will stand here is not known: all of them count as used.
    for (const part of settings.digits(style).parts) codes.operand(part, style.size)
    const alone = fragment.line.pieces.length === 1
    content.holes.push({ anchor: mark.pageOf, style, width: piece.width, alone })
    operators.push(`[${lead}${holeMark}${trail}] TJ`)
  }
  if (mark?.calls) tags.attach(mark.calls)
}

function setState(content: Content, { style, face, tracking, scale }: Piece): void {
  const { operators, faces, settings } = content
  if (face !== content.face || style.size !== content.size) {
    const known = faces.indexOf(face)
    operators.push(`/F${known >= 0 ? known : faces.push(face) - 1} ${number(style.size)} Tf`)
    content.face = face
    content.size = style.size
  }
  const color = settings.colors[style.color ?? 'ink'] ?? '0 g'
  if (color !== content.color) operators.push(color)
  content.color = color
  // The scale goes for the tracking, too, which is in points on the page.
  const scaled = tracking / scale
  if (scaled !== content.tracking) operators.push(`${number(scaled)} Tc`)
  content.tracking = scaled
  if (scale !== content.scale) operators.push(`${number(scale * 100)} Tz`)
  content.scale = scale
}

function addLink({ links, height }: Content, piece: Piece, fragment: LineFragment): void {
  const { link, tag } = piece.mark ?? {}
  if (!link || !tag) return
  const x = fragment.x + piece.x
  const y = height - fragment.y + (piece.style.rise ?? 0)
  const { size } = piece.style
  const box = [x, y - size * 0.25, x + piece.width, y + size * 0.8] as const
  const last = links.at(-1)
  const joins = last?.tag === tag && Math.abs(last.box[1] - box[1]) < size / 2
  if (joins && last) links[links.length - 1] = { link: last.link, tag, box: around(last.box, box) }
  else links.push({ link, tag, box })
}

/** Where a picture or frame is on its page, from the page's lower left corner. */
function boxOf(
  { x, y, width, height = 0 }: RuleFragment | ImageFragment,
  pageHeight: number,
): [number, number, number, number] {
  return [x, pageHeight - y - height, x + width, pageHeight - y]
}

/** How far a note call keeps from its word, in 1/1000 em: readers of the text take less for no space at all. */
const callGap = 75

/** A space before a note call that takes hardly any room: so that readers of the text don't join call and word. */
function leadingSpace({ face }: Piece, codes: Codes): string {
  const { operand, width } = codes.space(face)
  return `${operand}${number(width - callGap)}`
}

/** Adds operators that show a piece's words, spaces widened as the line wants, a hyphen at the end marked as none of the text's. */
function showWords({ settings, operators }: Content, piece: Piece, lead: string, trail: string): void {
  const { codes } = settings
  const { words, spacing, style, scale } = piece
  const { size } = style
  const last = words[words.length - 1]
  const hyphen = last?.hyphen ? last : undefined
  const count = hyphen ? words.length - 1 : words.length
  const widened = spacing === 0 ? '' : number((-spacing / scale / size) * 1000)
  let shown = lead
  for (let index = 0; index < count; index++) {
    const word = words[index]
    if (word) shown += word.space ? codes.operand(word, size) + widened : codes.operand(word, size)
  }
  operators.push(`[${shown}${trail}] TJ`)
  if (hyphen) operators.push(softHyphen, `[${codes.operand(hyphen, size)}] TJ`, 'EMC')
}

function ruleOperators(
  { x, y, width, weight, height, color }: RuleFragment,
  pageHeight: number,
  colors: ContentSettings['colors'],
): string {
  const fill = colors[color] ?? '0 g'
  const area = (left: number, top: number, across: number, down: number) =>
    `${[left, pageHeight - top - down, across, down].map(number).join(' ')} re`
  if (height === undefined) return `q ${fill} ${area(x, y - weight / 2, width, weight)} f Q`
  const sides = [
    area(x, y, width, weight),
    area(x, y + height - weight, width, weight),
    area(x, y, weight, height),
    area(x + width - weight, y, weight, height),
  ]
  return `q ${fill} ${sides.join(' ')} f Q`
}

/** Puts the unit square that a picture fills into its box, turned as its rows and columns want; `y` is the box's lower edge. */
function imageMatrix({ x, width: w, height: h, orientation }: ImageFragment, y: number): number[] {
  const matrices = [
    [w, 0, 0, h, x, y],
    [-w, 0, 0, h, x + w, y],
    [-w, 0, 0, -h, x + w, y + h],
    [w, 0, 0, -h, x, y + h],
    [0, -h, -w, 0, x + w, y + h],
    [0, -h, w, 0, x, y + h],
    [0, h, w, 0, x, y],
    [0, h, -w, 0, x + w, y],
  ]
  return matrices[orientation - 1] ?? [w, 0, 0, h, x, y]
}

/** Operators that set the colours of a palette ("#rrggbb" by token). */
export function colorOperators(palette: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([token, value]) => [token, `${channels(value)} rg`]))
}

function channels(value: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16) / 255)
  return parts.map((part) => number(Math.round(part * 1000) / 1000)).join(' ')
}

function around(a: LinkArea['box'], b: LinkArea['box']): LinkArea['box'] {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The thousandths of a number as they are written after its whole part. */
const fractions = Array.from({ length: 1000 }, (_, thousandths) => String(thousandths / 1000).slice(1))

/** A number as content streams have it, to 1/1000. Put together of two texts, because turning a fraction into digits is slow. */
export function number(value: number): string {
  const signed = Math.round(value * 1000)
  const thousandths = Math.abs(signed)
  const whole = Math.floor(thousandths / 1000)
  const digits = whole + (fractions[thousandths - whole * 1000] ?? '')
  return signed < 0 ? `-${digits}` : digits
}
