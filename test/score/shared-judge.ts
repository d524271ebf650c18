import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Score } from './columns.ts'
import type { Exhibit, Harm, Harms, Judge } from './judge.ts'

/**
 * The folder beside the project, with sets of captures, and with scorers that need packages of their own: JUDGES names
 * a copy of the folder that has them.
 */
export const shared = process.env.JUDGES
  ? pathToFileURL(`${process.env.JUDGES}/`)
  : new URL('../../../shared/', import.meta.url)

interface ScoreModule {
  score(markdown: string, truth: string, meta: object, raw: string): Score
}

/** A word of the truth or of the input, as the harm scorer has it inside. */
interface Word {
  readonly w: string
}

interface HarmModule {
  readonly KINDS: readonly string[]
  harm(given: object): {
    readonly words: number
    readonly harms: readonly Harm[]
    readonly inside: {
      readonly T: { readonly t: readonly Word[] }
      readonly I: readonly (Word & { readonly line: number })[]
      /** For each word of the truth the word of the input, or -1. */
      readonly t2i: ArrayLike<number>
    }
  }
}

/** The scorers of that folder; nothing when it or its packages are not there. */
export async function loadSharedJudge(): Promise<Judge | undefined> {
  try {
    const load = (name: string) => import(new URL(`score/lib/${name}.mjs`, shared).href) as Promise<unknown>
    const [{ score }, { harm, KINDS }] = (await Promise.all([load('score'), load('harm')])) as [ScoreModule, HarmModule]
    return {
      name: `the scorers in ${fileURLToPath(shared)}`,
      isForAll: true,
      kinds: KINDS,
      score: ({ markdown, truth, meta, input }) => score(markdown, truth, meta, input),
      harms: (exhibit) => harmsOf(exhibit, harm),
    }
  } catch {
    return undefined
  }
}

function harmsOf({ markdown, ...given }: Exhibit, harm: HarmModule['harm']): Harms {
  const { words, harms, inside } = harm({ ...given, out: markdown, inner: true })
  const { T, I, t2i } = inside
  const known = new Set(I.map(({ w }) => w))
  const losses = new Set<number>()
  let line = 1
  T.t.forEach(({ w }, at) => {
    const place = t2i[at] ?? -1
    if (place >= 0) line = I[place]?.line ?? line
    else if (!known.has(w)) losses.add(line)
  })
  return { words, harms, losses: [...losses] }
}
