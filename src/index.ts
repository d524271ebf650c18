/*
 * The public API: the whole pipeline, and each stage by itself. The two writers are entries of their own
 * (`dossierpress/html`, `dossierpress/pdf`), because they are slow to load; so is each rule (`dossierpress/normalize/*`).
 */
export { type ReportDetails, report } from './diagnostics/report.ts'
export { type Rule, type RuleId, rules, type Severity } from './diagnostics/rules.ts'
export { type Diagnostic, diagnosticsOf, formatDiagnostics } from './diagnostics/summary.ts'
export { type Format, formats } from './formats.ts'
export { account } from './ledger/account.ts'
export type { Edit } from './ledger/edit.ts'
export { ledgerJson, readLedger } from './ledger/json.ts'
export type { EditEntry, KeptEntry, LedgerEntry, SourceLedger } from './ledger/source-ledger.ts'
export { undo, undoBytes } from './ledger/undo.ts'
export { link } from './link/link.ts'
export type { ResolvedDocument, ResolvedPart } from './link/resolved.ts'
export type { Markdown } from './markdown/markdown.ts'
export { toMarkdown } from './markdown/to-markdown.ts'
export type { Part } from './mdast/part.ts'
export type { MediaType, Metadata, Overrides, Source, SuppliedImage } from './mdast/source.ts'
export { normalize, steps } from './normalize/normalize.ts'
export type { Normalization, Step } from './normalize/plugin.ts'
export { parse } from './parse/parse.ts'
export {
  type BuildOptions,
  type BuildResult,
  build,
  type NormalizedText,
  normalizeText,
  type Stage,
} from './pipeline.ts'
export type { Dossier, Settings } from './read/dossier.ts'
export { read } from './read/read.ts'
export { readTemplates, type Templates } from './read/templates.ts'
export { readText, type SourceDescription, type SourceText } from './read/text.ts'
export { type VerifyOptions, type VerifyResult, verifyDossier } from './verify.ts'
export type { OutputFile } from './write/output-file.ts'
export { type WriteTarget, write } from './write/write.ts'
