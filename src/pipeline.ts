import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { guard } from './diagnostics/guard.ts'
import { filesOf } from './edition.ts'
import type { Format, Profile } from './formats.ts'
import { link } from './link/link.ts'
import type { Dossier } from './read/dossier.ts'
import { read } from './read/read.ts'
import { readTemplates } from './read/templates.ts'
import { readLabels } from './template/labels.ts'
import { normalizeTexts } from './threads/normalize.ts'
import type { Thread } from './threads/tasks.ts'
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
  /** What the PDF is for beside reading; see `PdfOptions.profile`. */
  readonly profile?: Profile
  /** Starts other threads that take a share of the work on so many characters of text; without it there is one. */
  readonly threads?: (characters: number) => readonly Thread[]
  /** Called as the work goes on: what is done, and how much of how much. */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
}

/** The stages that a build tells of as it goes on. */
export type Stage = 'read' | 'normalize' | 'link' | 'html' | 'pdf' | 'write'

/** What a build made and what it has to say. */
export interface BuildResult {
  /** Every file that was looked at, with its messages: see `diagnosticsOf`. A source that the PDF carries has its bytes for a value. */
  readonly files: readonly VFile[]
  /** The files of the dossier; none when there was nothing to build. */
  readonly output: readonly OutputFile[]
  /** Whether the output was written to `out`. */
  readonly written: boolean
}

/**
 * Builds a dossier. What is wrong with the content or the disk is a message on one of the files returned, never an
 * exception; what can be built without it is built.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { sources, out, onProgress = () => undefined } = options
  onProgress('read', 0, 1)
  const dossier = await read(sources)
  const templates = await readTemplates(options.templates)
  const labels = readLabels(templates, dossier.settings.language)
  const threads = options.threads?.(dossier.texts.reduce((sum, { file }) => sum + String(file.value).length, 0)) ?? []
  // Not named here: what is named lives until the build is over.
  const output = await linkTexts(dossier, labels.text('dossier'), threads, onProgress).then(({ texts, document }) =>
    texts.length === 0 ? undefined : filesOf({ texts, document, dossier, templates, labels, threads }, options),
  )
  if (!output) return { files: dossier.files, output: [], written: false }
  const files = [...dossier.files, ...templates.values()]
  if (out === undefined || !isProved(dossier.files)) return { files, output, written: false }
  onProgress('write', 0, 1)
  const outFile = new VFile({ path: out })
  const written = await write(output, { out, sources, file: outFile })
  return { files: [...files, outFile], output, written }
}

/** Normalizes the texts and links them; gives them back without their trees, of which the document has copies. */
async function linkTexts(
  dossier: Dossier,
  untitled: string,
  threads: readonly Thread[],
  onProgress: NonNullable<BuildOptions['onProgress']>,
) {
  const texts = await normalizeTexts(dossier.texts, threads, (done) =>
    onProgress('normalize', done, dossier.texts.length),
  )
  onProgress('link', 0, 1)
  const parts = texts.map(({ part }) => part)
  const document =
    texts.length === 0
      ? undefined
      : guard(dossier.file, 'linking', () => link(parts, { ...dossier.settings, untitled }))
  // A dossier of a million words has trees of a hundred megabytes.
  return { texts: texts.map((text) => ({ ...text, part: { ...text.part, tree: noTree } })), document }
}

const noTree: Root = { type: 'root', children: [] }

/** A dossier whose ledgers do not give the sources back is a mistake of the program, and never written. */
function isProved(files: readonly VFile[]): boolean {
  return !files.some(({ messages }) => messages.some(({ ruleId }) => ruleId === 'undo-gives-source-back'))
}
