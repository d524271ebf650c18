import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { Labels } from './labels.ts'

/** Something that a list of the dossier leads to. */
export interface Listed {
  /** Anchor. */
  readonly id: string
  /** What it is called ("Figure 3.1", "Annex 2"); of a source, the number of its part. */
  readonly label: string
  readonly title: string
}

/** How deep the contents go: parts, sections, subsections. */
export const contentsDepth = 3

/** What the title page says that the dossier holds ("5 sources, 2 annexes, 9 figures"): only what there is. */
export function holdings({ parts, annexes, figures, tables }: ResolvedDocument, labels: Labels): string {
  const notes = parts.reduce((sum, part) => sum + part.notes.length, 0)
  const words = parts.reduce((sum, part) => sum + part.words, 0)
  return [
    labels.count('countSources', parts.length),
    ...(annexes.length > 0 ? [labels.count('countAnnexes', annexes.length)] : []),
    ...(figures.length > 0 ? [labels.count('countFigures', figures.length)] : []),
    ...(tables.length > 0 ? [labels.count('countTables', tables.length)] : []),
    ...(notes > 0 ? [labels.count('countNotes', notes)] : []),
    labels.count('countWords', words),
  ].join(', ')
}

/** Figures by number and caption; one without a caption is named by its part. */
export function listOfFigures({ figures, parts }: ResolvedDocument, labels: Labels): Listed[] {
  const titles = partTitles(parts)
  return figures.map(({ id, number, caption, part, lost }) => {
    const unnamed = lost ? labels.text('lostFigure') : (titles.get(part) ?? '')
    return { id, label: labels.text('figure', { n: number }), title: caption || unnamed }
  })
}

/** Tables by number and caption; one without a caption is named by its part. */
export function listOfTables({ tables, parts }: ResolvedDocument, labels: Labels): Listed[] {
  const titles = partTitles(parts)
  return tables.map(({ id, number, caption, part }) => {
    return { id, label: labels.text('table', { n: number }), title: caption || (titles.get(part) ?? '') }
  })
}

/** Annexes by label and title; one without a title is named by its part. */
export function listOfAnnexes({ annexes, parts }: ResolvedDocument, labels: Labels): Listed[] {
  const titles = partTitles(parts)
  return annexes.map((annex) => {
    const { label, title } = annexEntry(annex, labels)
    return { id: annex.id, label, title: title || (titles.get(annex.part) ?? '') }
  })
}

/** Sources by the number of their part: who made them, and when. */
export function listOfSources({ parts }: ResolvedDocument, labels: Labels): Listed[] {
  return parts.map((part) => ({ id: part.id, label: String(part.number), title: sourceName(part, labels) }))
}

/** A source in one line: author, publisher and date; its title where neither author nor publisher is known. */
export function sourceName({ metadata, source, title }: ResolvedPart, labels: Labels): string {
  const makers = [metadata.author, metadata.publisher].filter(Boolean)
  const date = metadata.date === undefined ? undefined : labels.date(metadata.date)
  return [...(makers.length > 0 ? makers : [title]), date].filter(Boolean).join(', ') || source.path
}

/** "Annex 1" in the dossier's words, then the annex's title without them. */
export function annexEntry(
  { number, title }: { readonly number: string; readonly title: string },
  labels: Labels,
): { label: string; title: string } {
  const label = labels.text('annex', { n: number })
  const isRepeated = title.toLowerCase().startsWith(label.toLowerCase())
  return { label, title: isRepeated ? title.slice(label.length).replace(/^[\s.:\u2013\u2014-]+/, '') : title }
}

function partTitles(parts: ResolvedDocument['parts']): Map<string, string> {
  return new Map(parts.map(({ id, title }) => [id, title]))
}
