import type { TextRole } from '../../../template/theme.ts'
import type { MatterContext } from '../context.ts'
import type { ColumnItem, StyledRun, TableItem, TableRowItem } from '../item.ts'
import { type Tag, tagUnder } from '../tag.ts'

/** The words of a cell; a function is given the cell's tag. */
export type CellWords = string | ((tag: Tag) => StyledRun[])

/** A table of the dossier's own: how it is set, and what is in it. */
export interface MatterTable {
  readonly role: TextRole
  /** Kind of text of the head; the cells' own in bold when left out. */
  readonly headRole?: TextRole
  readonly head: readonly string[]
  readonly rows: readonly (readonly CellWords[])[]
  /** One per column. */
  readonly columns: readonly ColumnItem[]
  /** White space above and below the text of a row, and around the table, in points. */
  readonly padding: number
  readonly before: number
  readonly after: number
}

/** White space between two columns, in points. */
export const matterGap = 12

/** A table of the dossier's own words over the whole measure. */
export function matterTable(context: MatterContext, parent: Tag, table: MatterTable): TableItem {
  const { sheet, language } = context
  const { style, leading } = sheet.role(table.role, language)
  const headStyle = table.headRole ? sheet.role(table.headRole, language).style : sheet.vary(style, { bold: true })
  const tag = tagUnder(parent, 'Table')
  const head = tagUnder(tag, 'THead')
  const body = tagUnder(tag, 'TBody')
  return {
    kind: 'table',
    tag,
    rows: [row(table.head, headStyle, head, 'TH'), ...table.rows.map((cells) => row(cells, style, body, 'TD'))],
    heads: 1,
    columns: table.columns,
    left: 0,
    size: style.size,
    leading,
    gap: matterGap,
    padding: table.padding,
    rules: 'three',
    fill: true,
    before: table.before,
    after: table.after,
    anchors: [],
  }
}

function row(cells: readonly CellWords[], style: StyledRun['style'], parent: Tag, role: 'TH' | 'TD'): TableRowItem {
  const tags: Tag[] = []
  const tag = tagUnder(parent, 'TR', { cells: tags })
  const items = cells.map((words) => {
    const cell = tagUnder(tag, role, role === 'TH' ? { scope: 'Column' } : {})
    tags.push(cell)
    return { runs: typeof words === 'string' ? [{ text: words, style }] : words(cell), tag: cell }
  })
  return { cells: items, tag, anchors: [] }
}
