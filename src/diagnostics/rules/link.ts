import type { Rule } from '../rules.ts'

export const linkRules = {} as const satisfies Record<string, Rule>
