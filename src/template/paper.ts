import type { Theme } from './theme.ts'

/** Sheets that a theme can name, upright, in millimetres (ISO 216; ANSI/ASME Y14.1). */
const papers = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
}

/** Size of a theme's paper, in millimetres. */
export function paperSize(paper: Theme['page']['paper']): { readonly width: number; readonly height: number } {
  return typeof paper === 'string' ? papers[paper] : paper
}
