import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formsOf, localeFrom, readyLanguages } from '../src/start/ready-locale.ts'
import { localeOf } from '../src/template/locale.ts'

test('the languages of labels are ready', () => {
  const names = readdirSync(new URL('../templates', import.meta.url))
  expect(names.flatMap((name) => /^labels\.(.+)\.json$/.exec(name)?.[1] ?? [])).toEqual(readyLanguages)
})

test.each(readyLanguages)('what is ready in %s is what Intl says', (tag) => {
  const ready = localeFrom(formsOf(tag), tag)
  const known = localeOf(tag)
  for (const n of [0, 7, 999, 1000, 9999, 10_000, 123_456, 1_234_567, 12_345_678_901])
    expect(ready.number(n)).toBe(known.number(n))
  for (let time = Date.UTC(1899, 0, 1); time < Date.UTC(1902, 0, 1); time += 86_400_000)
    expect(ready.day(time)).toBe(known.day(time))
  for (const year of ['0476', '1066', '2026']) {
    const time = Date.parse(`${year}-10-09T00:00:00Z`)
    expect(ready.day(time)).toBe(known.day(time))
  }
  for (const language of [...readyLanguages, 'ka', 'en-GB', 'qaa'])
    expect(ready.languageName(language)).toBe(known.languageName(language))
  expect(() => ready.languageName('no tag')).toThrow(RangeError)
})
