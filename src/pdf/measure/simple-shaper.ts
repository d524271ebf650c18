import { beginsContext, chaining, contextApplies } from './context.ts'
import type { Face, Shaped } from './face.ts'
import { kernOf, pair } from './kern.ts'
import { coverageIndex, featuresOf, type Lookup, lookupAt } from './lookups.ts'
import type { Sfnt } from './sfnt.ts'
import { type GlyphRow, ligature, single, substitute } from './substitute.ts'

/**
 * Shapes words of simple scripts: one glyph a character, ligatures, single substitutions, kerning. Gives undefined for
 * everything else, so that a full shaper can do it.
 */
export type SimpleShaper = (text: string, features: readonly string[]) => Shaped | undefined

/** What a simple shaper takes from its font. */
export interface SimpleFont {
  readonly face: Face
  readonly sfnt: Sfnt
  readonly glyph: (codePoint: number) => number
  readonly scale: number
}

/** The rules for one script and set of features. */
interface Plan {
  readonly substitutions: readonly Lookup[]
  readonly kerning: readonly Lookup[]
  /** Chaining lookups of the kerning: a word that one of them would touch is left to the full shaper. */
  readonly contexts: readonly Lookup[]
  /** By glyph, 0 until it is looked at: which of the rules can begin with it. Few glyphs have any. */
  readonly begins: Uint8Array
  /** What is known of kerning in the script. */
  readonly pairs: Pairs
}

/** What a glyph can begin; `nothing` says that it was looked at. */
const begin = { nothing: 1, substitution: 2, context: 4 } as const

/** Makes the simple shaper of a font. */
export function simpleShaper(font: SimpleFont): SimpleShaper {
  const gsub = font.sfnt.table('GSUB')
  const gpos = font.sfnt.table('GPOS')
  const plans = new Map<readonly string[], Map<string, Plan | undefined>>()
  const pairs = new Map<string, Pairs>()
  // The plan of the last word, which is that of nearly all words of a style.
  let lastPlan: Plan | undefined
  let lastScript: string | undefined
  let lastFeatures: readonly string[] | undefined

  function pairsOf(script: string): Pairs {
    const known = pairs.get(script) ?? createPairs()
    pairs.set(script, known)
    return known
  }

  function planOf(script: string, features: readonly string[]): Plan | undefined {
    if (script === lastScript && features === lastFeatures) return lastPlan
    let known = plans.get(features)
    if (!known) plans.set(features, (known = new Map()))
    if (!known.has(script)) known.set(script, planFor({ gsub, gpos }, script, features, pairsOf(script)))
    lastScript = script
    lastFeatures = features
    lastPlan = known.get(script)
    return lastPlan
  }

  return (text, features) => {
    const script = simpleScript(text)
    if (script === undefined) return undefined
    const plan = planOf(script, features)
    if (!plan) return undefined
    const row = rowOf(text, font.glyph)
    let begins = beginsIn(plan, row.glyphs, gsub, gpos)
    if (gsub && (begins & begin.substitution) !== 0) {
      for (const lookup of plan.substitutions) substitute(gsub, lookup, row)
      begins = beginsIn(plan, row.glyphs, gsub, gpos)
    }
    if (gpos && (begins & begin.context) !== 0) {
      if (plan.contexts.some((lookup) => contextApplies(gpos, lookup, row.glyphs))) return undefined
    }
    const adjust = gpos && plan.kerning.length > 0 ? kerning(gpos, plan, row.glyphs, font.scale) : undefined
    return shapedFrom(font.face, text, row, adjust)
  }
}

/** What the glyphs of a row can begin, added up. */
function beginsIn(
  plan: Plan,
  glyphs: readonly number[],
  gsub: DataView | undefined,
  gpos: DataView | undefined,
): number {
  let all = 0
  for (let at = 0; at < glyphs.length; at++) {
    const glyph = glyphs[at] ?? 0
    all |= plan.begins[glyph] || (plan.begins[glyph] = beginsWith(plan, glyph, gsub, gpos))
  }
  return all
}

function beginsWith(
  { substitutions, contexts }: Plan,
  glyph: number,
  gsub: DataView | undefined,
  gpos: DataView | undefined,
): number {
  let found: number = begin.nothing
  const isCovered = (table: DataView, subtable: number) =>
    coverageIndex(table, subtable + table.getUint16(subtable + 2), glyph) >= 0
  if (gsub && substitutions.some(({ subtables }) => subtables.some((subtable) => isCovered(gsub, subtable))))
    found |= begin.substitution
  if (gpos && contexts.some((lookup) => beginsContext(gpos, lookup, glyph))) found |= begin.context
  return found
}

function rowOf(text: string, glyph: (codePoint: number) => number): GlyphRow {
  const glyphs = new Array<number>(text.length).fill(0)
  const codePoints = new Array<readonly number[]>(text.length).fill(nothing)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    glyphs[at] = glyph(code)
    codePoints[at] = alone[code] ??= [code]
  }
  return { glyphs, codePoints }
}

const nothing: readonly number[] = []

/** Each simple character as a row by itself, made once: nearly every glyph stands for one character. */
const alone = new Array<readonly number[] | undefined>(0x2700)

/** Glyphs of a script that pairs are remembered of: more than most texts use. */
const mostGlyphs = 160

/** Kerning that was looked up. Glyphs are numbered as they come, so that pairs of them are a small table. */
interface Pairs {
  /** Number of each glyph, from 1; 0 when it has none yet. */
  readonly numbers: Uint8Array
  /** By the numbers of both glyphs. */
  readonly values: Int16Array
  count: number
}

/** No kerning is as wide. */
const unknown = -0x8000

function createPairs(): Pairs {
  return { numbers: new Uint8Array(65536), values: new Int16Array(mostGlyphs * mostGlyphs).fill(unknown), count: 0 }
}

function kerning(gpos: DataView, plan: Plan, glyphs: readonly number[], scale: number): number[] | undefined {
  const { numbers, values } = plan.pairs
  let adjust: number[] | undefined
  let left = glyphs[0] ?? 0
  let row = numbers[left] || numbered(plan.pairs, left)
  for (let at = 1; at < glyphs.length; at++) {
    const right = glyphs[at] ?? 0
    const column = numbers[right] || numbered(plan.pairs, right)
    const place = row * mostGlyphs + column
    let value = row > 0 && column > 0 ? (values[place] ?? unknown) : unknown
    if (value === unknown) {
      value = Math.round(kernOf(gpos, plan.kerning, left, right) * scale)
      if (row > 0 && column > 0) values[place] = value
    }
    if (value !== 0) {
      adjust ??= new Array<number>(glyphs.length).fill(0)
      adjust[at - 1] = value
    }
    left = right
    row = column
  }
  return adjust
}

/** Gives a glyph its number; 0 when there are no more. */
function numbered(pairs: Pairs, glyph: number): number {
  if (pairs.count === mostGlyphs - 1) return 0
  return (pairs.numbers[glyph] = ++pairs.count)
}

function shapedFrom(face: Face, text: string, row: GlyphRow, adjust: number[] | undefined): Shaped {
  let width = 0
  for (let at = 0; at < row.glyphs.length; at++) width += face.advance(row.glyphs[at] ?? 0) + (adjust?.[at] ?? 0)
  const { glyphs, codePoints } = row
  const space = text === ' ' || text === '\u00a0'
  return { face, text, space, hyphen: false, glyphs, codePoints, adjust, offsets: undefined, width }
}

/** Features that a full shaper would turn on by itself and that are not handled here. */
const contextual = ['calt', 'clig', 'rlig', 'rclt', 'curs'] as const

/** A font's tables of substitutions and positions, as far as it has them. */
interface LayoutTables {
  readonly gsub: DataView | undefined
  readonly gpos: DataView | undefined
}

/** The lookups to run, in the font's order; undefined when one of them is of a kind that is not handled here. */
function planFor(
  { gsub, gpos }: LayoutTables,
  script: string,
  features: readonly string[],
  pairs: Pairs,
): Plan | undefined {
  const substitutions = gsub ? lookupsFor(gsub, script, ['locl', 'liga', ...features], 7) : []
  const kerning = gpos ? lookupsFor(gpos, script, ['kern'], 9) : []
  if (!substitutions?.every(({ type }) => type === single || type === ligature)) return undefined
  if (!kerning?.every(({ type }) => type === pair || type === chaining.gpos)) return undefined
  return {
    substitutions,
    kerning: kerning.filter(({ type }) => type === pair),
    contexts: kerning.filter(({ type }) => type === chaining.gpos),
    begins: new Uint8Array(65536),
    pairs,
  }
}

function lookupsFor(
  table: DataView,
  script: string,
  features: readonly string[],
  extension: number,
): Lookup[] | undefined {
  const known = featuresOf(table, script)
  if (contextual.some((feature) => known.has(feature))) return undefined
  const indices = new Set(features.flatMap((feature) => known.get(feature) ?? []))
  return [...indices].sort((a, b) => a - b).map((index) => lookupAt(table, index, extension))
}

/** Scripts in which one character is one glyph, as ranges of letters: first, last, OpenType tag. */
const simpleScripts: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, 'latn'],
  [0x61, 0x7a, 'latn'],
  [0xaa, 0xaa, 'latn'],
  [0xba, 0xba, 'latn'],
  [0xc0, 0xd6, 'latn'],
  [0xd8, 0xf6, 'latn'],
  [0xf8, 0x2b8, 'latn'],
  [0x370, 0x373, 'grek'],
  [0x376, 0x377, 'grek'],
  [0x37b, 0x37d, 'grek'],
  [0x386, 0x386, 'grek'],
  [0x388, 0x3ff, 'grek'],
  [0x400, 0x482, 'cyrl'],
  [0x48a, 0x52f, 'cyrl'],
  [0x531, 0x556, 'armn'],
  [0x561, 0x587, 'armn'],
  [0x10a0, 0x10ff, 'geor'],
  [0x1e00, 0x1eff, 'latn'],
  [0x1f00, 0x1fff, 'grek'],
]

/**
 * The script of a word that the simple shaper can set, "DFLT" when it has no letter; undefined when a character needs
 * more: a combining mark, a script with joined letters, a fraction slash.
 */
function simpleScript(text: string): string | undefined {
  let script = 'DFLT'
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const own = scriptsByCode[code] ?? (scriptsByCode[code] = scriptOf(code))
    if (own === '') return undefined
    if (script === 'DFLT') script = own
  }
  return script
}

/** A cache: the script of each character that was seen; empty for one that is not simple. */
const scriptsByCode: (string | undefined)[] = []

function scriptOf(code: number): string {
  return simpleScripts.find(([first, last]) => code >= first && code <= last)?.[2] ?? (isCommon(code) ? 'DFLT' : '')
}

/** Punctuation, digits and signs that all scripts share. */
function isCommon(code: number): boolean {
  if (code < 0x20 || code === 0x2044) return false
  if (code <= 0xbf || code === 0xd7 || code === 0xf7) return true
  if (code >= 0x2b9 && code <= 0x2ff) return true
  if (code === 0x589 || code === 0x58a || (code >= 0x559 && code <= 0x55f)) return true
  return code >= 0x2000 && code <= 0x26ff && !(code >= 0x200b && code <= 0x200f) && !(code >= 0x2028 && code <= 0x202e)
}
