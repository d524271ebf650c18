import type { Heading, Link, PhrasingContent, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { positionAt } from '../../captured/captured.ts'
import { applyChanges, type Change, type Run, sourceOffset, visitRuns } from '../../captured/run.ts'
import { report } from '../../diagnostics/report.ts'
import { belongsElsewhere, pointsTo, type ReferenceKind, referenceKinds } from '../../language/words/references.ts'

/**
 * Links what a text says of its own parts ("see Annex 1", "Section 2", "Table 3") with them, when the text has them.
 * It leaves alone the parts of laws and of other texts, and reports a reference to a part that is not there.
 */
export function crossReferences() {
  return (tree: Root, file: VFile): void => {
    const targets = targetsOf(tree)
    const body: Root = { type: 'root', children: tree.children.filter(({ type }) => type !== 'heading') }
    visitRuns(body, file, (run) => {
      if (run.block.type === 'heading') return
      const changes: Change[] = []
      for (const found of referencesIn(run.text)) {
        const url = targets.get(`${found.kind.name} ${found.label}`)
        if (url) changes.push(linkChange(found, url))
        else if (found.isMeant) reportUnresolved(run, found)
      }
      applyChanges(run, changes)
    })
  }
}

/** A reference in running text. */
interface Reference {
  readonly kind: ReferenceKind
  readonly label: string
  readonly start: number
  readonly end: number
  /** Whether the words around it say that it points to a part of this text. */
  readonly isMeant: boolean
}

const labelPattern = '(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[IVXLC]{1,7}|[A-Z])(?![\\p{L}\\d%])'
const words = referenceKinds.map(({ name, words }) => `(?<${name}>${words})`).join('|')
const referencePattern = new RegExp(`(?<![\\p{L}\\d-])(?:${words})\\s+(?<label>${labelPattern})`, 'giu')

function referencesIn(text: string): Reference[] {
  // A reference has a space in it; cells of tables are many, and most have none.
  if (!/\s/.test(text)) return []
  const references: Reference[] = bareReferencesIn(text)
  for (const { index: start, 0: found, groups } of text.matchAll(referencePattern)) {
    const end = start + found.length
    const label = groups?.label ?? ''
    const kind = referenceKinds.find(({ name }) => groups?.[name] !== undefined)
    const after = text.slice(end, end + 40)
    const isCaption = start === 0 && /^\s*[.:–—-]/.test(after)
    // Case is ignored for the words only: "part a" is no reference.
    if (!kind || label !== label.toUpperCase() || isCaption || belongsElsewhere.test(after)) continue
    if (!/^\d/.test(label) && !/^\p{Lu}/u.test(found) && !isLabelBehindSmallWord(kind, label, after)) continue
    const isMeant = pointsTo.test(text.slice(Math.max(0, start - 24), start))
    references.push({ kind, label, start, end, isMeant })
  }
  return references.sort((a, b) => a.start - b.start)
}

/** Behind a word in small letters a letter can be a word, too: "the part I played", but not "annex II", "chapter I.". */
function isLabelBehindSmallWord({ name }: ReferenceKind, label: string, after: string): boolean {
  return name === 'annex' || /^[IVXLC]{2,}$/.test(label) || (/^[IVX]$/.test(label) && /^[.,;:)\]]/.test(after))
}

/** "see 6.2": the number of a section alone, behind a word that points to it. */
const bareReference =
  /(?<=(?:see|siehe|vgl\.|cf\.|voir|véase|см\.|bkz\.)\s+)\d{1,2}(?:\.\d{1,3}){1,3}(?![\p{L}\d%.]\d|\p{L})/giu

function bareReferencesIn(text: string): Reference[] {
  const section = referenceKinds.find(({ name }) => name === 'section')
  if (!section) return []
  return [...text.matchAll(bareReference)].map(({ index: start, 0: label }) => ({
    kind: section,
    label,
    start,
    end: start + label.length,
    isMeant: false,
  }))
}

/** Addresses of the text's parts, by "kind label". */
function targetsOf(tree: Root): Map<string, string> {
  const targets = new Map<string, string>()
  const add = (key: string, url: string) => {
    if (!targets.has(key)) targets.set(key, url)
  }
  visit(tree, (node) => {
    if (node.type === 'heading') for (const key of keysOf(node)) add(key, `#${slugOf(textOf(node))}`)
    if (node.type !== 'paragraph') return
    const caption = captionPattern.exec(textOf(node).slice(0, 60))
    const name = caption?.groups?.table ? 'table' : 'figure'
    if (caption) add(`${name} ${caption.groups?.label}`, `#${name}-${caption.groups?.label}`)
  })
  // A number without a word is that of a section, a chapter or a part, unless one of these bears it in words.
  for (const [key, url] of [...targets]) {
    const [name, label] = key.split(' ')
    if (name === 'number') for (const other of ['section', 'chapter', 'part']) add(`${other} ${label}`, url)
  }
  return targets
}

const captionWords = referenceKinds.filter(({ name }) => name === 'table' || name === 'figure')
const captionPattern = new RegExp(
  `^(?:${captionWords.map(({ name, words }) => `(?<${name}>${words})`).join('|')})\\s+(?<label>${labelPattern})\\s*[.:–—-]`,
  'iu',
)
const namedHeading = new RegExp(`^(?:${words})\\s+(?<label>${labelPattern})`, 'iu')
const numberedHeading = /^(\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,7}|[A-Z])(?:[.):]\s*|\s+)(?=\S)/u

function keysOf(heading: Heading): string[] {
  const text = textOf(heading)
  const named = namedHeading.exec(text)
  const kind = referenceKinds.find(({ name }) => named?.groups?.[name] !== undefined)
  if (kind) return [`${kind.name} ${(named?.groups?.label ?? '').toUpperCase()}`]
  const number = numberedHeading.exec(text)?.[1]
  const annex = heading.data?.annex
  return [...(annex ? [`annex ${annex.toUpperCase()}`] : []), ...(number ? [`number ${number}`] : [])]
}

/** The address of a heading in markdown: its words in lower case, joined by hyphens, without punctuation. */
function slugOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\u2014\u2015]/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
}

function linkChange({ kind, label, start, end }: Reference, url: string): Change {
  return { start, end, put: (nodes) => [linkOf(nodes, url, { kind: kind.kind, label })] }
}

type CrossReference = NonNullable<NonNullable<Link['data']>['crossReference']>

function linkOf(nodes: readonly PhrasingContent[], url: string, crossReference: CrossReference): Link {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  // Text of a reference holds no links of its own.
  const children = nodes.filter((node) => node.type !== 'link' && node.type !== 'linkReference')
  return { type: 'link', url, children, data: { crossReference }, ...(start && end && { position: { start, end } }) }
}

function reportUnresolved(run: Run, { start, end }: Reference): void {
  const place = positionAt(run.file, sourceOffset(run, start), sourceOffset(run, end - 1) + 1)
  const words = run.text.slice(start, end)
  report(run.file, 'normalize:reference-target-exists', `"${words}" is not in this text`, { place, actual: words })
}
