import type { Paragraph, Parent, Table } from 'mdast'

/**
 * A table together with the paragraphs of the source that belong to it (JATS 1.3, `table-wrap`): before it its caption,
 * and after it what the source says about its figures. Made by `link`; markdown has none.
 */
export interface TableWrap extends Parent {
  type: 'tableWrap'
  children: (Paragraph | Table)[]
}

declare module 'mdast' {
  interface RootContentMap {
    tableWrap: TableWrap
  }
  interface BlockContentMap {
    tableWrap: TableWrap
  }
}
