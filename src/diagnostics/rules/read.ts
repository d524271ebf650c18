import type { Rule } from '../rules.ts'

export const readRules = {} as const satisfies Record<string, Rule>
