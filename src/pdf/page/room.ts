/** How much a page holds, in points. */
export interface Room {
  /** Height of the text block: body and notes together. */
  readonly height: number
  /** The same of a page that lies on its side. */
  readonly landscapeHeight: number
  /** Distance between two baselines of body text. */
  readonly line: number
  /** Step of the baseline grid. */
  readonly grid: number
  /** Height that the rule above the notes takes, with the white space around it. */
  readonly separator: number
  /** White space above each note but the first. */
  readonly noteGap: number
  /** Height of the line that says which note goes on, at the head of the notes of a page. */
  readonly carryOver: number
}
