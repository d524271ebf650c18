import { VFile } from 'vfile'
import { guard, guardAsync } from './diagnostics/guard.ts'
import { account } from './ledger/account.ts'
import { type Accounts, accountFiles, accountsOf } from './ledger/accounts.ts'
import type { NormalizedText } from './ledger/normalized-text.ts'
import { summaryOf } from './ledger/summary.ts'
import { link } from './link/link.ts'
import type { ResolvedDocument } from './link/resolved.ts'
import { withoutPlaces } from './link/without-places.ts'
import { toMarkdown } from './markdown/to-markdown.ts'
import { mendCharacters } from './normalize/characters/mend.ts'
import { backToSource } from './normalize/characters/restore.ts'
import { normalize } from './normalize/normalize.ts'
import { parse } from './parse/parse.ts'
import { templatesFolder } from './read/package-root.ts'
import { read } from './read/read.ts'
import type { SourceText } from './read/text.ts'
import { readThemeNamed } from './template/read-theme.ts'
import type { Theme } from './template/theme.ts'
import { normalizeTexts } from './threads/normalize.ts'
import { type BuildOptions, type BuildResult, settingOf, type Work, workOn } from './work.ts'
import type { OutputFile } from './write/output-file.ts'
import { write } from './write/write.ts'

/**
 * Builds a dossier. What is wrong with the content or the disk is a message on one of the files returned, never an
 * exception; what can be built without it is built.
 *
 * Each stage is handed what the one before it made, and nobody else holds that: so trees, ledgers and places in sources,
 * which are hundreds of megabytes for a million words, are gone as soon as they have been used.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { sources, out, onProgress = () => undefined } = options
  onProgress('read', 0, 1)
  const dossier = await read(sources)
  const work = await workOn(dossier, options)
  const output = await normalizeTexts(dossier.texts, normalizeText, work)
    .then((texts) => linkTexts(texts, work))
    .then((edition) => addHtml(edition, work))
    .then((edition) => forPages(edition, work))
    .then((edition) => addPdf(edition, work))
  if (output.length === 0) return { files: dossier.files, output, written: false }
  const files = [...dossier.files, ...work.templates.values()]
  if (out === undefined || !isProved(dossier.files)) return { files, output, written: false }
  onProgress('write', 0, 1)
  const outFile = new VFile({ path: out })
  const written = await write(output, { out, sources, file: outFile })
  return { files: [...files, outFile], output, written }
}

/** One source text to normalized markdown, and to the account of every character. */
export function normalizeText({ source, file }: SourceText): NormalizedText {
  // Rules read words, so characters are mended before there are lines; the account is one of the source as it came.
  const mending = mendCharacters(source, file)
  const parsed = parse(source, file)
  const normalized = normalize(parsed)
  const { part, markdown } = backToSource(normalized, toMarkdown(normalized), mending)
  const ledger = account(part, markdown)
  file.data.summary = summaryOf(part)
  return { part, markdown: markdown.value, ledger }
}

/** A dossier on its way through the writers. */
interface Edition {
  /** The files that are made already. */
  readonly files: readonly OutputFile[]
  /** Absent when no form wants them. */
  readonly accounts?: Accounts | undefined
  /** Absent when linking failed, and when no form is made from it. */
  readonly linked?: Linked
}

/** What both writers print, and how it looks. */
interface Linked {
  readonly document: ResolvedDocument
  readonly theme: Theme
}

/** Links what is normalized, and makes the accounts: the last that is heard of the texts' own trees. */
function linkTexts(texts: readonly NormalizedText[], work: Work): Edition {
  const { dossier, labels, templates, formats: wanted, onProgress } = work
  onProgress('link', 0, 1)
  if (texts.length === 0) return { files: [] }
  const parts = texts.map(({ part }) => part)
  const settings = { ...dossier.settings, untitled: labels.text('dossier'), places: wanted.includes('html') }
  const document = guard(dossier.file, 'linking', () => link(parts, settings))
  const accounts = wanted.some((form) => form !== 'html') ? accountsOf(texts) : undefined
  const files = accounts && wanted.includes('markdown') ? accountFiles(accounts) : []
  if (!document || wanted.every((form) => form === 'markdown')) return { files, accounts }
  const theme = readThemeNamed(templates, work.theme, dossier.file)
  return { files, accounts, linked: { document, theme } }
}

/** The writers are loaded only for their own form. */
async function addHtml(edition: Edition, work: Work): Promise<Edition> {
  const { linked } = edition
  if (!linked || !work.formats.includes('html')) return edition
  work.onProgress('html', 0, 1)
  const [{ toHtml }, { webFontLibrary }] = await Promise.all([import('./html/html.ts'), import('./read/web-fonts.ts')])
  const { file, settings } = work.dossier
  const address = settings.address === undefined ? {} : { address: settings.address }
  const options = { ...settingOf(work), theme: linked.theme, webFonts: webFontLibrary(), ...address }
  const made = guard(file, 'writing HTML', () => toHtml(linked.document, options)) ?? []
  return { ...edition, files: [...edition.files, ...made] }
}

/** A stage of its own, so that the larger document is gone before pages are begun. */
function forPages({ linked, ...edition }: Edition, { formats: wanted }: Work): Edition {
  return linked && wanted.includes('pdf')
    ? { ...edition, linked: { ...linked, document: withoutPlaces(linked.document) } }
    : edition
}

/** Gives the files of all forms. */
async function addPdf({ files, accounts, linked }: Edition, work: Work): Promise<readonly OutputFile[]> {
  const { dossier, formats: wanted, profile, folder, threads, onProgress } = work
  if (!linked || !accounts || !wanted.includes('pdf')) return files
  onProgress('pdf', 0, 1)
  const [{ toPdf }, { attachedFiles }, { fontLibrary }, { threadPress }] = await Promise.all([
    import('./pdf/pdf.ts'),
    import('./pdf/attached-files.ts'),
    import('./read/fonts.ts'),
    import('./threads/press.ts'),
  ])
  const presses = threads.map((thread) => threadPress(thread, folder))
  const attachments = attachedFiles(accounts, dossier.file)
  const fonts = fontLibrary(folder ?? templatesFolder())
  const options = { ...settingOf(work), theme: linked.theme, fonts, attachments, profile, presses }
  const contents = await guardAsync(dossier.file, 'setting the PDF', () => toPdf(linked.document, options))
  return contents ? [...files, { path: 'dossier.pdf', contents }] : files
}

/** What an account says that is no proof. */
const flaws: ReadonlySet<string | undefined> = new Set([
  'source-is-accounted-for',
  'nothing-is-added',
  'undo-gives-source-back',
])

/** A dossier whose ledgers fail is a mistake of the program, and never written. */
function isProved(files: readonly VFile[]): boolean {
  return !files.some(({ messages }) => messages.some(({ ruleId }) => flaws.has(ruleId)))
}
