import type { PluggableList } from 'unified'
import type { Source } from '../captured/source.ts'
import { keepLines } from './lines/keep-lines.ts'
import { lineSteps } from './lines/steps.ts'
import type { Step } from './plugin.ts'
import { textSteps } from './text/steps.ts'

/** All rules for captured plain text, in the order in which they run: those on lines, then those on running text. */
export const steps: readonly Step[] = [...lineSteps, ...textSteps]

/** The rules that a source's overrides leave on, in order, with their options. */
export function pluginsFor({ overrides }: Source): PluggableList {
  const off = new Set(overrides.off)
  const active = steps.flatMap(({ rule, plugin, whenOff }): [Step['plugin'], object][] => {
    if (!off.has(rule)) return [[plugin, optionsOf(overrides.options[rule])]]
    return whenOff ? [[plugin, whenOff]] : []
  })
  return [[keepLines, { lines: overrides.keep }], ...active]
}

function optionsOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
