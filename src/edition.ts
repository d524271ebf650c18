import type { VFile } from 'vfile'
import { guard, guardAsync } from './diagnostics/guard.ts'
import { report } from './diagnostics/report.ts'
import { type Format, formats } from './formats.ts'
import { ledgerJson } from './ledger/json.ts'
import { forgetPlaces } from './link/forget-places.ts'
import type { ResolvedDocument } from './link/resolved.ts'
import type { NormalizedText } from './normalize-text.ts'
import type { Attachment } from './pdf/paint/attachments.ts'
import type { BuildOptions } from './pipeline.ts'
import { encode } from './read/decode.ts'
import type { Dossier } from './read/dossier.ts'
import { packageVersion } from './read/package-root.ts'
import { type Templates, templatesFolder } from './read/templates.ts'
import type { Labels } from './template/labels.ts'
import { readTheme, themeNames } from './template/read-theme.ts'
import type { Theme } from './template/theme.ts'
import type { Thread } from './threads/tasks.ts'
import type { OutputFile } from './write/output-file.ts'

/** A dossier that is ready for its writers. */
export interface Edition {
  readonly dossier: Dossier
  readonly texts: readonly NormalizedText[]
  /** Absent when linking failed: then there is markdown only. */
  readonly document: ResolvedDocument | undefined
  readonly templates: Templates
  readonly labels: Labels
  /** Other threads that take a share of the work. */
  readonly threads: readonly Thread[]
}

/** What both writers take beside the document. */
interface Setting {
  readonly templates: Templates
  readonly theme: Theme
  readonly labels: Labels
  readonly file: VFile
  readonly version: string
  readonly command: string
}

/** Said in the colophon. Without paths, so that the same sources give the same bytes wherever they are. */
const command = 'dossierpress build SOURCES OUT'

/** The files of the dossier in the forms that are wanted. The writers are loaded only for their own form. */
export async function filesOf(edition: Edition, options: BuildOptions): Promise<OutputFile[]> {
  const { document, dossier, templates, labels, texts, threads } = edition
  const { formats: wanted = formats, onProgress = () => undefined } = options
  const has = (format: Format): boolean => wanted.includes(format)
  const ledger = has('markdown') || has('pdf') ? ledgerFile(texts) : undefined
  // The ledger goes with the markdown, because it gives the sources back only together with it.
  const files: OutputFile[] = has('markdown') && ledger ? [...texts.map(markdownFile), ledger] : []
  if (!document || !(has('html') || has('pdf'))) return files
  const { file } = dossier
  const theme = themeOf(templates, options.theme ?? dossier.settings.theme, file)
  const setting: Setting = { templates, theme, labels, file, version: packageVersion(), command }
  if (has('html')) {
    onProgress('html', 0, 1)
    files.push(...(await htmlFiles(document, setting, dossier.settings.address)))
  }
  if (ledger && has('pdf')) {
    onProgress('pdf', 0, 1)
    forgetPlaces(document)
    const attachments = attachmentsOf(dossier, texts, ledger)
    files.push(...(await pdfFiles(document, { ...setting, threads }, attachments, options)))
  }
  return files
}

async function htmlFiles(
  document: ResolvedDocument,
  setting: Setting,
  address: string | undefined,
): Promise<readonly OutputFile[]> {
  const [{ toHtml }, { webFontLibrary }] = await Promise.all([import('./html/html.ts'), import('./read/web-fonts.ts')])
  const options = { ...setting, webFonts: webFontLibrary(), ...(address === undefined ? {} : { address }) }
  return guard(setting.file, 'writing HTML', () => toHtml(document, options)) ?? []
}

async function pdfFiles(
  document: ResolvedDocument,
  { threads, ...setting }: Setting & Pick<Edition, 'threads'>,
  attachments: readonly Attachment[],
  { templates: folder, profile }: BuildOptions,
): Promise<readonly OutputFile[]> {
  const [{ toPdf }, { fontLibrary }, { threadPress }] = await Promise.all([
    import('./pdf/pdf.ts'),
    import('./read/fonts.ts'),
    import('./threads/press.ts'),
  ])
  const fonts = fontLibrary(folder ?? templatesFolder())
  const presses = threads.map((thread) => threadPress(thread, folder))
  const options = { ...setting, fonts, attachments, profile, presses }
  const contents = await guardAsync(setting.file, 'setting the PDF', () => toPdf(document, options))
  return contents ? [{ path: 'dossier.pdf', contents }] : []
}

function ledgerFile(texts: readonly NormalizedText[]): OutputFile {
  return { path: 'ledger.json', contents: ledgerJson(texts.map((text) => text.ledger)) }
}

function markdownFile({ part, markdown }: NormalizedText): OutputFile {
  return { path: `markdown/${part.source.id}.md`, contents: markdown }
}

/** The theme by its name, else the one of templates/theme.json. */
function themeOf(templates: Templates, name: string | undefined, file: VFile): Theme {
  const names = themeNames(templates)
  if (name === undefined || names.includes(name)) return readTheme(templates, name)
  report(file, 'template:theme-is-known', `Unexpected theme \`${name}\`, expected ${names.join(', ')}`)
  return readTheme(templates)
}

/** What the PDF carries inside: all that it takes to check the dossier against its sources. */
function attachmentsOf(dossier: Dossier, texts: readonly NormalizedText[], ledger: OutputFile): Attachment[] {
  const sources = texts.map(({ part: { source, file } }): Attachment => {
    const bytes = () => encode(String(file.value), source.encoding, source.bom)
    const name = `sources/${source.path}`
    return { name, bytes, mediaType: source.mediaType, relationship: 'Source', description: `The source ${source.id}` }
  })
  const markdown = texts.map((text): Attachment => {
    const { path, contents } = markdownFile(text)
    const description = `The normalized markdown of ${text.part.source.id}`
    return {
      name: path,
      bytes: () => bytesOf(contents),
      mediaType: 'text/markdown',
      relationship: 'Alternative',
      description,
    }
  })
  const data = {
    mediaType: 'application/json',
    relationship: 'Data',
    description: 'Every edit to the sources',
  } as const
  const manifest = dossier.file.value === undefined ? [] : [manifestOf(String(dossier.file.value))]
  return [...sources, ...manifest, ...markdown, { name: ledger.path, bytes: () => bytesOf(ledger.contents), ...data }]
}

function manifestOf(text: string): Attachment {
  const description = 'What the dossier says of its sources'
  return {
    name: 'sources/dossier.yaml',
    bytes: () => bytesOf(text),
    mediaType: 'application/yaml',
    relationship: 'Source',
    description,
  }
}

function bytesOf(contents: string | Uint8Array): Uint8Array {
  return typeof contents === 'string' ? new TextEncoder().encode(contents) : contents
}
