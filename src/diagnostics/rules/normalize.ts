import type { Rule } from '../rules.ts'

export const normalizeRules = {} as const satisfies Record<string, Rule>
