import type { VFile } from 'vfile'
import { type Format, formats, type Profile } from './formats.ts'
import type { Dossier } from './read/dossier.ts'
import { packageVersion } from './read/package-root.ts'
import { readTemplates, type Templates } from './read/templates.ts'
import { type Labels, readLabels } from './template/labels.ts'
import type { Thread } from './threads/tasks.ts'
import type { OutputFile } from './write/output-file.ts'

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
  /** Every file that was looked at, as it was read, with its messages: see `diagnosticsOf`. */
  readonly files: readonly VFile[]
  /** The files of the dossier; none when there was nothing to build. */
  readonly output: readonly OutputFile[]
  /** Whether the output was written to `out`. */
  readonly written: boolean
}

/** What all stages of a build can ask for. */
export interface Work extends Required<Pick<BuildOptions, 'formats' | 'onProgress'>> {
  readonly dossier: Dossier
  readonly templates: Templates
  /** Folder of the user's own templates. */
  readonly folder: string | undefined
  readonly labels: Labels
  /** Name of the theme. */
  readonly theme: string | undefined
  readonly profile: Profile | undefined
  /** Other threads that take a share of the work. */
  readonly threads: readonly Thread[]
}

/** Gets ready for the stages after `read`. */
export async function workOn(dossier: Dossier, options: BuildOptions): Promise<Work> {
  const { formats: wanted = formats, onProgress = () => undefined, templates: folder, profile } = options
  const templates = await readTemplates(folder)
  const labels = readLabels(templates, dossier.settings.language)
  const theme = options.theme ?? dossier.settings.theme
  const characters = dossier.texts.reduce((sum, { file }) => sum + String(file.value).length, 0)
  const threads = options.threads?.(characters) ?? []
  return { formats: wanted, onProgress, dossier, templates, folder, labels, theme, profile, threads }
}

/** What both writers take beside the document. The command is without paths: the same sources give the same bytes anywhere. */
export function settingOf({ dossier, labels, templates }: Work) {
  const command = 'dossierpress build SOURCES OUT'
  return { templates, labels, file: dossier.file, version: packageVersion(), command }
}
