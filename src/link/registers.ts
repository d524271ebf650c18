import { pointAt } from '../captured/captured.ts'
import { doubtsOf } from '../captured/doubt.ts'
import { goesThroughRules } from '../captured/media-types.ts'
import { isRemoval } from '../captured/removal.ts'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import { lostLinks } from './lost-links.ts'
import type { NumberedPart } from './references.ts'
import type { Note, RegisterEntry, Registers } from './resolved.ts'
import { walk } from './walk.ts'

/**
 * What is missing, doubtful or taken out, over all parts in order. What no rule of `normalize` can have reported is
 * reported here: lost figures, which the manifest may supply, dead links, and the notes of markdown sources.
 */
export function registersOf(parts: readonly NumberedPart[], unresolvedReferences: readonly RegisterEntry[]): Registers {
  return {
    lostNotes: parts.flatMap(lostNotes),
    uncalledNotes: parts.flatMap(uncalledNotes),
    lostFigures: parts.flatMap(lostFigures),
    deadLinks: parts.flatMap(deadLinks),
    unresolvedReferences: parts.flatMap((part) => [
      ...unresolvedReferences.filter((entry) => entry.part === part.id),
      ...unresolvedByRules(part),
    ]),
    doubtfulPlaces: parts.flatMap(doubtfulPlaces),
    removedMatter: parts.flatMap(removedMatter),
  }
}

/** What the rules report where they find it. */
const reportedByRules: ReadonlySet<RuleId> = new Set(['link:note-has-text', 'link:note-has-call'])

interface Finding {
  readonly rule: RuleId
  readonly line: number
  readonly target?: string | undefined
  readonly what: string
  readonly why: string
}

function enter({ id, part }: NumberedPart, { target, ...finding }: Finding): RegisterEntry {
  const isReported = goesThroughRules(part.source) && reportedByRules.has(finding.rule)
  if (!isReported)
    report(part.file, finding.rule, `${finding.what}: ${finding.why}`, { place: { line: finding.line, column: 1 } })
  return { ...finding, part: id, ...(target ? { target } : {}) }
}

function lostNotes(part: NumberedPart): RegisterEntry[] {
  const lost = part.notes.filter((note) => note.lost)
  if (lost.length === 0) return []
  const blocks = blocksOfCalls(part)
  return lost.map((note) => {
    const why = 'its text is not in the captured source'
    const target = blocks.get(note.calls[0] ?? '') ?? note.id
    return enter(part, { rule: 'link:note-has-text', ...aboutNote(note), target, why })
  })
}

function uncalledNotes(part: NumberedPart): RegisterEntry[] {
  const uncalled = part.notes.filter((note) => note.calls.length === 0)
  return uncalled.map((note) => {
    const why = 'no call in the captured text leads to it'
    return enter(part, { rule: 'link:note-has-call', ...aboutNote(note), why })
  })
}

function aboutNote({ label, definition, id }: Note) {
  return { line: lineOf(definition), target: id, what: `Note ${label}` }
}

/** The numbered block that each call stands in, by the call's anchor. */
function blocksOfCalls({ tree }: NumberedPart): Map<string, string> {
  const blocks = new Map<string, string>()
  let block = ''
  walk(tree, (node) => {
    const id = node.data?.id
    if (!id) return undefined
    if (node.type === 'footnoteReference') blocks.set(id, block)
    else block = id
    return undefined
  })
  return blocks
}

/** Figures without a picture, and annexes with nothing in them: their content was a picture. */
function lostFigures(part: NumberedPart): RegisterEntry[] {
  const figures = part.blocks.figures.filter(({ lost }) => lost)
  const annexes = part.blocks.annexes.filter(({ node }) => isEmptyAnnex(part, node))
  const entries = [
    ...figures.map(({ id, number, caption, node }) => ({ id, node, what: caption || `Figure ${number}` })),
    ...annexes.map(({ id, title, node }) => ({ id, node, what: title })),
  ].toSorted((left, right) => lineOf(left.node) - lineOf(right.node))
  return entries.map(({ id, node, what }) => {
    const why = 'the image is not in the captured source'
    return enter(part, { rule: 'link:figure-has-image', line: lineOf(node), target: id, what, why })
  })
}

function lineOf(node: { readonly position?: { readonly start: { readonly line: number } } | undefined }): number {
  return node.position?.start.line ?? 1
}

function isEmptyAnnex({ tree }: NumberedPart, heading: NumberedPart['blocks']['annexes'][number]['node']): boolean {
  const at = tree.children.indexOf(heading)
  const next = tree.children[at + 1]
  return at >= 0 && (!next || next.type === 'heading')
}

function deadLinks(part: NumberedPart): RegisterEntry[] {
  const found = [part.tree, ...part.definitions].flatMap(lostLinks)
  return found.map(({ phrase, node, block }) => {
    const why = 'these words were a link whose address the capture lost'
    return enter(part, { rule: 'link:link-has-address', line: lineOf(node), target: block, what: `“${phrase}”`, why })
  })
}

/** References that the rule for plain text has found to lead nowhere; it has reported them where they stand. */
function unresolvedByRules(part: NumberedPart): RegisterEntry[] {
  const rule = 'normalize:reference-target-exists'
  const found = part.part.file.messages.filter(({ source, ruleId }) => `${source}:${ruleId}` === rule)
  return atBlocks(
    part,
    found.map(({ actual = '', line = 1 }) => {
      return { rule, line, what: actual, why: `nothing in this source is called “${actual}”` }
    }),
  )
}

/** Edits that rules have not made because they were not sure enough; they are reported where they are found. */
function doubtfulPlaces(part: NumberedPart): RegisterEntry[] {
  const { file } = part.part
  return atBlocks(
    part,
    doubtsOf(file).map(({ rule, start, left, instead, evidence, confidence }) => {
      const perhaps = instead === '' ? 'may be no part of the text' : `may be “${instead}”`
      const why = `${perhaps}: ${evidence} (${Math.round(100 * confidence)}\u00A0% sure)`
      return { rule, line: pointAt(file, start).line, what: left, why }
    }),
  )
}

/** Entries in the order of their lines, each with the nearest numbered block above its line. */
function atBlocks({ id, tree }: NumberedPart, findings: readonly Omit<Finding, 'target'>[]): RegisterEntry[] {
  if (findings.length === 0) return []
  const blocks: { readonly line: number; readonly id: string }[] = []
  walk(tree, (node) => {
    if (node.data?.id && node.position) blocks.push({ line: node.position.start.line, id: node.data.id })
    return undefined
  })
  blocks.sort((left, right) => left.line - right.line)
  let next = 0
  return findings
    .toSorted((left, right) => left.line - right.line)
    .map((finding) => {
      while ((blocks[next]?.line ?? Number.POSITIVE_INFINITY) <= finding.line) next++
      const target = blocks[next - 1]?.id
      return { ...finding, part: id, ...(target ? { target } : {}) }
    })
}

/** Text that an edit took out and put nothing for, from the ledger's own record. */
function removedMatter({ id, part }: NumberedPart): RegisterEntry[] {
  const removals = part.edits.filter(isRemoval).toSorted((left, right) => left.start - right.start)
  return removals.map(({ rule, start, before, evidence }) => {
    const line = pointAt(part.file, start + (before.length - before.trimStart().length)).line
    return { rule, part: id, line, what: before.trim(), why: evidence }
  })
}
