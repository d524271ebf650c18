import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { type LabelName, type Labels, labelNames } from '../template/labels.ts'

/** Values for a template's slots: text, or nodes for an element with `data-slot`; a slot without a value is empty. */
export type Slots = Readonly<Record<string, string | readonly RootContent[] | undefined>>

/** A page template that has been read and checked. */
export interface Template {
  readonly tree: Root
  readonly slots: TemplateSlots
}

/** The names that a template can use. */
export interface TemplateSlots {
  /** Text: in braces in an attribute or in text (`{title}`). */
  readonly text: readonly string[]
  /** Nodes: `<div data-slot="contents"></div>`, or any other element with the attribute. */
  readonly nodes: readonly string[]
  /** Those of `nodes` without which text of the dossier would be missing. */
  readonly needed?: readonly string[]
}

const braces = /\{([A-Za-z][\w.]*)\}/g

/**
 * Reads a template: plain HTML in which an element with `data-slot="x"` stands for nodes, `{x}` in attributes and text
 * for text, `{label.x}` for a label, and an element with `data-if="x"` is left out when `x` is empty. Unknown names are
 * errors at their place; a needed slot that is missing is an error, and stands at the end.
 */
export function readTemplate(file: VFile, slots: TemplateSlots, isPage: boolean): Template {
  const tree = unified().use(rehypeParse, { fragment: !isPage }).parse(file)
  const used = new Set<string>()
  check(tree, file, slots, used)
  for (const name of slots.needed ?? []) {
    if (used.has(name)) continue
    report(file, 'template:slot-is-used', `Expected the slot \`${name}\``, {
      expected: [`<div data-slot="${name}"></div>`],
    })
    bodyOf(tree).children.push({ type: 'element', tagName: 'div', properties: { dataSlot: name }, children: [] })
  }
  return { tree, slots }
}

function bodyOf(tree: Root): Root | Element {
  const html = tree.children.find((node) => node.type === 'element' && node.tagName === 'html')
  const body =
    html && 'children' in html && html.children.find((node) => node.type === 'element' && node.tagName === 'body')
  return body && body.type === 'element' ? body : tree
}

function check(node: Nodes, file: VFile, slots: TemplateSlots, used: Set<string>): void {
  if (node.type === 'text') checkText(node.value, node, file, slots)
  if (node.type === 'element') {
    for (const value of Object.values(node.properties)) checkText(String(value), node, file, slots)
    const { dataSlot, dataIf } = node.properties
    if (dataSlot !== undefined) checkName(String(dataSlot), slots.nodes, node, file)
    if (dataSlot !== undefined) used.add(String(dataSlot))
    if (dataIf !== undefined) checkName(String(dataIf), [...slots.text, ...slots.nodes], node, file)
  }
  if ('children' in node) for (const child of node.children) check(child, file, slots, used)
}

function checkText(text: string, node: Nodes, file: VFile, slots: TemplateSlots): void {
  for (const [, name = ''] of text.matchAll(braces)) {
    if (!name.startsWith('label.')) checkName(name, slots.text, node, file)
    else checkName(name.slice('label.'.length), labelNames, node, file)
  }
}

function checkName(name: string, known: readonly string[], node: Nodes, file: VFile): void {
  if (known.includes(name)) return
  report(file, 'template:slot-is-known', `Unexpected slot \`${name}\``, {
    place: node.position,
    actual: name,
    expected: known,
    note: `This template can use: ${known.join(', ')}.`,
  })
}

/** A copy of the template with its slots filled. Trees go into trees: no text is ever read as markup. */
export function fillTemplate(template: Template, values: Slots, labels: Labels): RootContent[] {
  return template.tree.children.flatMap((node) => fill(node, values, labels))
}

function fill(node: RootContent, values: Slots, labels: Labels): RootContent[] {
  if (node.type === 'text') return [{ type: 'text', value: fillText(node.value, values, labels) }]
  if (node.type === 'comment') return []
  if (node.type !== 'element') return [node]
  const { dataIf, dataSlot, ...properties } = node.properties
  if (dataIf !== undefined && isEmpty(values[String(dataIf)])) return []
  if (dataSlot !== undefined) return nodesOf(values[String(dataSlot)])
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string') properties[name] = fillText(value, values, labels)
    else if (Array.isArray(value)) properties[name] = value.map((item) => fillText(String(item), values, labels))
  }
  const children = node.children.flatMap((child) => fill(child, values, labels)) as ElementContent[]
  return [{ type: 'element', tagName: node.tagName, properties, children }]
}

function fillText(text: string, values: Slots, labels: Labels): string {
  return text.replace(braces, (_slot, name: string) => {
    if (name.startsWith('label.')) return labels.text(name.slice('label.'.length) as LabelName)
    const value = values[name]
    return typeof value === 'string' ? value : ''
  })
}

function nodesOf(value: Slots[string]): RootContent[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [{ type: 'text', value }] : [...value]
}

function isEmpty(value: Slots[string]): boolean {
  return value === undefined || value.length === 0
}
