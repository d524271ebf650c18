import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { kept, pointAt, replaced } from '../../captured/captured.ts'
import type { Edit } from '../../captured/edit.ts'
import { endOf, startOf } from '../../captured/lines.ts'
import { editsOf, withdraw } from '../../captured/record.ts'
import { report } from '../../diagnostics/report.ts'
import { partitionPoint } from '../../partition-point.ts'
import { type FoldedText, foldText, placesOf, type Stretch } from './anchor.ts'
import { nearestPlaces } from './nearest.ts'
import { type Correction, readCorrections } from './read-corrections.ts'

/** A correction, and the stretch of the source that it is about. */
interface Anchored extends Stretch {
  readonly correction: Correction
}

/**
 * Makes the hand corrections of a source, after all rules, so that they have the last word. An anchor must name one
 * place, in running text, that no rule has already taken out or changed in part; else the correction is reported on
 * its own file and left out. Each one is in the ledger under its editor's name.
 */
export function correct(tree: Root, file: VFile, corrections: VFile): void {
  const folded = foldText(String(file.value))
  const anchored = readCorrections(corrections).flatMap((correction) => anchor(folded, file, corrections, correction))
  const sorted = anchored.toSorted((left, right) => left.start - right.start)
  const inline = inlineSpans(tree)
  const usable = sorted.filter((one, at) => {
    const before = sorted[at - 1]
    if (before && before.end > one.start) {
      reportOn(corrections, one.correction, `it overlaps the correction of line ${before.correction.line}`)
      return false
    }
    return !isSpokenFor(file, corrections, one, inline)
  })
  const done = usable.length > 0 ? replaceInTree(tree, file, usable) : new Set()
  for (const one of usable) {
    if (!done.has(one)) reportOn(corrections, one.correction, 'it is not in running text')
  }
}

function anchor(folded: FoldedText, file: VFile, corrections: VFile, correction: Correction): Anchored[] {
  const places = placesOf(folded, correction)
  const [place] = places
  if (place && places.length === 1) return [{ ...place, correction }]
  const shown = place
    ? places.slice(0, 3).map((one) => showPlace(file, one, surroundings))
    : nearestPlaces(folded, correction.exact).map((one) => showPlace(file, one, 0))
  const what = place ? `names ${places.length} places` : 'is not in the source'
  report(corrections, 'normalize:correction-anchor-matches-once', `The quotation “${correction.exact}” ${what}`, {
    place: { line: correction.line, column: 1 },
    expected: shown,
    note:
      shown.length > 0
        ? `${place ? 'It is at' : 'Nearest'}: ${shown.join('; ')}`
        : 'Nothing in the source resembles it',
  })
  return []
}

/** Characters shown on each side of a quotation that stands in several places, so that they can be told apart. */
const surroundings = 24

function showPlace(file: VFile, { start, end }: Stretch, around: number): string {
  const text = String(file.value)
  const before = text.slice(Math.max(0, start - around), start).replace(/^\S+(?=\s)/, '')
  const after = text.slice(end, end + around).replace(/(?<=\s)\S+$/, '')
  const shown = `${before}${text.slice(start, Math.min(end, start + 80))}${after}`
  return `line ${pointAt(file, start).line} “${shown.replace(/\s+/g, ' ').trim()}”`
}

/** Where the inline nodes of a tree stand in the source. */
function inlineSpans(tree: Root): ReadonlySet<string> {
  const spans = new Set<string>()
  visit(tree, (node) => {
    if (isInline(node)) spans.add(`${startOf(node)}-${endOf(node)}`)
  })
  return spans
}

/**
 * An edit of running text that lies within the stretch gives way. One that reaches beyond it has already decided about
 * its text, and one that made a block (the marker of a list item) cannot be taken back alone.
 */
function isSpokenFor(
  file: VFile,
  corrections: VFile,
  { start, end, correction }: Anchored,
  inline: ReadonlySet<string>,
): boolean {
  const other = editsOf(file).find((edit) => {
    if (edit.start >= end || edit.end <= start || isWithdrawn(file, edit)) return false
    if (edit.start < start || edit.end > end) return true
    return edit.after !== '' && !inline.has(`${edit.start}-${edit.end}`)
  })
  if (!other) return false
  const what = other.after === '' ? 'removes' : 'changes'
  reportOn(corrections, correction, `the rule ${other.rule} ${what} “${other.before.trim()}”`)
  return true
}

function isWithdrawn(file: VFile, edit: Edit): boolean {
  return file.data.withdrawn?.has(edit) ?? false
}

function reportOn(corrections: VFile, { exact, line }: Correction, reason: string): void {
  report(corrections, 'normalize:correction-is-valid', `Cannot correct “${exact}”: ${reason}`, {
    place: { line, column: 1 },
  })
}

/** Puts the corrections into the tree, in place of what their stretches hold; returns those that found a place. */
function replaceInTree(tree: Root, file: VFile, corrections: readonly Anchored[]): ReadonlySet<Anchored> {
  const done = new Set<Anchored>()
  visit(tree, (node) => {
    if (!('children' in node)) return undefined
    const holder: Parents = node
    if (!holder.children.some((child) => isInline(child) && overlappingNode(corrections, child).length > 0))
      return undefined
    holder.children = (holder.children as PhrasingContent[]).flatMap((child) =>
      replaceInChild(file, child, isInline(child) ? overlappingNode(corrections, child) : [], done),
    ) as typeof holder.children
    return undefined
  })
  dropEmptied(tree)
  for (const edit of editsOf(file)) {
    if (edit.editor === undefined && overlapping(corrections, edit).some((one) => done.has(one))) withdraw(file, edit)
  }
  return done
}

function isInline(node: Nodes): boolean {
  return node.type === 'text' || node.type === 'footnoteReference'
}

/** The corrections that have a part of a stretch; they are sorted and do not overlap. */
function overlapping(corrections: readonly Anchored[], { start, end }: Stretch): Anchored[] {
  let at = partitionPoint(corrections.length, (index) => (corrections[index]?.end ?? 0) <= start)
  const found: Anchored[] = []
  for (let one = corrections[at]; one && one.start < end; one = corrections[++at]) found.push(one)
  return found
}

function overlappingNode(corrections: readonly Anchored[], node: Nodes): Anchored[] {
  return overlapping(corrections, { start: startOf(node), end: endOf(node) })
}

/** What is left of one inline node, with the replacement where the correction begins. */
function replaceInChild(
  file: VFile,
  node: PhrasingContent,
  corrections: readonly Anchored[],
  done: Set<Anchored>,
): PhrasingContent[] {
  const isOwn = node.type === 'text' && !node.data?.edit
  const source = String(file.value)
  if (corrections.length === 0 || (isOwn && source.slice(startOf(node), endOf(node)) !== node.value)) return [node]
  const result: PhrasingContent[] = []
  let at = startOf(node)
  for (const one of corrections) {
    if (isOwn && one.start > at) result.push(kept(file, at, one.start))
    if (!done.has(one)) result.push(...replacement(file, one))
    done.add(one)
    at = Math.max(at, one.end)
  }
  if (isOwn && endOf(node) > at) result.push(kept(file, at, endOf(node)))
  return result
}

function replacement(file: VFile, { start, end, correction }: Anchored): PhrasingContent[] {
  const { replace: after, reason: evidence, editor } = correction
  const leaf = replaced(file, { rule: 'normalize:editor-corrects', start, end, after, evidence, editor })
  return after === '' ? [] : [leaf]
}

const emptied = new Set(['paragraph', 'emphasis', 'strong', 'delete', 'link'])

/** What has nothing left in it goes. */
function dropEmptied(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!emptied.has(node.type) || !('children' in node) || node.children.length > 0) return undefined
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
