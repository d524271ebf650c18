/*
 * Builds the dossier in sources/ into out/, or with `npm run build -- SOURCES OUT` any other:
 * the library's `build`, and its messages on standard error.
 */
import { build, diagnosticsOf, formatDiagnostics } from './src/index.ts'

const [sources = 'sources', out = 'out'] = process.argv.slice(2)
const { files, output, written } = await build({ sources, out })
const diagnostics = diagnosticsOf(files)
process.stderr.write(formatDiagnostics(diagnostics, { color: process.stderr.isTTY }))
process.stderr.write(written ? `${out}: ${output.length} files written\n` : 'nothing written\n')
if (diagnostics.some(({ severity }) => severity === 'error')) process.exitCode = 1
