import { describe, expect, test } from 'vitest'
import { calibrated } from './fit/calibrate.ts'
import { fitLogistic, likelihood, type Sample } from './fit/logistic.ts'

/** So many places at which a feature is seen, of which so many were wrong. */
function places(feature: string, count: number, wrong: number): Sample[] {
  return Array.from({ length: count }, (_, at) => ({ features: [feature], isWrong: at < wrong, weight: 1 }))
}

describe('logistic regression', () => {
  const samples = [...places('often wrong', 200, 160), ...places('seldom wrong', 200, 10), ...places('seen once', 1, 1)]

  test('says as often that a place is wrong as places like it are', () => {
    const model = fitLogistic(samples, { penalty: 0.1, fewest: 10 })
    expect(likelihood(model, ['often wrong'])).toBeCloseTo(0.8, 1)
    expect(likelihood(model, ['seldom wrong'])).toBeCloseTo(0.05, 1)
  })

  test('learns nothing from what was hardly ever seen', () => {
    const model = fitLogistic(samples, { penalty: 0.1, fewest: 10 })
    expect(Object.keys(model.weights)).toEqual(['often wrong', 'seldom wrong'])
  })

  test('gives the same weights each time', () => {
    const options = { penalty: 15, fewest: 10 }
    expect(fitLogistic(samples, options)).toEqual(fitLogistic([...samples], options))
  })
})

test('a model that says too much is brought back to what is true of places that it has not seen', () => {
  const bold = { base: 0, weights: { 'often wrong': 4, 'seldom wrong': -4 } }
  const seen = [...places('often wrong', 100, 70), ...places('seldom wrong', 100, 30)]
  const said = seen.map((sample) => ({ ...sample, odds: sample.features[0] === 'often wrong' ? 4 : -4 }))
  const model = calibrated(bold, said)
  expect(likelihood(model, ['often wrong'])).toBeCloseTo(0.7, 2)
  expect(likelihood(model, ['seldom wrong'])).toBeCloseTo(0.3, 2)
})
