/** Left edge and width of a table's column, in points from the left edge of the text block. */
export interface Column {
  readonly x: number
  readonly width: number
}

/** A column, and its number in its table. */
export interface NumberedColumn extends Column {
  readonly at: number
}
