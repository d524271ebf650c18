import type { Profile } from '../formats.ts'
import type { OutlineEntry, ResolvedDocument } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Bookmark } from './paint/navigation.ts'
import { colophonAnchor } from './style/matter/colophon.ts'
import { contentsAnchor } from './style/matter/contents.ts'
import { imprintAnchor } from './style/matter/imprint.ts'
import { registerSections, registersAnchor } from './style/matter/registers.ts'

/** The bookmarks of a dossier: its outline between the pages before and after it. In a bundle they carry page numbers. */
export function bookmarksOf(
  document: ResolvedDocument,
  pageNumbers: ReadonlyMap<string, number>,
  { labels, profile }: { readonly labels: Labels; readonly profile?: Profile | undefined },
): Bookmark[] {
  const paged = (id: string, title: string) => {
    const n = profile === 'bundle' ? pageNumbers.get(id) : undefined
    return n === undefined ? title : `${title}, ${labels.text('pageReference', { n })}`
  }
  const entry = ({ id, kind, number, title, children }: OutlineEntry): Bookmark => ({
    id,
    title: paged(id, kind === 'annex' || number === '' ? title : `${number} ${title}`),
    children: children.map(entry),
  })
  const matter = (id: string, title: string, children: readonly Bookmark[] = []): Bookmark => ({
    id,
    title: paged(id, title),
    children,
  })
  const registers = registerSections(document, labels).map(({ id, title }) => matter(id, title))
  return [
    matter(imprintAnchor, labels.text('imprint')),
    matter(contentsAnchor, labels.text('contents')),
    ...document.outline.map(entry),
    matter(registersAnchor, labels.text('registers'), registers),
    matter(colophonAnchor, labels.text('colophon')),
  ]
}
