import { readFileSync } from 'node:fs'
import { metaOf } from '../score/capture.ts'
import { shared } from '../score/shared-judge.ts'

/** What the truth of a capture says of two lines of the captured text that follow each other. */
export type Between = 'goes on' | 'line' | 'begins'

/** Tells what is true of two lines, by their numbers from 1; undefined where the truth does not have both, one after the other. */
export type Truth = (above: number, below: number) => Between | undefined

interface Inside {
  /** The truth: its words' blocks, and the words before which a line ends that is one by its author's will. */
  readonly T: {
    readonly of: readonly number[]
    readonly breaks: ReadonlySet<number>
    readonly blocks: readonly Block[]
  }
  /** The words of the captured text. */
  readonly I: readonly { readonly line: number }[]
  /** For each word of the truth the word of the captured text, or -1. */
  readonly t2i: ArrayLike<number>
}

interface Block {
  readonly kind: string
}

/** Loads what the scorers beside the project know of a capture's truth; fails where they or their packages are missing. */
export async function loadTruth(): Promise<(folder: string) => Truth> {
  const { harm } = (await import(new URL('score/lib/harm.mjs', shared).href)) as {
    harm(given: object): { readonly inside: Inside }
  }
  return (folder) => {
    const [input, truth] = ['input.txt', 'truth.md'].map((name) => readFileSync(new URL(name, folder), 'utf8'))
    const { inside } = harm({ input, truth, out: truth, meta: metaOf(folder), messages: [], inner: true })
    return truthIn(inside)
  }
}

function truthIn({ T, I, t2i }: Inside): Truth {
  const words = new Int32Array(I.length).fill(-1)
  for (let at = 0; at < t2i.length; at++) if ((t2i[at] ?? -1) >= 0) words[t2i[at] ?? 0] = at
  const ends = new Map<number, readonly [number, number]>()
  for (const [at, { line }] of I.entries()) ends.set(line, [ends.get(line)?.[0] ?? at, at])
  return (above, below) => {
    const last = words[ends.get(above)?.[1] ?? -1] ?? -1
    const first = words[ends.get(below)?.[0] ?? -1] ?? -1
    if (last < 0 || first <= last) return undefined
    if (T.of[last] !== T.of[first]) return 'begins'
    if (first !== last + 1 || T.blocks[T.of[last] ?? -1]?.kind === 'table') return undefined
    return T.breaks.has(first) ? 'line' : 'goes on'
  }
}
