import MiniSearch from 'minisearch'
import { describe, expect, it } from 'vitest'
import { fold, wordsOf } from '../../src/html/fold.ts'
import { unpackWords, wordPacker } from '../../src/html/search-words.ts'

const texts = [
  'The gauge at the lock was read at dawn, and the gauge at the weir at dusk.',
  'A second gauge stood at Şişli.',
  '',
  'Nobody read the other one; nobody knew where the other one was.',
  ...Array.from({ length: 80 }, (_, day) => `Day ${day}: the water stood ${day * 7} cm above the lock.`),
]
const options = { fields: ['text'], tokenize: wordsOf, processTerm: fold }

describe('packed words', () => {
  const packer = wordPacker()
  for (const text of texts) packer.add(wordsOf(text).map(fold))
  const packed = packer.pack()

  it('say where each word stands, and how often', () => {
    expect(packed.words).toMatch(/(?:^|\|)gauge 0\.2 1\|/)
    expect(packed.words).toContain('|nobody 3.2|')
    expect(packed.words).toContain('|sisli 1|')
    expect(packed.lengths.slice(0, 4)).toEqual([10, 6, 0, 8])
  })

  it('give the index that MiniSearch makes', () => {
    const theirs = new MiniSearch<{ id: number; text: string }>(options)
    theirs.addAll(texts.map((text, id) => ({ id, text: wordsOf(text).map(fold).join(' ') })))
    const ours = MiniSearch.loadJS<{ id: number }>(unpackWords(packed), options)
    for (const query of ['gauge', 'read the', 'sisli', 'loc', 'above 70', 'zeppelin']) {
      const search = { combineWith: 'AND', prefix: true } as const
      const found = (index: MiniSearch) => index.search(query, search).map(({ id, score }) => [id, score.toFixed(6)])
      expect(found(ours), query).toEqual(found(theirs))
    }
  })

  it('of a dossier without text are none', () => {
    expect(unpackWords(wordPacker().pack())).toMatchObject({ documentCount: 0, index: [], averageFieldLength: [0] })
  })
})
