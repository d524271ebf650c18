import type { Theme } from '../template/theme.ts'

type Palette = Theme['colors']['light']

/** Fonts that systems have, for readers without those of the theme: serifs made for reading, plain sans, plain code. */
const systemFonts = {
  text: '"Iowan Old Style", Charter, "Palatino Linotype", Cambria, "Noto Serif", Georgia, serif',
  heading: '"Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  code: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
} as const

/** Mean width of a character of running text in em, over the text faces above. */
const characterWidth = 0.47

/** The theme's tokens as custom properties for the style sheet: light, dark, and dark on the reader's wish. */
export function themeStyle(theme: Theme): string {
  const { screen, fonts, colors } = theme
  const fontNames = (['text', 'heading', 'code'] as const).map(
    (kind) =>
      `--${kind}-font: ${[...screenFamilies(fonts[kind].families).flatMap(quoted), systemFonts[kind]].join(', ')}`,
  )
  const sizes = [
    `--text-size: ${screen.textSize / 16}rem`,
    `--leading: ${screen.leading}`,
    `--measure: ${round(screen.measure * characterWidth)}rem`,
    `--bold: ${fonts.heading.bold}`,
  ]
  return [
    rule(':root', [...fontNames, ...sizes, ...colorsOf(colors.light)]),
    `@media (prefers-color-scheme: dark) { ${rule(':root:not([data-theme="light"])', colorsOf(colors.dark))} }`,
    rule(':root[data-theme="dark"]', colorsOf(colors.dark)),
    `@media print { ${rule(':root:root', colorsOf(colors.light))} }`,
  ].join('\n')
}

/** The family that a theme names first, and those that it has for other scripts. */
export function screenFamilies(families: readonly string[]): readonly string[] {
  return families.filter((family, place) => place === 0 || family.startsWith('Noto '))
}

function colorsOf(palette: Palette): string[] {
  return Object.entries(palette).map(([name, value]) => `--${name}: ${value}`)
}

/** The family's name for CSS; nothing for the path of a font file, which only the PDF can use. */
function quoted(family: string): string[] {
  return /^[\w -]+$/.test(family) ? [`"${family}"`] : []
}

function rule(selector: string, declarations: readonly string[]): string {
  return `${selector} { ${declarations.join('; ')} }`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
