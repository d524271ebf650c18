import type { Typesetter } from '../measure/typesetter.ts'
import type { Mark } from '../style/mark.ts'

/** What items are set with. */
export interface GalleySettings {
  readonly typesetter: Typesetter
  /** Width of the text block, in points. */
  readonly measure: number
  /** Width of the text block of a page that lies on its side, in points. */
  readonly wideMeasure: number
  /** Step of the baseline grid, in points; 0 for text that keeps no grid, such as notes. */
  readonly grid: number
  /** Height of the tallest picture, in points. */
  readonly tallest: number
  /** Height of the text block of an upright page, in points, and of one that lies on its side. */
  readonly pageHeight: number
  readonly wideHeight: number
  /** Told of each character that no font has. */
  readonly missing: (codePoint: number, mark: Mark | undefined) => void
}
