import type { VFile } from 'vfile'
import type { RuleId } from '../../diagnostics/rules.ts'
import { decodedTwice } from './decoded-twice.ts'
import { reportExponents } from './exponents.ts'
import { lettersApart } from './letters-apart.ts'
import { reportLost } from './lost.ts'
import type { Mend, MendedText } from './mended.ts'
import { notSigns } from './not-signs.ts'
import { reportOddWords } from './odd-words.ts'
import { softHyphens } from './soft-hyphens.ts'
import { wrongAccents } from './wrong-accents.ts'
import { wrongAlphabet } from './wrong-alphabet.ts'

/** One rule on the characters of a text, before it has lines. */
export interface CharacterStep {
  /** The rule by which overrides name it. */
  readonly rule: RuleId
  /** Finds what is damaged, in the order of the text, with what it must have been. */
  readonly find?: (text: string) => readonly Mend[]
  /** Reports what is damaged for good. */
  readonly report?: (file: VFile, text: MendedText) => void
  /** How often the result may be damaged in the same way again; once when left out. */
  readonly rounds?: number
  /** Whether a message says that something was mended: a reader must know it where another reading could be thought of. */
  readonly isTold?: boolean
  /** Why the step has its place in the order. */
  readonly why: string
}

/** How often a text is decoded wrongly, one time upon another, in what people bring. */
const decodings = 3

/** The rules on characters, in the order in which they run. */
export const characterSteps: readonly CharacterStep[] = [
  {
    rule: 'normalize:no-character-is-lost',
    report: reportLost,
    why: 'What is lost is lost in the source, whatever is mended around it.',
  },
  {
    rule: 'normalize:text-has-its-code-page',
    find: wrongAlphabet,
    isTold: true,
    why: 'Whole lines that are prose in another alphabet leave no doubt; words of them can look like UTF-8 by chance.',
  },
  {
    rule: 'normalize:text-is-decoded-once',
    find: decodedTwice,
    rounds: decodings,
    isTold: true,
    why: 'Nothing can be said about characters that are not those of the text.',
  },
  {
    rule: 'normalize:text-has-its-code-page',
    find: wrongAccents,
    isTold: true,
    why: 'UTF-8 that was decoded twice has accents that look like these, and more of them.',
  },
  {
    rule: 'normalize:words-have-one-alphabet',
    report: reportOddWords,
    why: 'What no other reading could mend is left to a person.',
  },
  {
    rule: 'normalize:hyphens-are-hyphens',
    find: notSigns,
    why: 'Signs that stand for hyphens at line ends become the hyphens that the rules on lines know.',
  },
  {
    rule: 'normalize:soft-hyphens-are-resolved',
    find: softHyphens,
    why: 'Soft hyphens may have come out of a wrong decoding; those at line ends are left for the rules on lines.',
  },
  {
    rule: 'normalize:letters-of-a-word-stand-together',
    find: lettersApart,
    isTold: true,
    why: 'Words are looked for among letters that are right.',
  },
  {
    rule: 'normalize:exponents-are-raised',
    report: reportExponents,
    why: 'Figures and signs are those of the text by now, and lines are still as the source has them.',
  },
]
