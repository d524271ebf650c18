import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Characters of text (about 800 pages) from which memory counts for more than the time of V8's collector. */
const long = 2_500_000

/** Whether a build is long enough for the settings below. Only where they were measured, as with those in `cli.cts`. */
export function isLong(characters: number): boolean {
  return characters >= long && process.versions.node.startsWith('20.')
}

/**
 * Keeps V8 from letting the heap of a long build grow to twice what lives in it before it collects: at a million words
 * the process takes a quarter less memory, for a tenth more processor time.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=20')
}

/**
 * Collects once, and moves what lives together. The trees that were linked leave holes all over the heap, which V8 would
 * keep: at a million words 70 MB of 200, for a sixth of a second.
 */
export function compactHeap(): void {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--compact-on-every-full-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  setFlagsFromString('--no-compact-on-every-full-gc')
}
