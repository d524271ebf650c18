import type { ElementContent } from 'hast'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import type { Labels } from '../template/labels.ts'
import type { Templates } from './templates.ts'

/** Where things are: the only difference between a single file and a site. */
export interface Places {
  /** Address of an anchor of the dossier, seen from the page that is being made. */
  readonly hrefOf: (id: string) => string
  /** Address of a block's row in the source view. */
  readonly sourceHrefOf: (id: string) => string
}

/** What every piece of a page is made from. */
export interface PageContext extends Places {
  readonly document: ResolvedDocument
  readonly labels: Labels
  readonly templates: Templates
}

/** What the handlers of one part need to know beside their node. */
export interface PartContext extends PageContext {
  readonly part: ResolvedPart
}

/** A part's text and notes, ready to be put into a template. */
export interface PartBody {
  readonly text: readonly ElementContent[]
  readonly notes: readonly ElementContent[]
}
