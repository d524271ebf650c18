import MiniSearch from 'minisearch'
import { expect, it } from 'vitest'
import { fold, wordsOf } from '../../src/html/fold.ts'
import { withVariants } from '../../src/html/name-variants.ts'

const texts = [
  'The fortress of Şuşa was besieged.',
  'From Shusha the road goes down.',
  'Pilgrims came to the Old Town of Shushi.',
  'A shushing sound.',
  'Die Altstadt wurde gebaut.',
  'An old house in another town.',
]
const index = new MiniSearch<{ id: number; text: string }>({
  fields: ['text'],
  tokenize: wordsOf,
  processTerm: (term) => fold(term),
})
index.addAll(texts.map((text, id) => ({ id, text })))

const folded = (text: string) => wordsOf(text).map(fold)

function found(query: string, glossary: readonly string[][]): number[] {
  const groups = glossary.map((names) => ({ names, words: names.map(folded) }))
  const { tree } = withVariants(folded(query), groups)
  return tree ? index.search(tree).map(({ id }) => id) : []
}

it('finds other names of a thing only when the glossary has them', () => {
  expect(found('Şuşa', []).sort()).toEqual([0])
  expect(found('susa', []).sort()).toEqual([0])
  expect(found('Şuşa', [['Shusha', 'Şuşa', 'Shushi']]).sort()).toEqual([0, 1, 2])
})

it.each(['Shusha', 'SUSA', 'shushi'])('takes no name for the first: %s finds all', (query) => {
  expect(found(query, [['Shusha', 'Şuşa', 'Shushi']]).sort()).toEqual([0, 1, 2])
})

it('knows names of several words', () => {
  const glossary = [['Old Town', 'Altstadt']]
  expect(found('Altstadt', glossary).sort()).toEqual([2, 4, 5])
  expect(found('old town', glossary).sort()).toEqual([2, 4, 5])
  expect(found('old', glossary).sort()).toEqual([2, 5])
})

it('asks for every word beside a name', () => {
  expect(found('Şuşa road', [['Shusha', 'Şuşa', 'Shushi']])).toEqual([1])
})

it('says which names it looked for', () => {
  const glossary = [['Shusha', 'Şuşa']].map((names) => ({ names, words: names.map(folded) }))
  expect(withVariants(folded('road susa'), glossary).used.map(({ names }) => names)).toEqual([['Shusha', 'Şuşa']])
  expect(withVariants([], glossary)).toEqual({ tree: undefined, used: [] })
})
