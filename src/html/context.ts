import type { Raw } from 'mdast-util-to-hast'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Templates } from './templates.ts'

/** What every piece of a page is made from. */
export interface PageContext {
  readonly document: ResolvedDocument
  readonly labels: Labels
  readonly templates: Templates
  /** What the dossier holds, in words. */
  readonly holds: string
}

/** What the handlers of one part need to know beside their node. */
export interface PartContext extends PageContext {
  readonly part: ResolvedPart
}

/** A part as HTML, made once for both shapes; addresses that lead out of the part are still open (`markup.ts`). */
export interface PartPieces {
  readonly part: ResolvedPart
  readonly text: Raw
  readonly notes: Raw
  /** Rows of the source view. */
  readonly rows: Raw
}
