export { type Diagnostic, diagnosticsOf, formatDiagnostics } from './diagnostics/summary.ts'
export { type Format, formats } from './formats.ts'
export { type BuildOptions, type BuildResult, build, type Stage } from './pipeline.ts'
