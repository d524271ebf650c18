import type { Line } from '../../captured/line.ts'
import {
  closing,
  mailed,
  mailHead,
  phone,
  reached,
  role,
  salutation,
  streets,
  titled,
  town,
} from '../../language/words/letters.ts'
import { organisation } from '../../language/words/title.ts'
import { endsWithMarkButComma } from './sentence-ends.ts'

/** Longest line of an address or a signature, in characters. */
const longest = 90

/** How much lines say of people and places, one fact a line. */
export interface Facts {
  /** Lines that only an address has: a street, a town with its post code, a telephone, an e-mail address. */
  readonly places: number
  /** Lines that say who somebody is: an office, an organisation, a title before a name. */
  readonly offices: number
  /** Whether the words of a letter stand right above, below or on the first line. */
  readonly inLetter: boolean
}

/** Counts the facts of lines that stand between two others. */
export function factsOf(lines: readonly Line[], above: Line | undefined, below: Line | undefined): Facts {
  const [first] = lines
  return {
    places: lines.filter(isPlace).length,
    offices: lines.filter((line) => !isPlace(line) && isOffice(line)).length,
    inLetter: isClosing(above) || isClosing(first) || isSalutation(below),
  }
}

/** Whether a line is one that only an address has. */
export function isPlace({ value }: Line): boolean {
  return (
    value.length <= longest &&
    [town, phone, mailed, mailHead, reached, ...streets].some((pattern) => pattern.test(value))
  )
}

function isOffice({ value }: Line): boolean {
  return (
    value.length <= longest &&
    !endsWithMarkButComma(value) &&
    [role, organisation, titled].some((one) => one.test(value))
  )
}

/** Whether a line is the closing formula of a letter. */
export function isClosing(line: Line | undefined): boolean {
  return line !== undefined && line.value.length <= longest && closing.test(line.value)
}

function isSalutation(line: Line | undefined): boolean {
  return line !== undefined && line.value.length <= longest && salutation.test(line.value)
}
