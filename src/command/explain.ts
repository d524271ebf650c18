import { closestMatch } from 'leven'
import type { Rule } from '../diagnostics/rule.ts'
import { rules } from '../diagnostics/rules.ts'

/** Prints what a rule means, or all rules; gives the exit code. */
export function runExplain(id: string | undefined): number {
  const table: Readonly<Record<string, Rule>> = rules
  if (id === undefined) {
    for (const [name, { severity, summary }] of Object.entries(table)) {
      process.stdout.write(`${name}\n  ${severity}: ${summary}\n`)
    }
    return 0
  }
  const rule = Object.hasOwn(table, id) ? table[id] : undefined
  if (rule) {
    process.stdout.write(`${id} (${rule.severity})\n${rule.summary}.\n\n${rule.help}\n`)
    return 0
  }
  const names = Object.keys(table)
  const nearest = names.find((name) => name.includes(id)) ?? closestMatch(id, names, { maxDistance: 20 })
  process.stderr.write(`error: unknown rule '${id}'${nearest === undefined ? '' : `\n(Did you mean ${nearest}?)`}\n`)
  return 2
}
