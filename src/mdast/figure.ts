import type { Data, Image, Paragraph, Parent } from 'mdast'

/**
 * A figure. In a capture the picture is usually lost, and only its caption and credit are left: then there is no
 * image child and both outputs print a placeholder.
 */
export interface Figure extends Parent {
  type: 'figure'
  /** An image if one was supplied, then the paragraphs of the source that belong to the figure. */
  children: (Image | Paragraph)[]
  data?: FigureData
}

export interface FigureData extends Data {
  /** For each paragraph child in order: what it is. */
  roles?: ('caption' | 'credit')[]
  /** The label that the source gave it ("Figure 3"), where its caption begins with one: then ours stands in the margin. */
  ownLabel?: string
  /** Address of the image in a markdown source; whether the picture is in the dossier is said by the image child. */
  address?: string
}

declare module 'mdast' {
  interface RootContentMap {
    figure: Figure
  }
  interface BlockContentMap {
    figure: Figure
  }
}
