import type { Link, PhrasingContent, Root, Text } from 'mdast'
import { walk } from './walk.ts'

// Both stop at white space and quotation marks; neither can backtrack further than one character class.
const address =
  /(?<![\p{L}\p{N}/._-])(?:https?:\/\/|www\.)[^\s<>"“”„«»]+|(?<![\p{L}\p{N}._%+@-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/giu

/** Makes links of the web and e-mail addresses that stand in running text. */
export function linkBareUrls(tree: Root): void {
  walk(tree, (node) => {
    if (node.type === 'link') return 'skip'
    if (!('children' in node) || !node.children.some((child) => child.type === 'text' && mayHaveAddress(child.value))) {
      return undefined
    }
    node.children = (node.children as PhrasingContent[]).flatMap((child) =>
      child.type === 'text' && mayHaveAddress(child.value) ? splitAtAddresses(child) : [child],
    ) as typeof node.children
    return undefined
  })
}

function mayHaveAddress(text: string): boolean {
  return text.includes('://') || text.includes('@') || /www\./i.test(text)
}

function splitAtAddresses(leaf: Text): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let done = 0
  for (const match of leaf.value.matchAll(address)) {
    const shown = withoutTrailingPunctuation(match[0])
    if (!/[^\s/:.]{2}/.test(shown.replace(/^https?:\/\/|^www\./i, ''))) continue
    if (match.index > done) result.push(textLike(leaf, leaf.value.slice(done, match.index)))
    result.push(linkTo(leaf, shown))
    done = match.index + shown.length
  }
  if (done < leaf.value.length) result.push(textLike(leaf, leaf.value.slice(done)))
  return result
}

function linkTo(leaf: Text, shown: string): Link {
  const scheme = /^https?:/i.test(shown) ? '' : /^www\./i.test(shown) ? 'http://' : 'mailto:'
  const position = leaf.position ? { position: leaf.position } : {}
  return { type: 'link', url: scheme + shown, children: [textLike(leaf, shown)], ...position }
}

/** A sentence's full stop or a bracket that was opened before the address does not belong to it. */
function withoutTrailingPunctuation(found: string): string {
  let end = found.length
  let open = 0
  for (const character of found) open += character === '(' ? 1 : character === ')' ? -1 : 0
  for (; end > 0; end--) {
    const last = found.charAt(end - 1)
    if (last === ')' && open < 0) open++
    else if (!/[!?.,:;*_~'’”\]}]/.test(last)) break
  }
  return found.slice(0, end)
}

function textLike(leaf: Text, value: string): Text {
  return { type: 'text', value, ...(leaf.position ? { position: leaf.position } : {}) }
}
