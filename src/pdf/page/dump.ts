import type { Fragment } from '../galley/strip.ts'
import type { Page } from './page.ts'

/**
 * A page as text: one line for each thing on it, with its place in points. What is not text is named in angle
 * brackets. For tests, and for finding out what a page holds.
 */
export function dumpPage(page: Page): string {
  const sections: [string, readonly Fragment[]][] = [
    ['head', page.head],
    ['body', page.body],
    ['notes', page.notes],
  ]
  const lines = sections.flatMap(([name, fragments]) =>
    fragments.map((fragment) => `${name} ${dumpFragment(fragment)}`),
  )
  return [`page ${page.number} ${page.side}`, ...lines].join('\n')
}

function dumpFragment(fragment: Fragment): string {
  const x = fragment.kind === 'line' ? fragment.x + (fragment.line.pieces[0]?.x ?? 0) : fragment.x
  const at = `${round(x)} ${round(fragment.y)}`
  if (fragment.kind === 'rule') return `${at} <rule ${round(fragment.width)}>`
  if (fragment.kind === 'place') return `${at} <place of ${fragment.tag.role}>`
  if (fragment.kind === 'image') return `${at} <image ${round(fragment.width)} x ${round(fragment.height)}>`
  return `${at} ${lineText(fragment.line)}`
}

/** The text of a line, from left to right. */
export function lineText(line: {
  readonly pieces: readonly { readonly words: readonly { readonly text: string }[] }[]
}): string {
  return line.pieces.flatMap((piece) => piece.words.map((word) => word.text)).join('')
}

function round(points: number): number {
  return Math.round(points * 10) / 10
}
