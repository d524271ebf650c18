import type { Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** What a markdown says, a string a block, so that two texts can be laid side by side whatever their dialect. */
export interface Blocks {
  /** Headings ("## Text"), paragraphs, list items ("1. Text"), table rows ("| a | b |"), in order. */
  readonly body: readonly string[]
  /** Texts of the notes by their labels. */
  readonly notes: ReadonlyMap<string, string>
  /** Labels of the note calls, in order. */
  readonly calls: readonly string[]
}

/** Reads a markdown into its blocks. A note call is "[^7]" in its block; a link to elsewhere in the text keeps its target. */
export function blocksOf(markdown: string): Blocks {
  const tree = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).parse(markdown)
  const definitions = tree.children.filter((node) => node.type === 'footnoteDefinition')
  const body = tree.children.filter((node) => node.type !== 'footnoteDefinition').flatMap((node) => linesOf(node))
  return {
    body,
    notes: new Map(definitions.map((node) => [node.label ?? node.identifier, inline(node)])),
    calls: body.flatMap((line) => [...line.matchAll(/\[\^([^\]]+)\]/g)].map(([, label = '']) => label)),
  }
}

/** Words of the blocks, without note calls and link targets. */
export function wordsOf(blocks: readonly string[]): readonly string[] {
  return blocks.flatMap(
    (block) =>
      block
        .replace(/\[\^[^\]]+\]|\]\(#[^)]*\)/g, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [],
  )
}

function linesOf(node: RootContent | Root, marker = ''): string[] {
  switch (node.type) {
    case 'yaml':
      return []
    case 'heading':
      return [`${'#'.repeat(node.depth)} ${inline(node)}`]
    case 'list':
      return node.children.flatMap((item, index) =>
        item.children.flatMap((child, place) =>
          linesOf(child, place > 0 ? '' : node.ordered ? `${(node.start ?? 1) + index}. ` : '- '),
        ),
      )
    case 'table':
      return node.children.map((row) => `| ${row.children.map((cell) => inline(cell)).join(' | ')} |`)
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child).map((line) => `> ${line}`))
    default:
      return [marker + inline(node)].filter((line) => line !== '')
  }
}

function inline(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]`
  if (node.type === 'link' && node.url.startsWith('#')) return `[${node.children.map(inline).join('')}](${node.url})`
  if ('children' in node) return node.children.map(inline).join('').replace(/\s+/gu, ' ').trim()
  return 'value' in node ? node.value.replace(/\s+/gu, ' ') : ''
}
