import type { Rule } from '../rules.ts'

export const outputRules = {} as const satisfies Record<string, Rule>
