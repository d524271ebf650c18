import { noPlaces } from './places.ts'
import type { ResolvedDocument } from './resolved.ts'

/** A document for pages, which nobody asks for places in the source. */
export function withoutPlaces(document: ResolvedDocument): ResolvedDocument {
  return { ...document, parts: document.parts.map((part) => ({ ...part, places: noPlaces })) }
}
