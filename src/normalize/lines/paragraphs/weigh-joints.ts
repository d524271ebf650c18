import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { enterLikelier } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { jointFeatures } from '../../evidence/joints/features.ts'
import { type Joint, jointsIn } from '../../evidence/joints/joint.ts'
import { endingOf } from '../../evidence/punctuation.ts'
import { jointBase, jointWeights } from '../../weights/line-joints.ts'

/**
 * How likely it must be that a decision is wrong for the other one to be taken: of kinds of text that the weights were
 * not fitted to, nine of ten such places were wrong (`npm run fit`).
 */
const clearlyWrong = 0.7
/** The same where two short lines would be joined, which may be cells. */
const surelyWrong = 0.8

/**
 * Weighs each line end again that `paragraphBreaks` has judged, with all that is seen there at once: how likely it is
 * that the decision is wrong. A decision that clearly is gives way; one that is not sure is reported, but for breaks
 * between two sentences, which part nothing that belongs together.
 */
export function weighJoints() {
  return (tree: Root, file: VFile): void => {
    const joints = jointsIn(tree, file, evidenceOf(file).wrapping)
    // All are judged before any gives way, so that no decision hangs on another's change.
    const wrong = joints.map(wrongAt)
    for (const [at, joint] of joints.entries()) settle(file, joint, wrong[at] ?? 0)
  }
}

/** How likely it is that what was decided at a joint is wrong, 0 to 1. */
function wrongAt(joint: Joint): number {
  const odds = jointFeatures(joint).reduce((sum, name) => sum + (jointWeights[name] ?? 0), jointBase)
  return 1 / (1 + Math.exp(-odds))
}

const evidence =
  'the end of the line above, its length and what follows, as they mostly are where paragraphs begin or go on'

function settle(file: VFile, { before, line, begins }: Joint, wrong: number): void {
  const { data } = line
  if (!data) return
  delete data.isJudged
  const isFragment = !isRunning(before) && !isRunning(line)
  const isWrong = wrong >= (begins !== undefined && isFragment ? surelyWrong : clearlyWrong)
  const goesOn = (begins === undefined) !== isWrong
  const confidence = isWrong ? wrong : 1 - wrong
  if (goesOn) delete data.startsParagraph
  else data.startsParagraph = { evidence: isWrong ? evidence : (begins ?? evidence), confidence }
  if (goesOn) data.goesOn = confidence
  if (!goesOn && !isSentenceCut(before, line)) return
  const [upper, lower] = [endOfText(before.value), startOfText(line.value)]
  enterLikelier(file, {
    rule: 'normalize:paragraphs-are-whole',
    start: Math.min(startOf(line), endOf(before)),
    end: Math.max(startOf(line), endOf(before)),
    left: `${upper} ${goesOn ? '' : '¶ '}${lower}`,
    instead: `${upper} ${goesOn ? '¶ ' : ''}${lower}`,
    evidence: 'a line ends there, and what stands around it speaks for both',
    confidence,
  })
}

/** Characters of a line of running text: shorter ones below each other are cells, names, fields. */
const running = 30

/** Whether a break between two lines would part a sentence if it were wrong. */
function isSentenceCut(before: Line, line: Line): boolean {
  if (endingOf(before.value) === 'sentence' || !isText(before) || !isText(line)) return false
  return isRunning(before) || isRunning(line)
}

function isRunning({ value }: Line): boolean {
  return value.length >= running
}

/** Whether a line has words of a sentence: no figure, bullet or letter alone, and no leader to a page number. */
function isText({ value }: Line): boolean {
  return /\p{L}{2}/u.test(value) && !/\.{4}|(?:\. ){3}/.test(value)
}

/** Characters of a line that are shown on either side of its end. */
const shown = 32

function endOfText(value: string): string {
  return value.length > shown ? `…${value.slice(-shown)}` : value
}

function startOfText(value: string): string {
  return value.length > shown ? `${value.slice(0, shown)}…` : value
}
