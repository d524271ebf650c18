import type { VFile } from 'vfile'
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import { report } from '../diagnostics/report.ts'
import { paperSize } from './paper.ts'
import { type Theme, themeSchema } from './theme.ts'

/** Template files by their path in `templates/`. */
type Templates = ReadonlyMap<string, VFile>
type Tokens = { readonly [name: string]: unknown }

/**
 * The theme that `templates/theme.json` describes: its own tokens over those of the theme that it extends
 * (`themes/<name>.json`). A token that is wrong is reported at its place, and the one below it is used. Throws when the
 * built-in theme itself is not there.
 */
export function readTheme(templates: Templates, name?: string): Theme {
  const layers = layersOf(templates, name ? [`themes/${name}.json`] : ['theme.json'])
  let tokens: Tokens = {}
  let theme: Theme | undefined
  for (const layer of layers.reverse()) {
    const merged = merge(tokens, layer.tokens)
    const result = themeSchema.safeParse(merged, { jitless: true })
    if (result.success) theme = result.data
    if (result.success) reportMeasure(layer, result.data)
    else if (theme || layers.length === 1) reportIssues(layer, result.error.issues)
    if (result.success || !theme) tokens = merged
  }
  if (!theme) throw new Error('The package has lost its built-in themes')
  return theme
}

/** The theme of that name; where there is none, says so on `file` and gives the one of `theme.json`. */
export function readThemeNamed(templates: Templates, name: string | undefined, file: VFile): Theme {
  const names = themeNames(templates)
  if (name === undefined || names.includes(name)) return readTheme(templates, name)
  report(file, 'template:theme-is-known', `Unexpected theme \`${name}\`, expected ${names.join(', ')}`)
  return readTheme(templates)
}

interface Layer {
  readonly file: VFile
  readonly tokens: Tokens
}

/** A theme and those that it extends, the one that was asked for first. */
function layersOf(templates: Templates, asked: readonly string[]): Layer[] {
  const layers: Layer[] = []
  let next = asked[0]
  while (next !== undefined) {
    const file = templates.get(next)
    if (!file) break
    const { extends: base = 'briefing', ...tokens } = parseTokens(file)
    layers.push({ file, tokens })
    const path: string = next
    next = path === 'themes/briefing.json' ? undefined : `themes/${String(base)}.json`
    const known =
      next === undefined || (templates.has(next) && layers.every((layer) => layer.file !== templates.get(next ?? '')))
    if (known) continue
    reportToken(file, ['extends'], `Unexpected theme \`${String(base)}\`, expected ${themeNames(templates).join(', ')}`)
    next = 'themes/briefing.json'
  }
  return layers
}

/** Names of the themes that there are, in order. */
export function themeNames(templates: Templates): string[] {
  return [...templates.keys()].flatMap((path) => /^themes\/(.+)\.json$/.exec(path)?.[1] ?? []).sort()
}

function parseTokens(file: VFile): Tokens {
  try {
    const tokens: unknown = JSON.parse(String(file.value))
    if (typeof tokens === 'object' && tokens !== null && !Array.isArray(tokens)) return tokens as Tokens
    report(file, 'template:file-is-readable', 'Unexpected value, expected an object of theme tokens')
  } catch (error) {
    report(file, 'template:file-is-readable', `Unexpected text, expected JSON: ${(error as Error).message}`)
  }
  return {}
}

/** Tokens of `over` on top of those of `under`; lists are replaced as a whole. */
function merge(under: Tokens, over: Tokens): Tokens {
  const merged: { [name: string]: unknown } = { ...under }
  for (const [name, value] of Object.entries(over)) {
    const below = under[name]
    merged[name] = isTokens(value) && isTokens(below) ? merge(below, value) : value
  }
  return merged
}

function isTokens(value: unknown): value is Tokens {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function reportIssues(
  { file }: Layer,
  issues: readonly { path: PropertyKey[]; message: string; code: string; keys?: string[] }[],
): void {
  for (const issue of issues) {
    const token = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') {
      reportToken(file, issue.path, `Unexpected value of \`${token}\`, expected ${issue.message}`)
      continue
    }
    for (const key of issue.keys ?? []) {
      reportToken(file, [...issue.path, key], `Unexpected token \`${[...issue.path, key].join('.')}\``)
    }
  }
}

/** A theme's own text block must fit on its paper; one that it takes over is narrowed. */
function reportMeasure({ file, tokens }: Layer, { page }: Theme): void {
  const own = isTokens(tokens.page) ? tokens.page : {}
  const { width } = paperSize(page.paper)
  if (page.inner + page.measure <= width || (own.measure === undefined && own.inner === undefined)) return
  const token = own.measure === undefined ? 'inner' : 'measure'
  const most = width - (token === 'inner' ? page.measure : page.inner)
  const reason = `Unexpected value of \`page.${token}\`, expected less than ${most}: the text block is wider than the paper`
  reportToken(file, ['page', token], reason)
}

/** Reports on a token at its place in the file, or on the nearest token around it. */
function reportToken(file: VFile, path: readonly PropertyKey[], reason: string): void {
  const lines = new LineCounter()
  let node: unknown = parseDocument(String(file.value), { lineCounter: lines, prettyErrors: false }).contents
  let offset = 0
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
    if (!isPair(pair) || !isScalar(pair.key)) break
    offset = pair.key.range?.[0] ?? offset
    node = pair.value
  }
  const { line, col } = lines.linePos(offset)
  report(file, 'template:token-is-valid', reason, { place: { line, column: col, offset } })
}
