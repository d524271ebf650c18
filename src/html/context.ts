import type { ElementContent } from 'hast'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Templates } from './templates.ts'

/** What every piece of a page is made from. Pieces link as in a single file (`#id`); `relink` moves them to other pages. */
export interface PageContext {
  readonly document: ResolvedDocument
  readonly labels: Labels
  readonly templates: Templates
}

/** What the handlers of one part need to know beside their node. */
export interface PartContext extends PageContext {
  readonly part: ResolvedPart
}

/** A part, rendered once for both shapes. */
export interface PartPieces {
  readonly part: ResolvedPart
  readonly text: readonly ElementContent[]
  readonly notes: readonly ElementContent[]
  /** Rows of the source view. */
  readonly rows: readonly ElementContent[]
}
