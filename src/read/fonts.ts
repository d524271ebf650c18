import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { templatesFolder } from './package-root.ts'

/** One font file, found but not read. */
export interface FontFile {
  readonly family: string
  /** CSS weight, 100 to 900. */
  readonly weight: number
  readonly italic: boolean
  readonly path: string
}

/** The fonts that a theme can name. */
export interface FontLibrary {
  /** The file nearest in weight and slope; undefined when there is no such family. */
  find(family: string, weight: number, italic: boolean): FontFile | undefined
  /** Reads a font file; throws as `fs` does. */
  read(file: FontFile): Uint8Array
}

/** Where a family's files are: a package, and how it names a file of a given weight and slope. */
interface Family {
  readonly package: string
  readonly weights: readonly number[]
  readonly italic: boolean
  file(weight: number, italic: boolean): string
}

const weightNames: Readonly<Record<number, string>> = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold' }

/** Static TrueType files of `@expo-google-fonts`: `400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`. */
function expo(name: string, prefix: string, italic: boolean): Family {
  return {
    package: `@expo-google-fonts/${name}`,
    weights: [400, 600, 700],
    italic,
    file(weight, slanted) {
      const cut = `${weight}${weightNames[weight]}${slanted ? '_Italic' : ''}`
      return `${cut}/${prefix}_${cut}.ttf`
    },
  }
}

/** Static WOFF files of `@fontsource`, cut down to one script: `files/noto-serif-georgian-georgian-400-normal.woff`. */
function fontsource(name: string, script: string): Family {
  return {
    package: `@fontsource/${name}`,
    weights: [400, 600, 700],
    italic: false,
    file: (weight) => `files/${name}-${script}-${weight}-normal.woff`,
  }
}

/** Families that come with the tool, by the name that a theme gives. */
const families: Readonly<Record<string, Family>> = {
  'Source Serif 4': expo('source-serif-4', 'SourceSerif4', true),
  'Source Sans 3': expo('source-sans-3', 'SourceSans3', true),
  'Source Code Pro': expo('source-code-pro', 'SourceCodePro', true),
  'Noto Serif Armenian': fontsource('noto-serif-armenian', 'armenian'),
  'Noto Serif Georgian': fontsource('noto-serif-georgian', 'georgian'),
  'Noto Serif Hebrew': expo('noto-serif-hebrew', 'NotoSerifHebrew', false),
  'Noto Naskh Arabic': expo('noto-naskh-arabic', 'NotoNaskhArabic', false),
}

/** Names of the families that come with the tool. */
export const familyNames: readonly string[] = Object.keys(families)

/**
 * The fonts that come with the tool, and font files of the user's own: a name that ends in .ttf or .otf is a path
 * relative to `folder` (the templates folder; that of the package when left out).
 */
export function fontLibrary(folder: string = templatesFolder()): FontLibrary {
  return {
    find: (family, weight, italic) => findUserFont(folder, family) ?? findFont(family, weight, italic),
    read: (file) => readFileSync(file.path),
  }
}

function findUserFont(folder: string, family: string): FontFile | undefined {
  if (!/\.(ttf|otf|woff)$/i.test(family)) return undefined
  return { family, weight: 400, italic: false, path: path.resolve(folder, family) }
}

function findFont(name: string, weight: number, italic: boolean): FontFile | undefined {
  const family = families[name]
  if (!family) return undefined
  const near = family.weights.reduce((best, next) => (Math.abs(next - weight) < Math.abs(best - weight) ? next : best))
  const slanted = italic && family.italic
  return {
    family: name,
    weight: near,
    italic: slanted,
    path: path.join(packageFolder(family.package), family.file(near, slanted)),
  }
}

const { resolve } = createRequire(import.meta.url)
const folders = new Map<string, string>()

/** Where a package is; looked up once. */
function packageFolder(name: string): string {
  const folder = folders.get(name) ?? path.dirname(resolve(`${name}/package.json`))
  folders.set(name, folder)
  return folder
}
