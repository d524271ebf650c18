import type { Mend } from './mended.ts'

/** Single letters of one line with one space between each two, and the full stop or comma that was set apart with them. */
const spaced = /(?<![\p{L}\p{M}\p{N}'\u2019.-])\p{L}(?: \p{L}){2,}(?![\p{L}\p{M}\p{N}'\u2019-])(?: (?=[.,](?:\s|$)))?/gu

/** What each of these has in it, found thirty times as fast: most texts have no such row. */
const maySpace = /[A-Za-z\u0080-\uFFFF] [A-Za-z\u0080-\uFFFF] [A-Za-z\u0080-\uFFFF](?![A-Za-z0-9])/

/** Letters that are words by themselves in the languages of the product. */
const oneLetterWords = /[aeiouyàóôавикосуязієйժ]/iu

/** Letters of a word that is set apart for sure, of one where others are, and of the longest whose words can't be run together. */
const leastLetters = { alone: 5, amongOthers: 3 }
const longestWord = 13

/** Consonants that are words by themselves: at the end of a row they may be the next one. */
const endsInWord = /[вкс] ?$/u

/** How sure a word is that is set apart among others of the text, one that is alone, and one that may be two words. */
const sureOf = { amongOthers: 0.93, alone: 0.85, either: 0.5 } as const

/**
 * Puts the letters of a word together that a scan or a letter-spaced line has apart ("i l l u s i o n s"). Rows that
 * count letters ("A B C D"), schemes of rhymes and initials stay; what may be two words stays and is reported.
 */
export function lettersApart(text: string): readonly Mend[] {
  if (!maySpace.test(text)) return []
  const found = [...text.matchAll(spaced)].filter(({ 0: word }) => isWord(word))
  const isUsual = found.filter(({ 0: word }) => lettersOf(word).length >= leastLetters.alone).length > 1
  return found.flatMap(({ 0: word, index }): Mend[] => {
    const length = lettersOf(word).length
    if (length < (isUsual ? leastLetters.amongOthers : leastLetters.alone)) return []
    const isOne = length <= longestWord && !endsInWord.test(word)
    const confidence = isOne ? (isUsual ? sureOf.amongOthers : sureOf.alone) : sureOf.either
    return [
      { start: index, end: index + word.length, after: joined(word), evidence: 'its letters stand apart', confidence },
    ]
  })
}

function lettersOf(word: string): string[] {
  return [...word].filter((letter) => letter !== ' ')
}

/** Whether letters make a word: with vowels and others, not in the order of the alphabet, in one case. */
function isWord(word: string): boolean {
  const letters = lettersOf(word)
  const codes = letters.map((letter) => letter.toLowerCase().codePointAt(0) ?? 0)
  const isRow = codes.filter((code, at) => at > 0 && code === (codes[at - 1] ?? 0) + 1).length * 2 >= codes.length - 1
  const others = letters.filter((letter) => !oneLetterWords.test(letter)).length
  const isOneCase = /^(?:\p{Lu}+|\p{Lu}?\p{Ll}+|\p{Lo}+)(?:\p{Lu}\p{Ll}+)*$/u.test(letters.join(''))
  return (
    !isRow &&
    isOneCase &&
    others > 0 &&
    others < letters.length &&
    new Set(codes).size * 2 > codes.length &&
    !/^[a-h]+$/i.test(letters.join(''))
  )
}

/** A capital behind a small letter begins another word. */
function joined(word: string): string {
  return word.replace(/(?<!\p{Ll}(?= \p{Lu})) /gu, '')
}
