import type { PluggableList } from 'unified'
import type { Source } from '../captured/source.ts'
import { keepLines } from './lines/keep-lines.ts'
import { lineSteps } from './lines/steps.ts'
import type { Step } from './plugin.ts'
import { textSteps } from './text/steps.ts'

/** All steps for captured plain text, in the order in which they run: those on lines, then those on running text. */
export const steps: readonly Step[] = [...lineSteps, ...textSteps]

const stepsFrom = { lines: steps, text: textSteps } as const

/**
 * What is measured, and the rules that a source's overrides leave on, in order from the first list that it enters, with
 * their options.
 */
export function pluginsFor({ overrides }: Source, from: keyof typeof stepsFrom): PluggableList {
  const off = new Set(overrides.off)
  const active = stepsFrom[from].flatMap((step): [Step['plugin'], object][] => {
    if (step.rule === undefined) return [[step.plugin, {}]]
    const { rule, plugin, whenOff } = step
    if (!off.has(rule)) return [[plugin, optionsOf(overrides.options[rule])]]
    return whenOff ? [[plugin, whenOff]] : []
  })
  return [[keepLines, { lines: overrides.keep }], ...active]
}

function optionsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
