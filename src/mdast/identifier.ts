/*
 * What `link` writes on the nodes it numbers. Both writers read these and nothing else, so that numbers and
 * anchors are the same in HTML and PDF.
 */

/** The kinds of thing that a reference can point at. */
export type TargetKind = 'part' | 'section' | 'paragraph' | 'note' | 'figure' | 'table' | 'annex' | 'list-item'

declare module 'unist' {
  interface Data {
    /** Anchor, unique in the dossier; also the named destination in the PDF. */
    id?: string
    /** The number that a reader sees ("3.17"), without its kind. */
    number?: string
    /** What a reference to this node would call it. */
    kind?: TargetKind
  }
}

declare module 'mdast' {
  interface FootnoteReferenceData {
    /** Anchor of the note's definition. */
    target?: string
  }
  interface FootnoteDefinitionData {
    /** Whether the note's text is missing from the captured source. */
    lost?: boolean
    /** Whether no call in the text leads to the note. */
    uncalled?: boolean
    /** Anchors of the calls, in order. */
    calls?: string[]
    /** Offsets in the source between which the note's calls can stand; set while rules run. */
    scope?: { readonly from: number; readonly to: number }
  }
  interface TextData {
    /** Where the text was in the source, piece by piece in reading order, when it was not in one place. Offsets. */
    spans?: { readonly start: number; readonly end: number }[]
  }
  interface HeadingData {
    /** Set on the heading of an annex or appendix: its label as the source has it ("1", "A"). */
    annex?: string
    /** Whether its words begin with a number that the source gave it, so that ours need not be shown. */
    hasOwnNumber?: boolean
  }
  interface TableData {
    /** Caption, without its number; from the source or, for a table made of running text, absent. */
    caption?: string
    /** The label that the source gave it ("Table 3"), where its caption begins with one: then ours stands in the margin. */
    ownLabel?: string
    /** Whether the table was made of figures that the source gives in running text. */
    figureTable?: boolean
  }
  interface LinkData {
    /** Set when the link is a cross-reference in the text ("see Annex 1"): what it names. */
    crossReference?: { kind: TargetKind; label: string }
  }
}
