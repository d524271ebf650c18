import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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
  /** Reads the file; throws as `fs` does. */
  read(): Uint8Array
}

/** The fonts that a page can bring along. */
export interface WebFontLibrary {
  /** The files of a family, nearest in weight and slope; none when there is no such family. */
  find(family: string, weight: number, italic: boolean): readonly WebFont[]
}

const weights = [400, 600, 700]

/** Packages of WOFF2 files, cut by script, of the families that the PDF embeds; whether they have italics, and which scripts are wanted. */
const families: Readonly<Record<string, { package: string; italic: boolean; scripts?: readonly string[] }>> = {
  'Source Serif 4': { package: 'source-serif-4', italic: true },
  'Source Sans 3': { package: 'source-sans-3', italic: true },
  'Source Code Pro': { package: 'source-code-pro', italic: true },
  'Noto Serif Armenian': { package: 'noto-serif-armenian', italic: false, scripts: ['armenian'] },
  'Noto Serif Georgian': { package: 'noto-serif-georgian', italic: false, scripts: ['georgian'] },
}

/** The WOFF2 files that come with the tool. A family whose package is not there has none: pages then use fonts of the reader's system. */
export function webFontLibrary(): WebFontLibrary {
  return { find }
}

function find(family: string, weight: number, italic: boolean): WebFont[] {
  const known = families[family]
  const folder = known && folderOf(known.package)
  if (!known || folder === undefined) return []
  const near = weights.reduce((best, next) => (Math.abs(next - weight) < Math.abs(best - weight) ? next : best))
  const slanted = italic && known.italic
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>
  const scripts = Object.keys(ranges).filter((script) => known.scripts?.includes(script) ?? true)
  return scripts.map((script) => {
    const name = `${known.package}-${script}-${near}-${slanted ? 'italic' : 'normal'}.woff2`
    const range = ranges[script] ?? ''
    return { family, weight: near, italic: slanted, name, range, read: () => readFileSync(join(folder, 'files', name)) }
  })
}

function folderOf(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`@fontsource/${name}/package.json`))
  } catch {
    return undefined
  }
}
