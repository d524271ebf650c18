import type { Nodes } from 'mdast'
import { plainText, walk } from '../link/walk.ts'
import { labelNames } from '../template/labels.ts'
import type { Theme } from '../template/theme.ts'
import type { PageContext } from './context.ts'
import { screenFamilies } from './theme-style.ts'

/** A WOFF2 file of one family, weight and slope, with the characters of some scripts. */
export interface WebFont {
  readonly family: string
  /** CSS weight, 100 to 900. */
  readonly weight: number
  readonly italic: boolean
  /** Name of the file, which no other has. */
  readonly name: string
  /** Its characters as a CSS `unicode-range`. */
  readonly range: string
  /** The file's bytes. */
  read(): Uint8Array
}

/** The fonts that a page can bring along. */
export interface WebFontLibrary {
  /** The files of a family, nearest in weight and slope; none when there is no such family. */
  find(family: string, weight: number, italic: boolean): readonly WebFont[]
}

/** Text by the face that it is set in. */
interface Sample {
  all: string
  italic: string
  bold: string
  code: string
}

/** What the dossier's code face always sets: hashes and rules. */
const hexadecimal = 'a'

/**
 * A style sheet with the fonts that a dossier's pages need: of the theme's families, the files that have a character of
 * the text that is set in them. The fonts are in the sheet, not beside it: they are there before the first line is set,
 * so that no line moves under a reader's eyes, and they work from a memory stick, where some browsers load no font files.
 */
export function fontStyle(context: PageContext, theme: Theme, library: WebFontLibrary): string {
  const sample = sampleOf(context)
  const faces = usedFonts(sample, theme, library).map(fontFace)
  return [...faces, ...(endlessWord.test(sample.all) ? [unkerned] : [])].join('\n')
}

/** Browsers take a time that grows with the square of a word's length to kern it: half a minute for 100,000 brackets. */
const endlessWord = /\S{10000}/
const unkerned = '* { font-kerning: none !important; font-variant-ligatures: none !important }'

function usedFonts(sample: Sample, theme: Theme, library: WebFontLibrary): WebFont[] {
  const { text, heading, code } = theme.fonts
  const wanted = [
    ...facesOf(text.families, 400, false, sample.all),
    ...facesOf(text.families, 400, true, sample.italic),
    ...facesOf(text.families, text.bold, false, sample.bold),
    ...facesOf(heading.families, 400, false, sample.all),
    ...facesOf(heading.families, heading.bold, false, sample.all),
    ...facesOf(code.families.slice(0, 1), 400, false, sample.code),
  ]
  const files = new Map<string, WebFont>()
  for (const { family, weight, italic, characters } of wanted) {
    for (const font of library.find(family, weight, italic)) {
      if (hasAny(font.range, characters)) files.set(font.name, font)
    }
  }
  return [...files.values()]
}

/** The first family sets what it can; those after it are there for the scripts that it does not have. */
function facesOf(families: readonly string[], weight: number, italic: boolean, characters: string) {
  if (characters === '') return []
  return screenFamilies(families).map((family) => ({ family, weight, italic, characters }))
}

function hasAny(range: string, text: string): boolean {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().slice(2).split('-')
    return `\\u{${from}}-\\u{${to}}`
  })
  return new RegExp(`[${spans.join('')}]`, 'u').test(text)
}

function sampleOf({ document, labels }: PageContext): Sample {
  const { title, subtitle = '', authors, parts } = document
  const said = parts.flatMap((part) => [part.title, ...Object.values(part.metadata)])
  const words = labelNames.map((name) => labels.text(name))
  const texts = parts.map((part) => String(part.file.value))
  const sample: Sample = {
    all: [title, subtitle, ...authors, ...said, ...words, ...texts].join(' '),
    italic: '',
    bold: '',
    code: hexadecimal,
  }
  for (const part of parts) {
    addStyled(part.tree, sample)
    for (const note of part.notes) addStyled(note.definition, sample)
  }
  return sample
}

function addStyled(root: Nodes, sample: Sample): void {
  walk(root, (node) => {
    if (node.type === 'emphasis') sample.italic += plainText(node)
    else if (node.type === 'strong') sample.bold += plainText(node)
    else if (node.type === 'code' || node.type === 'inlineCode') sample.code += node.value
    return undefined
  })
}

function fontFace(font: WebFont): string {
  const { family, weight, italic, range } = font
  const data = Buffer.from(font.read()).toString('base64')
  const declarations = [
    `font-family: "${family}"`,
    `font-weight: ${weight}`,
    `font-style: ${italic ? 'italic' : 'normal'}`,
    'font-display: block',
    `src: url("data:font/woff2;base64,${data}") format("woff2")`,
    `unicode-range: ${range}`,
  ]
  return `@font-face { ${declarations.join('; ')} }`
}
