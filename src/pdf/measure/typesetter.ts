import type { FontFile, FontLibrary } from '../../read/fonts.ts'
import type { Face } from './face.ts'
import type { TextStyle } from './style.ts'
import { type WordCache, wordCache } from './word.ts'

/** Families for one role of the theme, the first that has the character wins, and the weight that "bold" means. */
export interface FontStack {
  readonly families: readonly string[]
  readonly bold: number
}

/** Opens a font file's bytes. */
export type OpenFace = (bytes: Uint8Array) => Face

/** What lines are set with: fonts, opened when they are needed, and the words that were measured lately. */
export interface Typesetter {
  /** The measured words of a style; styles that differ in size, rise or colour only share them. */
  words(style: TextStyle): WordCache
  readonly settings: LineSettings
}

/** How far a line may go to come out even. */
export interface LineSettings {
  /** How much a space may grow at a ratio of 1, as a share of its width. */
  readonly spaceStretch: number
  /** How much a space may shrink at most, as a share of its width. */
  readonly spaceShrink: number
  /** How much a glyph's advance may change at a ratio of 1 or -1, in em. */
  readonly letterFit: number
  /** How much wider or narrower a glyph may be set at a ratio of 1 or -1, as a share of its width. */
  readonly glyphFit: number
  /** How far punctuation hangs in the margin: 0 not at all, 1 as far as good practice goes. */
  readonly protrusion: number
  /** Least width of the last line of a paragraph of several lines, in em. */
  readonly runt: number
}

/**
 * Makes a typesetter. Its caches hold the usual words; use one for a whole dossier.
 */
export function createTypesetter(
  stacks: Readonly<Record<string, FontStack>>,
  library: FontLibrary,
  open: OpenFace,
  settings: LineSettings,
): Typesetter {
  const faces = new Map<string, Face>()
  const caches = new Map<string, WordCache>()
  const byStyle = new WeakMap<TextStyle, WordCache>()
  // The last answer: a paragraph's words are nearly all of one style.
  let lastStyle: TextStyle | undefined
  let last: WordCache | undefined

  function faceOf(file: FontFile): Face {
    const known = faces.get(file.path)
    if (known) return known
    const face = open(library.read(file))
    faces.set(file.path, face)
    return face
  }

  /** Each font of the stack, to be looked for and opened when a character needs it; undefined where there is none. */
  function stackOf(style: TextStyle): (() => Face | undefined)[] {
    const stack = stacks[style.family]
    if (!stack) throw new RangeError(`No font stack in the theme is called ${style.family}`)
    const weight = style.bold ? stack.bold : 400
    return stack.families.map((family) => {
      let face: Face | undefined | null = null
      return () => {
        if (face !== null) return face
        const file = library.find(family, weight, style.italic)
        return (face = file && faceOf(file))
      }
    })
  }

  function cacheOf(style: TextStyle): WordCache {
    const features = style.features ?? []
    const key = `${style.family}|${style.bold}|${style.italic}|${style.language}|${features.join()}`
    const known = caches.get(key)
    if (known) return known
    const cache = wordCache(stackOf(style), features, style.language)
    caches.set(key, cache)
    return cache
  }

  return {
    settings,
    words(style) {
      if (last && style === lastStyle) return last
      let cache = byStyle.get(style)
      if (!cache) byStyle.set(style, (cache = cacheOf(style)))
      lastStyle = style
      last = cache
      return cache
    },
  }
}
