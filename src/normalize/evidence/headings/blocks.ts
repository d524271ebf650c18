import { type Block, textOf } from '../blocks.ts'
import { endingOf } from '../punctuation.ts'
import { beginsWithLabel, hasLabels, type Labels } from './labels.ts'

/** Longest block whose text is looked for elsewhere, in characters. */
const longest = 140
/** Fewest questions that make a text one of questions and answers. */
const fewestQuestions = 3

/** How often each short text stands as a block of its own. */
export function countsOf(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { lines } of blocks) {
    const text = lines ? textOf(lines) : ''
    if (text !== '' && text.length <= longest) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

/** Whether the short questions of a text are its headings: there are several, and nobody is named who asks them. */
export function answersQuestions(texts: readonly string[], labels: Labels): boolean {
  const questions = texts.filter(isQuestion)
  const isAsked = texts.some((text) => isTurn(text) || /^[[(]?\d{1,2}[.:]\d\d/.test(text))
  const isSpoken = hasLabels(labels) || questions.some((text) => beginsWithLabel(text, labels))
  return questions.length >= fewestQuestions && !isAsked && !isSpoken
}

/** Whether a text ends with a question mark. */
export function isQuestion(text: string): boolean {
  return endingOf(text) === 'sentence' && /[?\u061F]["\u201D\u00BB)]*$/.test(text)
}

/** Whether a text begins with the letter for a question or an answer, perhaps behind the number of its line. */
export function isTurn(text: string): boolean {
  return /^(?:\d{1,3}\s+)?[QAF](?:[.:]|\s)\s*\p{Lu}/u.test(text) && !/^[A-Z][.)]\s\p{Lu}\S*$/u.test(text)
}
