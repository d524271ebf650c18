import type { VFile } from 'vfile'
import { guard, guardAsync } from './diagnostics/guard.ts'
import { report } from './diagnostics/report.ts'
import { encode } from './encoding.ts'
import { formats } from './formats.ts'
import { ledgerJson } from './ledger/json.ts'
import type { ResolvedDocument } from './link/resolved.ts'
import { shrinkTrees } from './link/shrink-trees.ts'
import type { NormalizedText } from './normalize-text.ts'
import type { Attachment } from './pdf/paint/attachments.ts'
import type { BuildOptions } from './pipeline.ts'
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

/**
 * The files of the dossier in the forms that are wanted. The texts are not held on to: by the time that pages are laid
 * out, what goes into the PDF of them is packed, and they are gone.
 */
export function filesOf({ texts, ...rest }: Edition, options: BuildOptions): Promise<OutputFile[]> {
  const { formats: wanted = formats } = options
  const ledger = wanted.includes('markdown') || wanted.includes('pdf') ? ledgerFile(texts) : undefined
  // The ledger goes with the markdown, because it gives the sources back only together with it.
  const files = wanted.includes('markdown') && ledger ? [...texts.map(markdownFile), ledger] : []
  const attachments = wanted.includes('pdf') && ledger ? attachmentsOf(rest.dossier, texts, ledger) : undefined
  return withDocument(files, attachments, rest, options)
}

/** Adds the forms that are made from the document. The writers are loaded only for their own form. */
async function withDocument(
  files: readonly OutputFile[],
  attachments: readonly Attachment[] | undefined,
  { document, dossier, templates, labels, threads }: Omit<Edition, 'texts'>,
  options: BuildOptions,
): Promise<OutputFile[]> {
  const { formats: wanted = formats, onProgress = () => undefined } = options
  const made = [...files]
  if (!document || !(wanted.includes('html') || attachments)) return made
  const { file } = dossier
  const theme = themeOf(templates, options.theme ?? dossier.settings.theme, file)
  const setting: Setting = { templates, theme, labels, file, version: packageVersion(), command }
  if (wanted.includes('html')) {
    onProgress('html', 0, 1)
    made.push(...(await htmlFiles(document, setting, dossier.settings.address)))
  }
  if (attachments) {
    shrinkTrees(document)
    onProgress('pdf', 0, 1)
    made.push(...(await pdfFiles(document, { ...setting, threads }, attachments, options)))
  }
  return made
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
    const bytes = () => {
      const encoded = encode(String(file.value), source.encoding, source.bom)
      // Nobody reads the text any more, and as a string it takes twice as much room.
      file.value = encoded
      return encoded
    }
    const name = `sources/${source.path}`
    return { name, bytes, mediaType: source.mediaType, relationship: 'Source', description: `The source ${source.id}` }
  })
  const markdown = texts.map((text): Attachment => {
    const { path, contents } = markdownFile(text)
    const description = `The normalized markdown of ${text.part.source.id}`
    return {
      name: path,
      bytes: once(contents, bytesOf),
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
  return [...sources, ...manifest, ...markdown, { name: ledger.path, bytes: once(ledger.contents, bytesOf), ...data }]
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

/** Bytes that are asked for once: what they are made from is let go then. */
function once<Given extends {}>(given: Given, make: (given: Given) => Uint8Array): () => Uint8Array {
  let held: Given | undefined = given
  return () => {
    if (held === undefined) throw new Error('An attachment is packed once')
    const bytes = make(held)
    held = undefined
    return bytes
  }
}

function bytesOf(contents: string | Uint8Array): Uint8Array {
  return typeof contents === 'string' ? new TextEncoder().encode(contents) : contents
}
