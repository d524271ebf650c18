import { VFile } from 'vfile'
import { readTemplate, type Template, type TemplateSlots } from './template.ts'

/** The page templates in `templates/html/`, each with the slots that it can use. A user's file takes the place of one of them. */
const slotsOf = {
  'page.html': {
    text: ['language', 'direction', 'title', 'dossierTitle', 'description', 'policy', 'home', 'searchScripts'],
    nodes: ['head', 'contents', 'main', 'tail'],
    needed: ['head', 'main'],
  },
  'title.html': {
    text: ['title', 'subtitle', 'date', 'dateIso', 'authors', 'holds', 'fingerprint'],
    nodes: ['contents', 'figures', 'tables', 'annexes', 'sources'],
    needed: ['contents'],
  },
  'part.html': {
    text: ['id', 'number', 'title', 'kicker', 'language', 'direction', 'dossierLanguage', 'dossierDirection'],
    nodes: ['card', 'text', 'notes', 'source', 'pager'],
    needed: ['text', 'notes'],
  },
  'source-card.html': {
    text: [
      ...['publisher', 'author', 'date', 'dateIso', 'language', 'captured', 'capturedIso', 'address', 'archive'],
      ...['hash', 'shortHash', 'words', 'edits', 'notesFound', 'notesLost', 'category', 'file'],
      ...['dossierLanguage', 'dossierDirection'],
    ],
    nodes: ['sourceLink'],
  },
  'source.html': {
    text: ['id', 'title', 'edits', 'language', 'direction', 'dossierLanguage', 'dossierDirection'],
    nodes: ['rows'],
    needed: ['rows'],
  },
  'source-page.html': {
    text: ['id', 'title', 'edits', 'language', 'direction', 'dossierLanguage', 'dossierDirection'],
    nodes: ['rows'],
    needed: ['rows'],
  },
  'registers.html': {
    text: [],
    nodes: [
      'lostNotes',
      'uncalledNotes',
      'lostFigures',
      'deadLinks',
      'unresolvedReferences',
      'doubtfulPlaces',
      'removedMatter',
      'empty',
    ],
    needed: [
      'lostNotes',
      'uncalledNotes',
      'lostFigures',
      'deadLinks',
      'unresolvedReferences',
      'doubtfulPlaces',
      'removedMatter',
    ],
  },
  'colophon.html': {
    text: ['version', 'date', 'fonts', 'command', 'fingerprint'],
    nodes: [],
  },
} as const satisfies Record<string, TemplateSlots>

export type TemplateName = keyof typeof slotsOf

/** Every page template, read and checked, and the texts that go into pages as they are. */
export interface Templates {
  readonly pages: Readonly<Record<TemplateName, Template>>
  readonly style: string
  /** What the page can do beyond being read. */
  readonly reader: string
  /** Search, with the library that it uses. */
  readonly search: string
}

/** Reads the templates from the files of `templates/` by path; a missing file is an empty one, whose needed slots are then reported. */
export function readTemplates(files: ReadonlyMap<string, VFile>): Templates {
  const pages = Object.entries(slotsOf).map(([name, slots]) => {
    const file = files.get(`html/${name}`) ?? new VFile({ path: `html/${name}`, value: '' })
    return [name, readTemplate(file, slots, name === 'page.html')]
  })
  const textOf = (name: string) => String(files.get(`html/${name}`)?.value ?? '')
  return {
    pages: Object.fromEntries(pages) as Record<TemplateName, Template>,
    style: textOf('style.css'),
    reader: textOf('reader.js'),
    search: textOf('search.js'),
  }
}
