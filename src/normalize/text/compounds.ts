import type { PhrasingContent, Root } from 'mdast'
import type { VFile } from 'vfile'
import { applyEdits, type Run, type RunEdit, runOf, visitTextBlocks } from '../../captured/run.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { wordKey } from '../evidence/vocabulary.ts'
import { widthOf } from '../evidence/width.ts'
import type { Wrapping } from '../evidence/wrapping.ts'

/** How far past the measure a line must run, as a share of it, to be two lines of the original. */
const overrun = 1.04

/**
 * Puts back the hyphens that PDF readers take out of compounds when a line ends in them ("bycatch" for "by-catch"). They
 * join the two lines as well, so the word stands in a line that is longer than the measure. The text must have the
 * compound with its hyphen elsewhere, at least as often; words in lines of ordinary length are left alone.
 */
export function compounds() {
  return (tree: Root, file: VFile): void => {
    const { wrapping, vocabulary } = evidenceOf(file)
    if (!wrapping.hardWrapped) return
    const known = knownCompounds(vocabulary)
    if (known.size === 0) return
    visitTextBlocks(tree, (block) => {
      if (!block.children.some((child) => isOverlong(child, wrapping))) return
      const run = runOf(file, block)
      applyEdits(run, editsIn(run, known, wrapping))
    })
  }
}

/** The compounds of a text by their letters alone, where the compound is the usual form. */
function knownCompounds(vocabulary: ReadonlyMap<string, number>): Map<string, string> {
  const known = new Map<string, string>()
  for (const [word, count] of vocabulary) {
    if (!word.includes('-')) continue
    const letters = word.replaceAll('-', '')
    const other = known.get(letters)
    if (count < (vocabulary.get(letters) ?? 0) || (other && (vocabulary.get(other) ?? 0) >= count)) continue
    known.set(letters, word)
  }
  return known
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/gu

function editsIn(run: Run, known: ReadonlyMap<string, string>, wrapping: Wrapping): RunEdit[] {
  const edits: RunEdit[] = []
  for (const [at, child] of run.block.children.entries()) {
    if (child.type !== 'text' || !isOverlong(child, wrapping)) continue
    edits.push(...editsInLine(child.value, run.starts[at] ?? 0, known))
  }
  return edits
}

/** Whether a node is the text of one line of the capture, longer than the measure. */
function isOverlong(node: PhrasingContent, { measure, model }: Wrapping): boolean {
  if (node.type !== 'text' || node.data?.edit || node.value.length > 10_000) return false
  return widthOf(node.value, model) > overrun * measure
}

function editsInLine(text: string, from: number, known: ReadonlyMap<string, string>): RunEdit[] {
  const edits: RunEdit[] = []
  for (const { 0: found, index } of text.matchAll(word)) {
    const key = wordKey(found)
    const compound = known.get(key.replaceAll('-', ''))
    if (!compound || compound.length <= key.length) continue
    for (const at of missingHyphens(key, compound)) {
      edits.push({
        rule: 'normalize:compounds-keep-their-hyphen',
        start: from + index + at,
        end: from + index + at,
        after: '-',
        evidence: `"${compound}" stands elsewhere in the text, and the line is longer than one line of the original`,
        confidence: 0.97,
      })
    }
  }
  return edits
}

/** The places in `word` where `compound`, which has the same letters, has a hyphen and it has none. */
function missingHyphens(word: string, compound: string): number[] {
  const places: number[] = []
  let at = 0
  for (const letter of compound) {
    if (word[at] === letter) at++
    else places.push(at)
  }
  return places
}
