import type { Tag } from './tag.ts'

/** What a piece of text is, beside its looks. Lines carry it through to the page. */
export interface Mark {
  /** The tag that the text stands in; that of its block when left out. */
  readonly tag?: Tag | undefined
  readonly link?: LinkTarget | undefined
  /** Anchor of the place where the text begins. */
  readonly anchor?: string | undefined
  /** The text is the number of the page that this anchor is on; filled in when pages are known. */
  readonly pageOf?: string | undefined
  /** The text is a note call. */
  readonly call?: true | undefined
  /** The text is the first call of a note: the tag of the note, which follows the call in logical order. */
  readonly calls?: Tag | undefined
}

/** The mark of a link. The marks of running text are made here, with their fields in one order, as its runs are. */
export function markOf(
  tag: Tag,
  link: LinkTarget | undefined,
  { anchor, pageOf, call, calls }: Pick<Mark, 'anchor' | 'pageOf' | 'call' | 'calls'> = {},
): Mark {
  return { tag, link, anchor, pageOf, call, calls }
}

/** Where a link leads. */
export type LinkTarget =
  | {
      readonly kind: 'inside'
      /** Anchor in the dossier. */
      readonly to: string
      /** What the link is about, for a reader who can't see where it stands. */
      readonly title: string
    }
  | {
      readonly kind: 'outside'
      /** Web or mail address. */
      readonly to: string
      readonly title: string
    }
