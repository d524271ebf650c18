import type { Rule } from '../rules.ts'

export const normalizeRules = {
  // Lines and blocks.
  'normalize:lines-are-joined': {
    severity: 'info',
    summary: 'The lines of a paragraph are one line',
    help: "Captured text is often cut into lines of equal length. Lines that belong to one paragraph are joined with a space. Where a line is not joined although it should be, or the other way round, list it under `keep` in the source's overrides, or correct it by hand.",
  },
  // Notes, references, matter around the text.
} as const satisfies Record<string, Rule>
