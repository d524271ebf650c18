import type { Rule } from '../rule.ts'

export const buildRules = {
  'build:stage-does-its-work': {
    severity: 'error',
    summary: 'Each stage of the build does its work on every text',
    help: 'A stage stopped with an exception. That is a mistake of dossierpress, never of your text. What the stage was working on is left out, and the rest is built. Please report it with the source; DOSSIERPRESS_DEBUG=1 in the environment prints where it happened.',
  },
} as const satisfies Record<string, Rule>
