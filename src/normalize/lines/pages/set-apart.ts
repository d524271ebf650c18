import { pageNumberWithin } from '../../../language/words/page-number.ts'

/** Whether a number at either end of a line is set apart from the words, or called a page's, as in a running head. */
export function isSetApart(value: string): boolean {
  return pageNumberWithin(value) || /\s{2,}\d+$|^\d+\s{2,}|[|·–—]\s*\d+$|^\d+\s*[|·–—]/.test(value)
}
