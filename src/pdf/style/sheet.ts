import { paperSize } from '../../template/paper.ts'
import type { TextRole, Theme } from '../../template/theme.ts'
import { superior } from '../line/extent.ts'
import type { TextStyle } from '../measure/style.ts'
import type { Typesetter } from '../measure/typesetter.ts'

/** A kind of text as it is set: type, and distance between baselines in points. */
export interface RoleStyle {
  readonly style: TextStyle
  readonly leading: number
}

/** Paper and text block, in points. */
export interface PageGeometry {
  readonly width: number
  readonly height: number
  /** Upper edge of the text block. */
  readonly top: number
  /** Height of the text block: a whole number of body lines. */
  readonly depth: number
  /** Width of the text block. */
  readonly measure: number
  /** Margin at the binding. */
  readonly inner: number
  /** Whether left-hand pages are mirror images of right-hand ones. */
  readonly twoSided: boolean
}

/** Everything that decides looks, resolved from the theme: what `style` gives to blocks. */
export interface Sheet {
  readonly page: PageGeometry
  /** The same paper on its side, for wide tables. */
  readonly landscape: PageGeometry
  /** How far wide pages reach into the outer margin, in points. */
  readonly reach: number
  /** Step of the baseline grid, in points: half a line of body text. */
  readonly grid: number
  /** White space between two paragraphs, in points. */
  readonly paragraphSpace: number
  /** Indent of a paragraph's first line, in points. */
  readonly indent: number
  /** Whether paragraphs and notes are justified. */
  readonly justified: boolean
  /** Whether each part starts on a right-hand page. */
  readonly partsOnRecto: boolean
  /** Whether numbered figures and tables may move to the head of a later page. */
  readonly floats: boolean
  /** A kind of text in a language; the same object for the same question. */
  role(role: TextRole, language: string): RoleStyle
  /** A style in another cut; the same object for the same question. */
  vary(style: TextStyle, change: StyleChange): TextStyle
  /** The style of a note call in text of a style; the same object for the same question. */
  superior(label: string, style: TextStyle): TextStyle
}

/** What differs in a varied style. */
export interface StyleChange {
  readonly bold?: boolean
  readonly italic?: boolean
  /** Font stack: "text", "heading" or "code". */
  readonly family?: string
  readonly color?: string
  /** Figures of one width, old-style where the text's are, for numbers that stand under each other. */
  readonly tabular?: boolean
}

const pointsPerMillimetre = 72 / 25.4

export function sheetOf(theme: Theme, typesetter: Typesetter): Sheet {
  const roles = new Map<string, RoleStyle>()
  return {
    page: geometryOf(theme),
    landscape: landscapeOf(theme),
    reach: reachOf(geometryOf(theme)),
    grid: theme.type.body.leading / 2,
    paragraphSpace: theme.paragraph.space,
    indent: theme.paragraph.indent,
    justified: theme.paragraph.align === 'justify',
    partsOnRecto: theme.page.partsOnRecto,
    floats: theme.page.floats,
    role(role, language) {
      const key = `${role} ${language}`
      const known = roles.get(key)
      if (known) return known
      const made = roleStyle(theme, role, language)
      roles.set(key, made)
      return made
    },
    vary: styleVariations(),
    superior: superiorStyles(typesetter),
  }
}

function geometryOf({ page, type }: Theme): PageGeometry {
  const paper = paperSize(page.paper)
  const { inner, measure } = fitted(page, paper.width)
  const mm = (length: number) => length * pointsPerMillimetre
  const line = type.body.leading
  return {
    width: mm(paper.width),
    height: mm(paper.height),
    top: mm(page.top),
    depth: Math.max(line * 8, Math.floor(mm(paper.height - page.top - page.bottom) / line) * line),
    measure: mm(measure),
    inner: mm(inner),
    twoSided: page.twoSided,
  }
}

/** Least outer margin, in millimetres. */
const leastOuter = 10

/** Shares of a paper's width that its margins take where the theme's text block is made for a wider one. */
const innerShare = 0.135
const outerShare = 0.2

/** Inner margin and measure of a theme, narrowed where the theme is printed on smaller paper than it was made for. */
function fitted({ inner, measure }: Theme['page'], width: number): { inner: number; measure: number } {
  if (inner + measure + leastOuter <= width) return { inner, measure }
  const narrow = Math.min(inner, width * innerShare)
  return { inner: narrow, measure: Math.min(measure, width * (1 - outerShare) - narrow) }
}

/** Leaves an outer margin that is a little narrower than the inner one: what stands there is not bound in. */
function reachOf({ width, inner, measure }: PageGeometry): number {
  return Math.max(0, width - measure - inner * 1.7)
}

/** The page on its side: its margins at the left and right are the upright page's upper and lower ones. */
function landscapeOf(theme: Theme): PageGeometry {
  const upright = geometryOf(theme)
  const line = theme.type.body.leading
  const bottom = upright.height - upright.top - upright.depth
  const depth = Math.max(line * 8, Math.floor((upright.width - upright.top - bottom) / line) * line)
  const measure = upright.height - 2 * upright.top
  return {
    ...upright,
    width: upright.height,
    height: upright.width,
    depth,
    measure,
    inner: upright.top,
    twoSided: false,
  }
}

function roleStyle(theme: Theme, role: TextRole, language: string): RoleStyle {
  const { font, size, leading, bold = false, italic = false, features, color = 'ink' } = theme.type[role]
  return {
    style: { family: font, size, bold, italic, color, language, ...(features ? { features } : {}) },
    leading,
  }
}

/** Keeps one style object for each answer, because lines are measured by the identity of their styles. */
function styleVariations(): Sheet['vary'] {
  const variations = new WeakMap<TextStyle, Map<string, TextStyle>>()
  return (style, change) => {
    const known = variations.get(style) ?? new Map<string, TextStyle>()
    variations.set(style, known)
    const key = JSON.stringify(change)
    const varied = known.get(key) ?? varyStyle(style, change)
    known.set(key, varied)
    return varied
  }
}

function varyStyle(style: TextStyle, { tabular, ...change }: StyleChange): TextStyle {
  const figures = tabular ? { features: [style.features?.includes('onum') ? 'onum' : 'lnum', 'tnum'] } : {}
  return { ...style, ...figures, ...change }
}

/** Figures are asked about together: a font has superior forms of all of them or of none. */
function superiorStyles(typesetter: Typesetter): Sheet['superior'] {
  const styles = new WeakMap<TextStyle, Map<string, TextStyle>>()
  return (label, style) => {
    const known = styles.get(style) ?? new Map<string, TextStyle>()
    styles.set(style, known)
    const sample = /^\d+$/.test(label) ? '0123456789' : label
    const made = known.get(sample) ?? superior(sample, style, typesetter)
    known.set(sample, made)
    return made
  }
}

/** Where the baseline of a line of text is, from the top of its line, in points. */
export function baselineOf(size: number, leading: number): number {
  return leading / 2 + size * 0.33
}
