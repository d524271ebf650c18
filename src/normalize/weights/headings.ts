import type { HeadingFeature } from '../evidence/headings/features.ts'

/** What a short block can be read as: a heading, or what only looks like one. */
export type HeadingReading =
  | 'heading'
  | 'part of a paragraph'
  | 'field'
  | 'turn of a speaker'
  | 'question'
  | 'signature'

/** What a feature speaks for, and how much, in log odds. */
export interface HeadingWeight {
  readonly reading: HeadingReading
  readonly weight: number
}

/**
 * Weights of a logistic regression (L2 penalty 1) on the 3,900 blocks that `headings` would have taken in four fifths
 * of `captures`, `captures-engines`, `captures-genres` and `captures-real` on 2026-12-01; a block is right where the
 * truth has a heading with its words (or may have one, where questions are answered), and blocks of page furniture count three tenths.
 * `titleCase` came later: its own log ratio over the headings of the rules before (48 of 853 true ones, 11 of 581 false).
 */
export const headingWeights: Readonly<Record<HeadingFeature, HeadingWeight>> = {
  numbered: { reading: 'heading', weight: 3.39 },
  hasNumber: { reading: 'heading', weight: 2.61 },
  blankAbove: { reading: 'heading', weight: 1.24 },
  textBelow: { reading: 'heading', weight: 2.06 },
  answered: { reading: 'heading', weight: 1.6 },
  brief: { reading: 'heading', weight: 1.54 },
  titleCase: { reading: 'heading', weight: 1.1 },
  apart: { reading: 'heading', weight: 2.11 },
  capitals: { reading: 'heading', weight: 0.12 },
  closer: { reading: 'heading', weight: 0.56 },
  onTop: { reading: 'heading', weight: 0.59 },
  markerBelow: { reading: 'heading', weight: 0.22 },
  openAbove: { reading: 'part of a paragraph', weight: 0.58 },
  blankBelow: { reading: 'part of a paragraph', weight: 1.46 },
  stops: { reading: 'part of a paragraph', weight: 1.21 },
  sentenceInside: { reading: 'part of a paragraph', weight: 1.78 },
  full: { reading: 'part of a paragraph', weight: 0.95 },
  goesOnSmall: { reading: 'part of a paragraph', weight: 2.38 },
  long: { reading: 'part of a paragraph', weight: 2.21 },
  time: { reading: 'field', weight: 1.68 },
  label: { reading: 'field', weight: 2.52 },
  numberBelow: { reading: 'field', weight: 2.01 },
  turn: { reading: 'turn of a speaker', weight: 0.58 },
  labelReturns: { reading: 'turn of a speaker', weight: 1.1 },
  bracket: { reading: 'turn of a speaker', weight: 3.77 },
  question: { reading: 'question', weight: 1.59 },
  setIn: { reading: 'signature', weight: 1.69 },
  returns: { reading: 'signature', weight: 2.5 },
  signed: { reading: 'signature', weight: 2.59 },
}

/** What speaks for the other readings before anything is seen, in log odds; from the same fit. */
export const headingBase = -1.7

/** Log odds of a heading from which it is proposed at all; below, another reading is the better one by far. */
export const leastHeadingOdds = 0
