import type { Edit } from '../captured/edit.ts'
import type { Markdown } from '../captured/markdown.ts'

const words = /[\p{L}\p{N}]+/gu

/**
 * Words in the body of the markdown that are neither kept from the source nor the result of an edit: the converse of
 * tiling. Markup that has words of its own (the number of a list item, the label of a note) must be in the result of
 * some edit; addresses within the document are the tree's, not the text's.
 */
export function addedWords(markdown: Markdown, edits: readonly Edit[]): readonly string[] {
  const known = new Set<string>()
  for (const { after } of edits) for (const [word] of after.matchAll(words)) known.add(word)
  const found = new Set<string>()
  for (const stretch of uncovered(markdown)) {
    const text = stretch.replace(/\]\(#[^()]*\)/g, '')
    for (const [word] of text.matchAll(words)) if (!known.has(word)) found.add(word)
  }
  return [...found]
}

/** The stretches of the body that are markup. */
function* uncovered({ value, body, kept, shown }: Markdown): Generator<string> {
  let at = body
  let nextShown = 0
  for (const span of kept) {
    for (let one = shown[nextShown]; one && one.at < span.at; one = shown[++nextShown]) {
      if (one.at > at) yield value.slice(at, one.at)
      at = Math.max(at, one.end)
    }
    if (span.at > at) yield value.slice(at, span.at)
    at = Math.max(at, span.at + span.end - span.start)
  }
  for (const one of shown.slice(nextShown)) {
    if (one.at > at) yield value.slice(at, one.at)
    at = Math.max(at, one.end)
  }
  yield value.slice(at)
}
