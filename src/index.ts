/*
 * The door `dossierpress`: the whole pipeline, each of its stages, the ledger, and what there is to say of a text.
 *
 * A stage's code is loaded when the stage is first called, and that is why each gives a promise: who imports `undo` or a
 * table of rules pays for nothing else. The two writers and the rules, for which that would be in the way of unified,
 * have doors of their own: `dossierpress/html`, `dossierpress/pdf`, `dossierpress/rules`.
 */
import type { VFile } from 'vfile'
import type { Markdown } from './captured/markdown.ts'
import type { Part } from './captured/part.ts'
import type { Source } from './captured/source.ts'
import type { SourceLedger } from './ledger/source-ledger.ts'
import type { LinkSettings } from './link/link.ts'
import type { ResolvedDocument } from './link/resolved.ts'
import type { Dossier } from './read/dossier.ts'
import type { Templates } from './read/templates.ts'
import type { SourceDescription, SourceText } from './read/text.ts'
import type { Labels } from './template/labels.ts'
import type { Theme } from './template/theme.ts'
import type { VerifyOptions, VerifyResult } from './verify.ts'
import type { BuildOptions, BuildResult } from './work.ts'
import type { OutputFile } from './write/output-file.ts'
import type { WriteTarget } from './write/write.ts'

export type { Edit } from './captured/edit.ts'
export type { KeptSpan, Markdown } from './captured/markdown.ts'
export type { Part } from './captured/part.ts'
export type { MediaType, Metadata, Overrides, Source, SuppliedImage } from './captured/source.ts'
export { type ReportDetails, report } from './diagnostics/report.ts'
export type { Rule, Severity } from './diagnostics/rule.ts'
export { type RuleId, rules } from './diagnostics/rules.ts'
export { type Diagnostic, diagnosticsOf, type FormatOptions, formatDiagnostics } from './diagnostics/summary.ts'
export { type Format, formats, type Profile, profiles } from './formats.ts'
export { ledgerJson } from './ledger/json.ts'
export type { EditEntry, KeptEntry, LedgerEntry, SourceLedger } from './ledger/source-ledger.ts'
export { undo, undoBytes } from './ledger/undo.ts'
export { type VerifiedFiles, verify } from './ledger/verify.ts'
export type { LinkSettings } from './link/link.ts'
export type { ResolvedDocument, ResolvedPart } from './link/resolved.ts'
export type { Dossier, Settings } from './read/dossier.ts'
export type { Templates } from './read/templates.ts'
export type { SourceDescription, SourceText } from './read/text.ts'
export type { Labels } from './template/labels.ts'
export type { Theme } from './template/theme.ts'
export type { VerifyOptions, VerifyResult } from './verify.ts'
export type { BuildOptions, BuildResult, Stage } from './work.ts'
export type { OutputFile } from './write/output-file.ts'
export type { WriteTarget } from './write/write.ts'

/**
 * The whole pipeline: builds a dossier out of a folder. What is wrong with the content or the disk is a message on one of
 * the files returned, never an exception.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const pipeline = await import('./pipeline.ts')
  return pipeline.build(options)
}

/** Checks a finished dossier: every hash, every ledger undone, and the first byte that differs. Nothing is written. */
export async function verifyDossier(options: VerifyOptions): Promise<VerifyResult> {
  const proof = await import('./verify.ts')
  return proof.verifyDossier(options)
}

/** The stage `read`: a folder of source texts, or one text, to a dossier. */
export async function read(sources: string): Promise<Dossier> {
  const stage = await import('./read/read.ts')
  return stage.read(sources)
}

/** The stage `read` for one text in memory: bytes that are no text are a message on the file, and nothing is given. */
export async function readText(
  bytes: Uint8Array,
  description: SourceDescription,
  file: VFile,
): Promise<SourceText | undefined> {
  const stage = await import('./read/text.ts')
  return stage.readText(bytes, description, file)
}

/** The stage `parse`: a source text to a tree, with the parser of its media type. */
export async function parse(source: Source, file: VFile): Promise<Part> {
  const stage = await import('./parse/parse.ts')
  return stage.parse(source, file)
}

/** The stage `normalize`: all rules in their order; `dossierpress/rules` has them one by one. */
export async function normalize(part: Part): Promise<Part> {
  const stage = await import('./normalize/normalize.ts')
  return stage.normalize(part)
}

/** The stage `markdown`: a tree to normalized markdown, in which every kept character is found again. */
export async function toMarkdown(part: Part): Promise<Markdown> {
  const stage = await import('./markdown/to-markdown.ts')
  return stage.toMarkdown(part)
}

/** The stage `ledger`: the account of every character; what it cannot account for is a message on the part's file. */
export async function account(part: Part, markdown: Markdown): Promise<SourceLedger> {
  const stage = await import('./ledger/account.ts')
  return stage.account(part, markdown)
}

/** Reads `ledger.json`; throws a `SyntaxError` when it is not JSON and a `ZodError` when it is not a ledger. */
export async function readLedger(json: string): Promise<SourceLedger[]> {
  const format = await import('./ledger/read-json.ts')
  return format.readLedger(json)
}

/** The stage `link`: normalized parts to a document in which everything is numbered and references lead to their targets. */
export async function link(parts: readonly Part[], settings: LinkSettings): Promise<ResolvedDocument> {
  const stage = await import('./link/link.ts')
  return stage.link(parts, settings)
}

/** The package's templates, each replaced by the file of the same path in the user's own folder. */
export async function readTemplates(userFolder?: string): Promise<Templates> {
  const stage = await import('./read/templates.ts')
  return stage.readTemplates(userFolder)
}

/** The theme of that name, or else that of `theme.json`, which both writers take; a token that is wrong is a message on its file. */
export async function readTheme(templates: Templates, name?: string): Promise<Theme> {
  const stage = await import('./template/read-theme.ts')
  return stage.readTheme(templates, name)
}

/** The words of a language, by its BCP 47 tag, which both writers print around the texts. */
export async function readLabels(templates: Templates, language: string): Promise<Labels> {
  const stage = await import('./template/labels.ts')
  return stage.readLabels(templates, language)
}

/** The stage `write`: files into a folder, all in one move; tells whether they were written. */
export async function write(files: readonly OutputFile[], target: WriteTarget): Promise<boolean> {
  const stage = await import('./write/write.ts')
  return stage.write(files, target)
}
