import type { Heading } from 'mdast'
import { ownNumber } from './own-number.ts'
import type { NumberedPart } from './references.ts'
import type { OutlineEntry } from './resolved.ts'
import { plainText } from './walk.ts'

interface Entry extends OutlineEntry {
  readonly children: Entry[]
}

/** The contents of the dossier: parts, and in them their sections and annexes, nested by the rank of their headings. */
export function outlineOf(parts: readonly NumberedPart[]): readonly OutlineEntry[] {
  return parts.map(({ id, number, title, blocks }) => {
    const part: Entry = { id, kind: 'part', number: String(number), title, children: [] }
    const open: { readonly depth: number; readonly entry: Entry }[] = [{ depth: 0, entry: part }]
    for (const heading of blocks.headings) {
      while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
      const entry = entryOf(heading)
      open.at(-1)?.entry.children.push(entry)
      open.push({ depth: heading.depth, entry })
    }
    return part
  })
}

function entryOf(heading: Heading): Entry {
  const { id = '', kind = 'section', number = '' } = heading.data ?? {}
  const title = plainText(heading)
  return { id, kind, number, title, ...(kind === 'section' ? ownNumber(title) : {}), children: [] }
}
