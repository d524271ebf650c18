/** How a run of text is set. Make few of these and use them again: measurements are kept by their identity. */
export interface TextStyle {
  /** Which font stack of the theme: a key of its `fonts` ("text", "heading"). */
  readonly family: string
  readonly bold: boolean
  readonly italic: boolean
  /** Type size in points. */
  readonly size: number
  /** Points that the baseline is raised; negative lowers it. */
  readonly rise?: number
  /** OpenType features that are on besides kerning and standard ligatures ("onum", "tnum", "smcp", "sups"). */
  readonly features?: readonly string[]
  /** BCP 47 language tag: decides hyphenation. */
  readonly language: string
  /** Colour token of the theme; not looked at here, `paint` reads it. */
  readonly color?: string
}
