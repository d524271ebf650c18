import { expect, test } from 'vitest'
import { formatNumber } from '../src/template/format-number.ts'

test.each(['az', 'de', 'de-CH', 'en', 'es', 'fr', 'hy', 'it', 'ru', 'tr'])(
  'numbers are written as in %s',
  (language) => {
    const format = new Intl.NumberFormat(language)
    for (const n of [0, 7, 999, 1000, 1234, 9999, 10_000, 54_321, 123_456, 1_234_567, 9_876_543_210, 0.5, -1234])
      expect(formatNumber(n, language)).toBe(format.format(n))
  },
)
