import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { isSure, type Proposal } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf } from '../../../captured/lines.ts'
import { type Finding, findingFor, splitWordsOf } from '../../evidence/split-words.ts'

/** How sure it must be that a hyphen belongs where the source has none. */
const sure = 0.9

/** Settings of {@link hyphens}. */
export interface HyphensOptions {
  /** Words that keep their hyphen wherever a line ends in it. */
  readonly keep?: readonly string[]
}

/**
 * Finds out what becomes of a hyphen at a line end: it stays in a compound and goes from a word that was split. The
 * text's own words decide first, then the kind of hyphen (soft hyphens are never part of a word), then the places where
 * the language splits words.
 */
export function hyphens({ keep = [] }: HyphensOptions = {}) {
  return (tree: Root, file: VFile): void => {
    const context = splitWordsOf(file, keep)
    for (const parent of [tree, ...tree.children.filter((node) => node.type === 'footnoteDefinition')]) {
      for (const [at, node] of parent.children.entries()) {
        const next = parent.children[at + 1]
        if (node.type !== 'line' || next?.type !== 'line' || next.data?.startsParagraph || !node.data) continue
        if (node.data.hyphen?.lost) {
          const lost = findingFor(`${node.value}-`, next.value, context)
          // A hyphen that the source does not have is only put where it is known to belong.
          if (lost) node.data.hyphen = { ...lost, keep: lost.keep && lost.confidence >= sure, lost: true }
          continue
        }
        const found = findingFor(node.value, next.value, context)
        if (found) node.data.hyphen = isSure(file, proposalOf(node, next, found)) ? found : { ...found, keep: true }
      }
    }
  }
}

/**
 * The edit that a finding comes to. In doubt a word keeps the sign that the source has, whichever way the finding leans:
 * a reader can see it, and correct it.
 */
function proposalOf(line: Line, next: Line, { evidence, confidence }: Finding): Proposal {
  const left = /\S*$/.exec(line.value.slice(-60))?.[0] ?? ''
  const right = /^\S*/.exec(next.value.slice(0, 60))?.[0] ?? ''
  const place = { start: endOf(line) - left.length, end: endOf(line) }
  const after = left.slice(0, -1) + right
  return { rule: 'normalize:split-words-are-joined', ...place, after, left: left + right, evidence, confidence }
}
