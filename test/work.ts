import { type Profiler, Session } from 'node:inspector'

/** Characters that regular expressions have gone over, while they are counted. */
let searched = 0

/**
 * How much work something is, by counting and not by the clock: how often the blocks of all functions were entered, as
 * V8 counts them, and how many characters regular expressions went over. What a single expression does on the way back,
 * and what the engine's own functions do, isn't counted: `npm run bench:normalize -- shapes` has the time.
 */
export function workOf(action: () => void): number {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const characters = charactersSearched(action)
  let blocks = 0
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    blocks = entriesOf(result)
  })
  session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  return blocks + characters
}

function entriesOf(scripts: readonly Profiler.ScriptCoverage[]): number {
  const ranges = scripts.flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges)
  return ranges.reduce((sum, { count }) => sum + count, 0)
}

/** All methods that take a regular expression go through `exec` when it is not the engine's own. */
function charactersSearched(action: () => void): number {
  const { exec } = RegExp.prototype
  searched = 0
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    searched += found ? found.index + found[0].length - from : this.sticky ? 1 : Math.max(0, String(text).length - from)
    return found
  }
  try {
    action()
  } finally {
    RegExp.prototype.exec = exec
  }
  return searched
}
