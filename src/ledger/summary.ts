import type { Nodes } from 'mdast'
import { pointAt } from '../captured/captured.ts'
import { doubtsOf } from '../captured/doubt.ts'
import type { Edit } from '../captured/edit.ts'
import type { Part } from '../captured/part.ts'
import { isRemoval } from '../captured/removal.ts'
import type { MediaType } from '../captured/source.ts'
import type { RuleId } from '../diagnostics/rules.ts'

/** What can become of a place in a source, beside its lines being joined. */
export type ActionKind =
  | 'running-head'
  | 'line-number'
  | 'site-matter'
  | 'archive-matter'
  | 'repeated-title'
  | 'other-removal'
  | 'metadata'
  | 'reordered'
  | 'mended'
  | 'split-word'
  | 'heading'
  | 'note'
  | 'lost-note'
  | 'uncalled-note'
  | 'table'
  | 'figure'
  | 'list'
  | 'quotation'
  | 'correction'
  | 'doubt'

/** One thing that was done to a source, or left undone. */
export interface Action {
  readonly kind: ActionKind
  /** Lines of the source, from 1. */
  readonly line: number
  readonly endLine: number
  /** Lines of text that it is about; 1 for what is no removal of lines. */
  readonly lines: number
  /** The beginning of the source's text. */
  readonly text: string
  /** The rule, where the ledger has an edit or a message of it. */
  readonly rule?: RuleId
  readonly evidence?: string
}

/** What was done to one source. */
export interface SourceSummary {
  readonly id: string
  readonly path: string
  readonly mediaType: MediaType
  /** In the order of the source. */
  readonly actions: readonly Action[]
  /** Lines that were joined to the line before. */
  readonly joinedLines: number
}

declare module 'vfile' {
  interface DataMap {
    /** What was done to the source that the file holds; there once it is normalized. */
    summary: SourceSummary
  }
}

/** Says what was done to a source, from its ledger's edits, its tree and its doubtful places: nothing is counted twice. */
export function summaryOf(part: Part): SourceSummary {
  const { edits } = part
  const { id, path, mediaType } = part.source
  const isCaptured = mediaType === 'text/plain'
  const actions = [
    ...edits.flatMap((edit) => editAction(part, edit)),
    ...(isCaptured ? blockActions(part) : []),
    ...reorderings(part),
    ...doubtsOf(part.file).map(({ rule, start, end, left, evidence }) =>
      actionAt(part, { kind: 'doubt', start, end, text: left, rule, evidence }),
    ),
  ].sort((left, right) => left.line - right.line || left.endLine - right.endLine)
  const joinedLines = edits.filter(({ rule }) => rule === 'normalize:lines-are-joined').length
  return { id, path, mediaType, actions, joinedLines }
}

/** What an edit comes to, by the rule that made it; removals by other rules are removals, too. */
const kindOfRule: Readonly<Partial<Record<RuleId, ActionKind>>> = {
  'normalize:running-heads-are-removed': 'running-head',
  'normalize:page-numbers-are-removed': 'running-head',
  'normalize:line-numbers-are-removed': 'line-number',
  'normalize:site-matter-is-left-out': 'site-matter',
  'normalize:archive-matter-is-left-out': 'archive-matter',
  'normalize:title-is-given-once': 'repeated-title',
  'normalize:source-line-is-metadata': 'metadata',
  'normalize:text-is-decoded-once': 'mended',
  'normalize:text-has-its-code-page': 'mended',
  'normalize:soft-hyphens-are-resolved': 'mended',
  'normalize:hyphens-are-hyphens': 'mended',
  'normalize:letters-of-a-word-stand-together': 'mended',
  'normalize:split-words-are-joined': 'split-word',
  'normalize:editor-corrects': 'correction',
}

function editAction(part: Part, edit: Edit): Action[] {
  const { rule, start, end, before, evidence } = edit
  const kind = kindOfRule[rule] ?? (isRemoval(edit) ? 'other-removal' : undefined)
  return kind && before.trim() !== '' ? [actionAt(part, { kind, start, end, text: before, rule, evidence })] : []
}

/** A stretch of a source and what was done there. */
type Found = Pick<Action, 'kind' | 'text' | 'rule' | 'evidence'> & { readonly start: number; readonly end: number }

/** How much of a longer text is shown. */
const longestShown = 80

function actionAt({ file }: Part, { kind, start, end, text, rule, evidence }: Found): Action {
  const lines = text.split(/[\r\n\f]+/).filter((line) => line.trim() !== '').length
  const flat = text.trim().replace(/\s+/g, ' ')
  const lead = text.length - text.trimStart().length
  return {
    kind,
    line: pointAt(file, Math.min(start + lead, end)).line,
    endLine: pointAt(file, Math.max(start, end - (text.length - text.trimEnd().length))).line,
    lines: Math.max(1, lines),
    text: flat.length > longestShown ? `${flat.slice(0, longestShown - 1)}…` : flat,
    ...(rule ? { rule } : {}),
    ...(evidence === undefined ? {} : { evidence }),
  }
}

const kindOfNode: Readonly<Partial<Record<Nodes['type'], ActionKind>>> = {
  heading: 'heading',
  table: 'table',
  figure: 'figure',
  list: 'list',
  blockquote: 'quotation',
}

/** The blocks that were made of lines, and the notes. */
function blockActions(part: Part): Action[] {
  const notes = notesOf(part)
  const found: Action[] = []
  const visit = (node: Nodes): void => {
    const kind = node.type === 'footnoteReference' ? notes.kindOf(node.identifier) : kindOfNode[node.type]
    if (kind) found.push(nodeAction(part, node, kind))
    if (node.type === 'footnoteDefinition' && notes.isUncalled(node.identifier)) {
      found.push(nodeAction(part, node, 'uncalled-note'))
    }
    // Lists within lists are one list to a reader, and so are quotations.
    const isWhole = node.type === 'list' || node.type === 'blockquote' || node.type === 'table'
    if ('children' in node) for (const child of node.children) if (!isWhole || !kindOfNode[child.type]) visit(child)
  }
  visit(part.tree)
  return found
}

function nodeAction(part: Part, node: Nodes, kind: ActionKind): Action {
  const [start, end] = extentOf(node)
  const text = String(part.file.value).slice(start, end)
  return { ...actionAt(part, { kind, start, end, text }), lines: 1 }
}

/** Where a node stands in the source; a block that a rule put around others stands where they do. */
function extentOf(node: Nodes): readonly [start: number, end: number] {
  const { start, end } = node.position ?? {}
  if (start?.offset !== undefined && end?.offset !== undefined) return [start.offset, end.offset]
  const inner = 'children' in node ? node.children.map(extentOf).filter(([from, to]) => to > from) : []
  return inner.length === 0
    ? [0, 0]
    : [Math.min(...inner.map(([from]) => from)), Math.max(...inner.map(([, to]) => to))]
}

function notesOf({ tree }: Part) {
  const lost = new Map<string, boolean>()
  const called = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') lost.set(node.identifier, node.data?.lost === true)
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return {
    kindOf: (identifier: string): ActionKind => (lost.get(identifier) === false ? 'note' : 'lost-note'),
    isUncalled: (identifier: string): boolean => !called.has(identifier),
  }
}

const reordering: ReadonlySet<string> = new Set(['columns-are-read-in-order', 'blocks-are-in-order'])

/** Text in another order leaves no edit, because nothing of it is changed; the rules say where they have begun. */
function reorderings(part: Part): Action[] {
  return part.file.messages.flatMap(({ ruleId, reason, line = 1, place }) => {
    if (ruleId === undefined || !reordering.has(ruleId)) return []
    const endLine = place && 'end' in place ? place.end.line : line
    const rule = `normalize:${ruleId}` as RuleId
    return [{ kind: 'reordered' as const, line, endLine, lines: 1, text: reason, rule }]
  })
}
