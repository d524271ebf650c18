/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a dossier uses. */
export type Role =
  | ('Document' | 'Part' | 'Sect' | 'Div' | 'BlockQuote' | 'P' | 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6')
  | ('L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'THead' | 'TBody' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption')
  | ('Note' | 'Reference' | 'Link' | 'TOC' | 'TOCI' | 'Span' | 'Code')

/**
 * An element of the tag tree. `style` says what belongs to what; the order of an element's children is the order in
 * which their text is painted, so an element without any text never comes into the file.
 */
export interface Tag {
  readonly role: Role
  /** What it belongs to; that of a note is known when its call is found. */
  parent: Tag | undefined
  /** BCP 47 tag, where it differs from the parent's. */
  readonly lang?: string | undefined
  /** What the dossier calls it ("Table 2.1"), for whoever goes through the tags. */
  readonly title?: string | undefined
  /** Text alternative. */
  readonly alt?: string | undefined
  /** Header cells: what they are the header of. */
  readonly scope?: 'Column' | 'Row' | undefined
  /** Header cells: how many columns they stand over, when more than one. */
  readonly columns?: number | undefined
  /** Lists: what their labels are (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: 'None' | 'Disc' | 'Decimal' | undefined
  /** Identifier in the tree; every note has one (PDF/UA-1, 7.9). */
  readonly id?: string | undefined
  /** Set on a table row: all of its cells come into the file with it, empty ones too, so that columns stay aligned. */
  readonly cells?: Tag[] | undefined
}

/** What a tag may say of itself beside its role. */
export type TagAttributes = Omit<Tag, 'role' | 'parent'>

/** Makes a tag. All of them have their fields in one order, as runs have. */
export function tagUnder(parent: Tag | undefined, role: Role, attributes: TagAttributes = none): Tag {
  const { lang, title, alt, scope, columns, numbering, id, cells } = attributes
  return { role, parent, lang, title, alt, scope, columns, numbering, id, cells }
}

const none: TagAttributes = {}
