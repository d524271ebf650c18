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

/** The content stream of one page as it grows. */
export interface Content {
  add(fragment: Fragment): void
  /** Ends it and gives the stream. */
  end(): string
  /** Faces in the order of their names on the page: F0, F1 and so on. */
  readonly faces: readonly Face[]
  readonly links: readonly LinkArea[]
  /** The page numbers that are not known yet, in the order of their marks in the stream. */
  readonly holes: readonly Hole[]
}

type Piece = LineFragment['line']['pieces'][number]

/**
 * Actual text of a hyphen that is no part of its word: a soft hyphen, in UTF-16. As a literal string, because all
 * hexadecimal ones in a content stream are glyphs.
 */
const softHyphen = '/Span <</ActualText (\u00fe\u00ff\0\u00ad)>> BDC'

export function createContent(height: number, settings: ContentSettings): Content {
  const { codes, digits, tags, colors } = settings
  const operators: string[] = []
  const faces: Face[] = []
  const holes: Hole[] = []
  const links: LinkArea[] = []
  // undefined: nothing is open; null: an artifact.
  let open: Tag | null | undefined
  let inText = false
  let font = ''
  let color = ''
  let tracking = 0
  let scale = 1

  function openTag(tag: Tag | undefined): void {
    const next = tag ?? null
    if (open === next) return
    closeTag()
    open = next
    operators.push(tag ? `/${tag.role} <</MCID ${tags.content(tag)}>> BDC` : '/Artifact BMC')
  }

  function closeTag(): void {
    if (open === undefined) return
    endText()
    operators.push('EMC')
    open = undefined
  }

  function beginText(): void {
    if (!inText) operators.push('BT')
    inText = true
  }

  function endText(): void {
    if (inText) operators.push('ET')
    inText = false
  }

  function nameOf(face: Face): number {
    const known = faces.indexOf(face)
    return known >= 0 ? known : faces.push(face) - 1
  }

  function setState({ style, face, tracking: wanted, scale: wantedScale }: Piece): void {
    const nextFont = `/F${nameOf(face)} ${number(style.size)} Tf`
    if (nextFont !== font) {
      operators.push(nextFont)
      font = nextFont
    }
    const nextColor = colors[style.color ?? 'ink'] ?? '0 g'
    if (nextColor !== color) operators.push(nextColor)
    color = nextColor
    // The scale goes for the tracking, too, which is in points on the page.
    const nextTracking = wanted / wantedScale
    if (nextTracking !== tracking) operators.push(`${number(nextTracking)} Tc`)
    tracking = nextTracking
    if (wantedScale !== scale) operators.push(`${number(wantedScale * 100)} Tz`)
    scale = wantedScale
  }

  function addPiece(piece: Piece, fragment: LineFragment, isLast: boolean): void {
    openTag(piece.mark?.tag ?? fragment.tag)
    beginText()
    setState(piece)
    const x = fragment.x + piece.x
    const y = height - fragment.y + (piece.style.rise ?? 0)
    operators.push(`1 0 0 1 ${number(x)} ${number(y)} Tm`)
    const lead = piece.mark?.call === true ? leadingSpace(piece, codes) : ''
    const trail =
      isLast && fragment.goesOn && !fragment.line.divided && !piece.rtl ? codes.space(piece.face).operand : ''
    if (piece.mark?.pageOf === undefined) operators.push(...showWords(piece, lead, trail, codes))
    else {
      // Which figures will stand here is not known: all of them count as used.
      for (const part of digits(piece.style).parts) codes.operand(part, piece.style.size)
      const alone = fragment.line.pieces.length === 1
      holes.push({ anchor: piece.mark.pageOf, style: piece.style, width: piece.width, alone })
      operators.push(`[${lead}${holeMark}${trail}] TJ`)
    }
    if (piece.mark?.calls) tags.attach(piece.mark.calls)
  }

  function addLine(fragment: LineFragment): void {
    const { pieces } = fragment.line
    for (const [index, piece] of pieces.entries()) {
      addPiece(piece, fragment, index === pieces.length - 1)
      addLink(piece, fragment)
    }
  }

  function addLink(piece: Piece, fragment: LineFragment): void {
    const { link, tag } = piece.mark ?? {}
    if (!link || !tag) return
    const x = fragment.x + piece.x
    const y = height - fragment.y + (piece.style.rise ?? 0)
    const { size } = piece.style
    const box = [x, y - size * 0.25, x + piece.width, y + size * 0.8] as const
    const last = links.at(-1)
    const joins = last?.tag === tag && Math.abs(last.box[1] - box[1]) < size / 2
    if (joins && last) links[links.length - 1] = { ...last, box: around(last.box, box) }
    else links.push({ link, tag, box })
  }

  return {
    faces,
    links,
    holes,
    add(fragment) {
      if (fragment.kind === 'line') return addLine(fragment)
      if (fragment.kind === 'place') return tags.attach(fragment.tag)
      if (fragment.kind === 'rule') {
        openTag(undefined)
        endText()
        operators.push(ruleOperators(fragment, height, colors))
        if (fragment.frames) tags.box(fragment.frames, boxOf(fragment, height))
        return
      }
      const shown = settings.image(fragment.bytes)
      if (shown === undefined) return
      openTag(fragment.tag)
      endText()
      const y = height - fragment.y - fragment.height
      operators.push(`q ${imageMatrix(fragment, y).map(number).join(' ')} cm /${shown} Do Q`)
      tags.box(fragment.tag, boxOf(fragment, height))
    },
    end() {
      closeTag()
      return operators.join('\n')
    },
  }
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

/** Operators that show a piece's words, spaces widened as the line wants, a hyphen at the end marked as none of the text's. */
function showWords(piece: Piece, lead: string, trail: string, codes: Codes): string[] {
  const { words, spacing, style, scale } = piece
  const widened = spacing === 0 ? '' : number((-spacing / scale / style.size) * 1000)
  let shown = lead
  const hyphen = words.at(-1)?.hyphen ? words.at(-1) : undefined
  for (const word of words) {
    if (word === hyphen) continue
    shown += codes.operand(word, style.size)
    if (word.space) shown += widened
  }
  const operators = [`[${shown}${trail}] TJ`]
  if (hyphen) operators.push(softHyphen, `[${codes.operand(hyphen, style.size)}] TJ`, 'EMC')
  return operators
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
