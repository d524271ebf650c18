import type { Element, Nodes, Root } from 'hast'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

/** What a reader reads in one part of a dossier, in whichever form. */
export interface PartText {
  readonly title: string
  /** Letters and digits of headings, paragraphs, lists, tables and captions, in reading order. */
  body: string
  /** Letters and digits of each note after its label, in order. */
  readonly notes: string[]
  /** Numbers of paragraphs and list items in the margin, in order. */
  readonly numbers: string[]
  /** What stands in the margin beside captions that have a label of their source's own, in order. */
  readonly labels: string[]
}

/** Letters and digits alone: lines, hyphenation and typographic spaces are the form's own. */
export function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const isNumberText = /^\d+\.\d+$/
const isLabelText = /^\p{L}+ \d+\.\d+$/u

/** The parts of a single HTML file. */
export function partsOfHtml(html: string): PartText[] {
  const root: Root = unified().use(rehypeParse).parse(html)
  return elements(root, (node) => node.tagName === 'article' && hasClass(node, 'part')).map((article) => {
    const [header] = elements(article, (node) => node.tagName === 'header')
    const [notes] = elements(article, (node) => hasClass(node, 'notes'))
    const [source] = elements(article, (node) => hasClass(node, 'source'))
    const left = new Set<Nodes | undefined>([header, notes, source])
    const numbers = elements(article, (node) => node.tagName === 'a' && hasClass(node, 'number'))
    return {
      title: letters(textOf(elements(article, (node) => node.tagName === 'h2')[0], isNumber)),
      body: letters(textOf(article, (node) => left.has(node))),
      notes: notes ? elements(notes, (node) => node.tagName === 'li').map(noteOf) : [],
      numbers: numbers.map(({ properties }) => String(properties.dataN)).filter((text) => isNumberText.test(text)),
      labels: numbers.map(({ properties }) => String(properties.dataN)).filter((text) => isLabelText.test(text)),
    }
  })
}

function isNumber(node: Nodes): boolean {
  return node.type === 'element' && hasClass(node, 'number')
}

/** A note without its label; that a note has no call is said by the form, not by the source. */
function noteOf(item: Element): string {
  const [text] = elements(item, (node) => hasClass(node, 'text'))
  const said = elements(item, (node) => hasClass(node, 'missing'))
  const whole = letters(textOf(text, (node) => said.includes(node as Element)))
  return whole === '' ? letters(textOf(said[0], () => false)) : whole
}

function textOf(node: Nodes | undefined, leaveOut: (node: Nodes) => boolean): string {
  if (!node || leaveOut(node)) return ''
  if (node.type === 'text') return node.value
  const own = node.type === 'element' && node.tagName === 'ol' ? numbersOf(node) : undefined
  if (!('children' in node)) return ''
  let item = 0
  return node.children
    .map((child) => {
      const isItem = own !== undefined && child.type === 'element' && child.tagName === 'li'
      return (isItem ? own(item++) : '') + textOf(child, leaveOut)
    })
    .join(' ')
}

/** Numbers of the items, which HTML leaves to the browser. */
function numbersOf(list: Element): ((item: number) => string) | undefined {
  return hasClass(list, 'own-markers') ? undefined : (item) => `${Number(list.properties.start ?? 1) + item}. `
}

function elements(root: Nodes, isWanted: (node: Element) => boolean): Element[] {
  if (!('children' in root)) return []
  return root.children.flatMap((node) =>
    node.type === 'element' && isWanted(node) ? [node] : elements(node, isWanted),
  )
}

function hasClass(node: Element, name: string): boolean {
  return Array.isArray(node.properties.className) && node.properties.className.includes(name)
}

type Tag = StructTreeNode | StructTreeContent

/** The parts of a PDF as its tags have them: what a screen reader says. */
export async function partsOfPdf(bytes: Uint8Array): Promise<PartText[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const parts: PartText[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
    const { byId, artifacts } = contentOf(items as Item[])
    const tree: StructTreeNode | null = await page.getStructTree()
    const tags = tree ? tagged(tree, 'Part') : []
    for (const tag of tags) readPart(tag, byId, parts)
    if (tags.length === 0) continue
    parts.at(-1)?.numbers.push(...artifacts.filter((text) => isNumberText.test(text)))
    parts.at(-1)?.labels.push(...artifacts.filter((text) => isLabelText.test(text)))
  }
  return parts
}

type Item = { readonly str: string } | { readonly type: string; readonly id?: string; readonly tag?: string }

function contentOf(items: readonly Item[]): { byId: Map<string, string>; artifacts: string[] } {
  const byId = new Map<string, string>()
  const artifacts: string[] = []
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((name) => name !== undefined)
      if (id === 'Artifact') artifacts.push(item.str.trim())
      else if (id !== undefined) byId.set(id, (byId.get(id) ?? '') + item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? (item.tag === 'Artifact' ? 'Artifact' : undefined))
  }
  return { byId, artifacts }
}

function readPart(part: StructTreeNode, byId: ReadonlyMap<string, string>, parts: PartText[]): void {
  const children = part.children.filter((tag): tag is StructTreeNode => 'role' in tag)
  const title = children.findIndex(({ role }) => role === 'H1')
  // Kicker, title and source card stand before the text.
  const card = title >= 0 && children[title + 1]?.role === 'Table' ? title + 2 : title + 1
  if (title >= 0)
    parts.push({ title: letters(said(children[title], byId)), body: '', notes: [], numbers: [], labels: [] })
  const current = parts.at(-1)
  if (!current) return
  for (const tag of children.slice(card)) {
    const notes = tagged(tag, 'Note')
    current.notes.push(...notes.map((note) => letters(said(note, byId, ['Lbl']))))
    const isList = tag.role === 'Sect' && notes.length > 0
    if (!isList) current.body += letters(said(tag, byId, ['Note']))
  }
}

/** The text under a tag, without that under tags of some roles, and without the page numbers that links end in. */
function said(tag: Tag | undefined, byId: ReadonlyMap<string, string>, without: readonly string[] = []): string {
  if (!tag) return ''
  if (!('role' in tag)) return 'id' in tag ? (byId.get(tag.id) ?? '') : ''
  if (without.includes(tag.role)) return ''
  const text = tag.children.map((child) => said(child, byId, without)).join('')
  return tag.role === 'Reference' ? text.replace(/,?\s*p\.\s*\d+$/, '') : text
}

function tagged(root: StructTreeNode, role: string): StructTreeNode[] {
  return root.children.flatMap((child) => {
    if (!('role' in child)) return []
    return child.role === role ? [child] : tagged(child, role)
  })
}
