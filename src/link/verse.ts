import type { Paragraph } from 'mdast'
import { walk } from './walk.ts'

/** In UTF-16 code units: lines of verse, of addresses and of signatures are no longer. */
const longestVerse = 120

/** Whether each line of a paragraph is one, as in verse: the source breaks it, and no line is as long as a paragraph. */
export function isVerse(paragraph: Paragraph): boolean {
  let length = 0
  let longest = 0
  let breaks = 0
  walk(paragraph, (node) => {
    if (node.type === 'break') {
      breaks++
      length = 0
    } else if ('value' in node) {
      length += node.value.length
    }
    longest = Math.max(longest, length)
    return undefined
  })
  return breaks > 0 && longest <= longestVerse
}
