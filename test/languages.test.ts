import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { build, diagnosticsOf } from '../src/index.ts'
import { languageOf } from '../src/language/detect-language.ts'
import { makeFolder } from './folder.ts'

/* The captures of fixtures/normalize/languages, one a language, as one dossier. */
const languages = {
  english: 'en',
  german: 'de',
  french: 'fr',
  spanish: 'es',
  russian: 'ru',
  azerbaijani: 'az',
  turkish: 'tr',
  armenian: 'hy',
} as const

function textIn(name: string): string {
  return readFileSync(new URL(`fixtures/normalize/languages/${name}/input.txt`, import.meta.url), 'utf8')
}

test.each(Object.entries(languages))('%s is known by its text', (name, tag) => {
  expect(languageOf(textIn(name))).toBe(tag)
  expect(languageOf(textIn(name).slice(0, 400))).toBe(tag)
})

test('a dossier of eight languages says in both forms which text is in which, and has nothing to report', async () => {
  const names = Object.keys(languages)
  const sources = makeFolder(Object.fromEntries(names.map((name) => [`${name}.txt`, textIn(name)])))
  const { files, output } = await build({ sources, formats: ['html', 'pdf'] })
  expect(diagnosticsOf(files)).toEqual([])
  const contentsOf = (path: string) =>
    Buffer.from(output.find((file) => file.path === path)?.contents ?? '').toString('latin1')
  const articles = [...contentsOf('dossier.html').matchAll(/<article class="part" id="(\w+)" lang="(\w+)"/g)]
  expect(Object.fromEntries(articles.map(([, id, tag]) => [id, tag]))).toEqual(languages)
  const tagged = new Set([...contentsOf('dossier.pdf').matchAll(/\/Lang \((\w+)\)/g)].map(([, tag]) => tag))
  expect([...tagged].sort()).toEqual(Object.values(languages).sort())
})
