import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import type { Block } from '../../evidence/blocks.ts'
import { featuresOf, type HeadingPlace, type HeadingText } from '../../evidence/headings/features.ts'
import { type HeadingReading, headingBase, headingWeights, leastHeadingOdds } from '../../weights/headings.ts'
import type { Candidate } from './levels.ts'

/** How the readings of a block compete. */
export interface Verdict {
  /** Log odds of the heading against all other readings. */
  readonly odds: number
  /** The strongest of the other readings. */
  readonly rival: Exclude<HeadingReading, 'heading'>
}

/** Judges a block that may be a heading by what is seen of it: a reading has the sum of what speaks for it. */
export function judged(candidate: Candidate, blocks: readonly Block[], text: HeadingText): Verdict {
  const sums = new Map<HeadingReading, number>()
  for (const feature of featuresOf(placeOf(candidate, blocks), text)) {
    const { reading, weight } = headingWeights[feature]
    sums.set(reading, (sums.get(reading) ?? 0) + weight)
  }
  const heading = sums.get('heading') ?? 0
  sums.delete('heading')
  const rivals = [...sums] as [Verdict['rival'], number][]
  const [rival] = rivals.sort(([, one], [, other]) => other - one)[0] ?? ['part of a paragraph']
  return { odds: headingBase + heading - rivals.reduce((sum, [, weight]) => sum + weight, 0), rival }
}

/** Whether a block is a heading; where other readings come close it is left as it is and reported. */
export function isSureHeading(file: VFile, { lines, text, annex }: Candidate, { odds, rival }: Verdict): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (annex !== undefined) return true
  if (odds < leastHeadingOdds || !first || !last) return false
  const evidence = `it stands as headings do, but may be ${phrases[rival]}`
  const place = { start: startOf(first), end: endOf(last), left: text, after: `# ${text}` }
  return isSure(file, {
    rule: 'normalize:headings-are-marked',
    ...place,
    evidence,
    confidence: 1 / (1 + Math.exp(-odds)),
  })
}

/** The other readings, as a message has them. */
const phrases: Readonly<Record<Verdict['rival'], string>> = {
  'part of a paragraph': 'part of a paragraph',
  field: 'the field of a form',
  'turn of a speaker': 'the turn of a speaker',
  question: 'a question of the text',
  signature: 'a signature',
}

/** The candidate as its place shows it. */
function placeOf({ at, lines, text, standsApart, number }: Candidate, blocks: readonly Block[]): HeadingPlace {
  const next = blocks[at + 1]?.lines
  return {
    at,
    lines,
    text,
    standsApart,
    above: blocks[at - 1]?.lines?.at(-1),
    below: next?.[0],
    linesBelow: next?.length ?? 0,
    isNumbered: number !== undefined,
  }
}
