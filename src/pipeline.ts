import { VFile } from 'vfile'
import { report } from './diagnostics/report.ts'
import { type Format, formats } from './formats.ts'
import { account } from './ledger/account.ts'
import { ledgerJson } from './ledger/json.ts'
import type { SourceLedger } from './ledger/source-ledger.ts'
import { link } from './link/link.ts'
import type { ResolvedDocument } from './link/resolved.ts'
import { toMarkdown } from './markdown/to-markdown.ts'
import type { Part } from './mdast/part.ts'
import { normalize } from './normalize/normalize.ts'
import { parse } from './parse/parse.ts'
import { packageVersion } from './read/package-root.ts'
import { read } from './read/read.ts'
import { readTemplates, type Templates, templatesFolder } from './read/templates.ts'
import type { SourceText } from './read/text.ts'
import { readLabels } from './template/labels.ts'
import { readTheme, themeNames } from './template/read-theme.ts'
import type { Theme } from './template/theme.ts'
import type { OutputFile } from './write/output-file.ts'
import { write } from './write/write.ts'

/** What to build, and where to. */
export interface BuildOptions {
  /** The folder with the source texts, or one text. */
  readonly sources: string
  /** The output folder; without it nothing is written. */
  readonly out?: string
  /** All when left out. */
  readonly formats?: readonly Format[]
  /** Folder with templates of the user's own: a file there takes the place of the built-in file of the same path. */
  readonly templates?: string
  /** Name of a theme, in place of the one that dossier.yaml names. */
  readonly theme?: string
  /** Called as the work goes on: what is done, and how much of how much. */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
}

export type Stage = 'read' | 'normalize' | 'link' | 'html' | 'pdf' | 'write'

/** What a build made and what it has to say. */
export interface BuildResult {
  /** Every file that was looked at, with its messages: see `diagnosticsOf`. */
  readonly files: readonly VFile[]
  /** The files of the dossier; none when there was nothing to build. */
  readonly output: readonly OutputFile[]
  /** Whether the output was written to `out`. */
  readonly written: boolean
}

/** A source text that has gone through `parse`, `normalize` and `markdown`. */
export interface NormalizedText {
  readonly part: Part
  readonly markdown: string
  readonly ledger: SourceLedger
}

/**
 * Builds a dossier. What is wrong with the content or the disk is a message on one of the files returned, never an
 * exception; what can be built without it is built.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { sources, out, onProgress = () => undefined } = options
  onProgress('read', 0, 1)
  const dossier = await read(sources)
  if (dossier.texts.length === 0) return { files: dossier.files, output: [], written: false }
  const texts = dossier.texts.map((text, done) => {
    onProgress('normalize', done, dossier.texts.length)
    return normalizeText(text)
  })
  onProgress('link', 0, 1)
  const document = link(
    texts.map(({ part }) => part),
    dossier.settings,
  )
  const templates = await readTemplates(options.templates)
  const theme = themeOf(templates, options.theme ?? dossier.settings.theme, dossier.file)
  const output = await outputOf({ document, texts, templates, theme, file: dossier.file }, options)
  const files = [...dossier.files, ...templates.values()]
  if (out === undefined || !isProved(dossier.files)) return { files, output, written: false }
  onProgress('write', 0, 1)
  const outFile = new VFile({ path: out })
  const written = await write(output, { out, sources, file: outFile })
  return { files: [...files, outFile], output, written }
}

/** A dossier whose ledgers do not give the sources back is a mistake of the program, and never written. */
function isProved(files: readonly VFile[]): boolean {
  return !files.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'undo-gives-source-back'))
}

/** One source text to normalized markdown. */
export function normalizeText({ source, file }: SourceText): NormalizedText {
  const part = normalize(parse(source, file))
  const markdown = toMarkdown(part)
  return { part, markdown: markdown.value, ledger: account(part, markdown) }
}

/** What the writers take. */
interface Edition {
  readonly document: ResolvedDocument
  readonly texts: readonly NormalizedText[]
  readonly templates: Templates
  readonly theme: Theme
  /** dossier.yaml, for messages about the dossier as a whole. */
  readonly file: VFile
}

/** The files of the dossier in the forms that are wanted. The writers are loaded only for their own form. */
async function outputOf(
  { document, texts, templates, theme, file }: Edition,
  { formats: wanted = formats, templates: folder, onProgress = () => undefined }: BuildOptions,
): Promise<OutputFile[]> {
  const output: OutputFile[] = []
  const labels = readLabels(templates, document.language)
  const version = packageVersion()
  if (wanted.includes('markdown')) output.push(...markdownFiles(texts), ledgerFile(texts))
  if (wanted.includes('html')) {
    onProgress('html', 0, 1)
    const { toHtml } = await import('./html/html.ts')
    output.push(...toHtml(document, { templates, labels, theme, version }))
  }
  if (wanted.includes('pdf')) {
    onProgress('pdf', 0, 1)
    const [{ toPdf }, { fontLibrary }] = await Promise.all([import('./pdf/pdf.ts'), import('./read/fonts.ts')])
    const fonts = fontLibrary(folder ?? templatesFolder())
    output.push({ path: 'dossier.pdf', contents: await toPdf(document, { theme, labels, fonts, file, version }) })
  }
  return output
}

/** The theme by its name, else the one of templates/theme.json. */
function themeOf(templates: Templates, name: string | undefined, file: VFile): Theme {
  const names = themeNames(templates)
  if (name === undefined || names.includes(name)) return readTheme(templates, name)
  report(file, 'template:theme-is-known', `Unexpected theme \`${name}\`, expected ${names.join(', ')}`)
  return readTheme(templates)
}

function markdownFiles(texts: readonly NormalizedText[]): OutputFile[] {
  return texts.map(({ part, markdown }) => ({ path: `markdown/${part.source.id}.md`, contents: markdown }))
}

/** The ledger goes with the markdown, because it gives the sources back only together with it. */
function ledgerFile(texts: readonly NormalizedText[]): OutputFile {
  return { path: 'ledger.json', contents: ledgerJson(texts.map(({ ledger }) => ledger)) }
}
