import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Capture, capturesIn } from '../score/capture.ts'
import { shared } from '../score/shared-judge.ts'
import { calibrated } from './calibrate.ts'
import { jointSamples } from './joint-samples.ts'
import { fitLogistic, likelihood, type Model, oddsOf, type Sample } from './logistic.ts'
import { loadTruth } from './truth.ts'

/*
 * `npm run fit`: fits the weights with which line ends are weighed again to the sets of captures beside the project, but
 * for a fifth of the documents of each, and writes them to `src/normalize/weights/line-joints.ts`. Prints how often the
 * model is right where it says that a decision is wrong: on what it was fitted to, on the fifth that was kept apart, and
 * on texts of kinds that a model fitted without them had not seen.
 */
const sets = ['captures', 'captures-engines', 'captures-genres', 'captures-real']

/** Each set counts alike, however long it is. The penalty is the one with the least loss on kinds not seen (1, 4, 15, 30). */
const options = { penalty: 15, fewest: 10 }
/** Weights that are smaller say nothing. */
const leastWeight = 0.02

const file = new URL('../../src/normalize/weights/line-joints.ts', import.meta.url)

interface Judged extends Sample {
  readonly capture: Capture
}

async function main(): Promise<void> {
  const samples = await allSamples()
  const own = samples.filter(({ capture }) => !capture.isHeld)
  // What is said of kinds that a model has not seen is what it is worth; nothing that is kept apart goes into it.
  const unseen = modelsWithout(own)
  const modelFor = ({ capture }: Judged) => unseen[foldOf(capture)] as Model
  const said = own.map((sample) => ({ ...sample, odds: oddsOf(modelFor(sample), sample.features) }))
  const model = rounded(calibrated(fitLogistic(own, options), said))
  const tried = unseen.map((one) => calibrated(one, said))
  for (const set of sets) {
    const ofSet = samples.filter(({ capture }) => capture.set === set)
    print(
      `${set}, fitted`,
      ofSet.filter(({ capture }) => !capture.isHeld),
      () => model,
    )
    print(
      `${set}, kept apart`,
      ofSet.filter(({ capture }) => capture.isHeld),
      () => model,
    )
    print(`${set}, kinds not seen`, ofSet, (sample) => tried[foldOf(sample.capture)] as Model)
  }
  writeFileSync(file, sourceOf(model, own.length))
}

async function allSamples(): Promise<Judged[]> {
  const truthOf = await loadTruth()
  const samples: Judged[] = []
  for (const set of sets) {
    const ofSet: Omit<Judged, 'weight'>[] = []
    for (const capture of capturesIn(set, new URL(`${set}/`, shared))) {
      const found = await jointSamples(capture.folder, truthOf(capture.folder))
      ofSet.push(...found.map((sample) => ({ ...sample, capture })))
    }
    samples.push(...ofSet.map((sample) => ({ ...sample, weight: 1 / ofSet.length })))
  }
  return samples
}

/** Parts into which the kinds of text fall by turns to be left out. */
const folds = 5

function modelsWithout(samples: readonly Judged[]): Model[] {
  return Array.from({ length: folds }, (_, fold) =>
    fitLogistic(
      samples.filter(({ capture }) => foldOf(capture) !== fold),
      options,
    ),
  )
}

function foldOf({ set, kind, look }: Capture): number {
  const name = `${set} ${kind === 'other' || set === 'captures-engines' ? look : kind}`
  return [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, 7) % folds
}

/** Likelihoods from which on a decision is reported, and from which on it gives way. */
const limits = [0.3, 0.4, 0.5, 0.6, 0.7] as const

function print(name: string, samples: readonly Judged[], modelOf: (sample: Judged) => Model): void {
  const judged = samples.map((sample) => ({ ...sample, said: likelihood(modelOf(sample), sample.features) }))
  const wrong = judged.filter(({ isWrong }) => isWrong).length
  const parts = limits.map((limit) => {
    const above = judged.filter(({ said }) => said >= limit)
    return `${limit}: ${above.filter(({ isWrong }) => isWrong).length} of ${above.length}`
  })
  process.stdout.write(`${name.padEnd(32)} ${samples.length} joints, ${wrong} wrong; said from ${parts.join(', ')}\n`)
}

function rounded({ base, weights }: Model): Model {
  const kept = Object.entries(weights)
    .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= leastWeight)
  return { base: Math.round(base * 100) / 100, weights: Object.fromEntries(kept) }
}

function sourceOf({ base, weights }: Model, count: number): string {
  const day = new Date().toISOString().slice(0, 10)
  const rows = Object.entries(weights).map(([name, weight]) => `  '${name}': ${weight},`)
  return `/*
 * Made by \`npm run fit\` on ${day}: a logistic regression (L2 penalty ${options.penalty}), calibrated on kinds of text not seen, on ${count} line ends in four fifths of the
 * documents of \`captures\`, \`captures-engines\`, \`captures-genres\` and \`captures-real\`, each set counting alike.
 */

/** Log odds that a decision is wrong of which nothing is seen. */
export const jointBase = ${base}

/** What each thing seen at a joint adds to them; names as \`jointFeatures\` gives them. */
export const jointWeights: Readonly<Record<string, number>> = {
${rows.join('\n')}
}
`
}

const missing = sets.filter((set) => !existsSync(new URL(`${set}/`, shared)))
if (missing.length > 0) process.stdout.write(`No captures to fit to in ${fileURLToPath(shared)}\n`)
else await main()
