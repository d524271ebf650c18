import type { Nodes, Paragraph, Root, Table } from 'mdast'
import type { TableWrap } from '../mdast/table-wrap.ts'
import { captionKind } from './own-label.ts'
import { plainText, walk } from './walk.ts'

/**
 * Puts tables together with the paragraphs that belong to them: the caption before or behind a table ("Table 3. ..."),
 * and what a source says under it ("Source: ...", "Note: ..."). A paragraph that only stands near a table stays text.
 * Captions stand above, wherever the source has them.
 */
export function wrapTables(tree: Root): void {
  walk(tree, (node, parent, index) => {
    if (node.type === 'tableWrap') return 'skip'
    if (node.type !== 'table') return undefined
    wrapTable(node, parent.children as Nodes[], index)
    return 'skip'
  })
}

function wrapTable(table: Table, siblings: Nodes[], at: number): void {
  const before = captionIn(siblings[at - 1])
  const from = before ? at - 1 : at
  let caption = before
  let to = at + 1
  const notes: Paragraph[] = []
  for (let node = siblings[to]; node?.type === 'paragraph'; node = siblings[++to]) {
    // The caption of a table that follows is that one's.
    const below = caption || siblings[to + 1]?.type === 'table' ? undefined : captionIn(node)
    if (below) caption = below
    else if (isNote(plainText(node))) notes.push(node)
    else break
  }
  if (to - from === 1) return
  const wrap: TableWrap = { type: 'tableWrap', children: [...(caption ? [caption] : []), table, ...notes] }
  siblings.splice(from, to - from, wrap)
}

function captionIn(node: Nodes | undefined): Paragraph | undefined {
  if (node?.type !== 'paragraph') return undefined
  return captionKind(plainText(node)) === 'table' ? node : undefined
}

/** A paragraph longer than this, in UTF-16 code units, is text, whatever its first word. */
const longestNote = 800

/** What sources call the origin of a table's figures and the remarks under it. */
const noteWord =
  /^(?:sources?|notes?|data|quellen?|anmerkung(?:en)?|hinweise?|remarques?|fuentes?|notas?|fonti|fonte|nota|источники?|примечани[ея]|kaynak(?:lar)?|notlar|mənbə(?:lər)?|qeyd(?:lər)?|աղբյուր(?:ներ)?|ծանոթություն|նշում)\s?[.:–—]/iu

function isNote(text: string): boolean {
  return text.length <= longestNote && noteWord.test(text)
}
