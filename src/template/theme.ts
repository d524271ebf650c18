import * as z from 'zod'

const points = z.number('a number of points').min(0, 'a number of points, 0 or more')
const millimetres = z.number('a number of millimetres').positive('a number of millimetres above 0')
const share = z.number('a number').min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1')
const color = z.string('a colour such as "#1f4e8c"').regex(/^#[0-9a-f]{6}$/i, 'a colour such as "#1f4e8c"')
const yesOrNo = z.boolean('true or false')
const name = z.string('a name').min(1, 'a name')

/** The OpenType features that a theme can turn on. */
const feature = z.enum(['lnum', 'onum', 'tnum', 'pnum', 'smcp', 'c2sc', 'case', 'zero'], 'a feature such as "onum"')

const customPaper = z.strictObject({ width: millimetres, height: millimetres })

const page = z.strictObject({
  /** Sheet, upright. */
  paper: z.union([z.enum(['A4', 'Letter', 'A5']), customPaper], 'A4, Letter, A5 or an object with width and height'),
  /** Width of the text block in millimetres. */
  measure: millimetres,
  /** Margins of the text block in millimetres; the outer one is what is left, and holds the paragraph numbers. */
  top: millimetres,
  bottom: millimetres,
  inner: millimetres,
  /** Whether left-hand pages are mirror images of right-hand ones. */
  twoSided: yesOrNo,
  /** Whether each part starts on a right-hand page. */
  partsOnRecto: yesOrNo,
  /** Whether figures and tables that don't fit where they are move to the head or foot of a page, so that text fills their room. */
  floats: yesOrNo,
})

const fontStack = z.strictObject({
  /** Families of the tool, or paths of .ttf and .otf files relative to the templates; the first that has a character sets it. */
  families: z.array(name, 'a list of families').min(1, 'a list of families'),
  /** The weight that bold text has. */
  bold: z.number('a weight from 100 to 900').min(100).max(900),
})

const role = z.strictObject({
  font: z.enum(['text', 'heading', 'code'], '"text", "heading" or "code"'),
  /** Type size, and distance of baselines, in points. */
  size: points.positive(),
  leading: points.positive(),
  bold: yesOrNo.optional(),
  italic: yesOrNo.optional(),
  features: z.array(feature, 'a list of features').optional(),
  color: z.enum(['ink', 'accent', 'muted', 'warning'], '"ink", "accent", "muted" or "warning"').optional(),
})

/** The kinds of text that a theme gives a type to. */
export const textRoles = [
  ...(['title', 'subtitle', 'part', 'section', 'subsection', 'minor', 'body', 'quotation', 'note'] as const),
  ...(['table', 'tableHead', 'caption', 'code', 'card', 'contents', 'contentsPart'] as const),
  ...(['marginal', 'runningHead', 'folio', 'kicker'] as const),
] as const

export type TextRole = (typeof textRoles)[number]

const palette = z.strictObject({
  ink: color,
  paper: color,
  accent: color,
  muted: color,
  rule: color,
  warning: color,
  surface: color,
  highlight: color,
})

/** The tokens of a theme, shared by paper and screen. Lengths are in points, those of the page in millimetres. */
export const themeSchema = z.strictObject({
  page,
  fonts: z.strictObject({ text: fontStack, heading: fontStack, code: fontStack }),
  type: z.record(z.enum(textRoles), role),
  paragraph: z.strictObject({
    /** White space between paragraphs. */
    space: points,
    /** Indent of a paragraph's first line. */
    indent: points,
    /** Whether both edges of running text and notes are even, or only the one where lines start. */
    align: z.enum(['justify', 'start'], '"justify" or "start"'),
  }),
  line: z.strictObject({
    /** How much a space may grow before a line counts as loose, and shrink at most, as a share of its width. */
    spaceStretch: share,
    spaceShrink: share,
    /** How much each letter may move, in em. */
    letterFit: share.max(0.05, 'at most 0.05 em'),
    /** How much wider or narrower letters may be set, as a share of their width. */
    glyphFit: share.max(0.05, 'at most 0.05'),
    /** How far punctuation hangs in the margin: 0 not at all, 1 as far as good practice goes. */
    protrusion: share,
    /** Least width of a paragraph's last line, in em. */
    runt: z.number('a number of em').min(0).max(20),
  }),
  screen: z.strictObject({
    /** Size of the text in CSS pixels, distance of baselines as a multiple of it, width of a line in characters. */
    textSize: points.positive(),
    leading: z.number('a number').positive(),
    measure: z.number('a number of characters').positive(),
  }),
  /** Thickness of rules in points. */
  hairline: points,
  colors: z.strictObject({ light: palette, dark: palette }),
})

/** A theme whose tokens are all there and all valid. */
export type Theme = z.infer<typeof themeSchema>
