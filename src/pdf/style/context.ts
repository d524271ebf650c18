import type { FootnoteDefinition, Heading } from 'mdast'
import type { Note, ResolvedDocument, ResolvedPart } from '../../link/resolved.ts'
import type { Labels } from '../../template/labels.ts'
import type { TextRole } from '../../template/theme.ts'
import { runWith } from '../line/run.ts'
import type { StyledRun } from './item.ts'
import type { Mark } from './mark.ts'
import type { Sheet } from './sheet.ts'
import type { Tag } from './tag.ts'

/**
 * Gives the number of the page that an anchor is on, as far as it is known yet. `atEdge`: it stands alone at the end of its
 * line, where nothing moves with the number of its digits.
 */
export type PageNumberText = (anchor: string, atEdge?: boolean) => string

/** What the dossier's own matter needs to know to be styled. */
export interface MatterContext {
  readonly document: ResolvedDocument
  readonly labels: Labels
  readonly sheet: Sheet
  /** BCP 47 tag of the text being styled. */
  readonly language: string
  /** The tag that everything belongs to. */
  readonly root: Tag
  /** The number of the page that an anchor is on, as far as it is known yet. */
  readonly pageNumber: PageNumberText
}

/** What the handlers of one part need to know beside their node. */
export interface PartContext extends MatterContext {
  readonly part: ResolvedPart
  /** The tag of the part. */
  readonly tag: Tag
  readonly notes: ReadonlyMap<string, StyledNote>
  /** Rank of each heading of the part: 0 right under the part's title; no rank is left out on the way down. */
  readonly ranks: ReadonlyMap<Heading, number>
}

/** A note together with its tag. */
export interface StyledNote {
  readonly note: Note
  readonly definition: FootnoteDefinition
  readonly tag: Tag
}

/** Runs of one style without any mark. */
export function plainRuns(context: MatterContext, role: TextRole, text: string, mark?: Mark): StyledRun[] {
  const { style } = context.sheet.role(role, context.language)
  return [runWith(text, style, mark)]
}
