import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Paragraph } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { isVerse } from '../../link/verse.ts'
import type { PartContext } from '../context.ts'
import { element } from '../element.ts'
import { marginLinks } from '../margin.ts'

/** A paragraph with its permanent number. */
export function paragraph(context: PartContext) {
  return (state: State, node: Paragraph): Element => {
    const { id, number } = node.data ?? {}
    const margin = id === undefined || number === undefined ? [] : marginLinks(context, id, number)
    const content = state.all(node)
    return element('p', { id }, [...margin, ...(isVerse(node) ? inVerses(content) : content)])
  }
}

/** Lines of verse, each in an element of its own, so that one that is too long for a screen goes on set in. */
function inVerses(content: readonly ElementContent[]): readonly ElementContent[] {
  const verses: ElementContent[][] = [[]]
  for (const node of content) {
    verses.at(-1)?.push(node)
    if (isBreak(node)) verses.push([])
  }
  return verses.filter((verse) => verse.length > 0).map((verse) => h('span.verse', withoutLineFeed(verse)))
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br'
}

/** The line feed after a break would be a space at the start of the next line. */
function withoutLineFeed([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  if (first?.type === 'text') return [{ ...first, value: first.value.replace(/^\n/, '') }, ...rest]
  return first ? [first, ...rest] : []
}
