import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { removeLines } from '../../../captured/lines.ts'
import { endsClause } from '../../evidence/sentence-ends.ts'

const rule = 'normalize:sentence-is-not-cut-by-an-address'

/**
 * Takes out lines that are nothing but a web address and stand in the middle of a sentence. `pdftotext` writes the
 * addresses of a page's links where the page ends. It leaves alone an address that the text leads up to ("available
 * at", a colon, the end of a sentence): that one is the author's.
 */
export function strayAddresses() {
  return (tree: Root, file: VFile): void => {
    for (const group of addressGroups(tree.children)) {
      const evidence = evidenceOf(group)
      if (evidence) removeLines(tree, file, group.lines, { rule, evidence, confidence: 0.95 })
      else if (isOpen(group.before) && group.after) removeLines(tree, file, group.lines, { rule, ...doubt })
    }
  }
}

/** What is said of an address that may belong to the text. */
const doubt = { evidence: 'an address stands between two lines of text', confidence: 0.5 }

/** Lines next to each other that hold addresses only, and what stands around them. */
interface AddressGroup {
  readonly lines: readonly Line[]
  readonly before: RootContent | undefined
  readonly after: RootContent | undefined
}

const address = /^<?(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>]+>?$/i

function addressGroups(nodes: readonly RootContent[]): AddressGroup[] {
  const groups: AddressGroup[] = []
  let open: Line[] = []
  nodes.forEach((node, index) => {
    if (node.type !== 'line' || !address.test(node.value)) return
    open.push(node)
    const after = nodes[index + 1]
    if (after?.type === 'line' && address.test(after.value)) return
    groups.push({ lines: open, before: nodes[index - open.length], after })
    open = []
  })
  return groups
}

/** Why the sentence around the addresses is one; undefined when it may not be. */
function evidenceOf({ lines, before, after }: AddressGroup): string | undefined {
  const first = lines[0]
  if (!first || !isOpen(before) || after?.type !== 'line') return undefined
  if (leadsUpToAddress.test(before.value)) return undefined
  const apart = lines.length > 1 || (first.data?.blankBefore ?? 0) > 0 || first.data?.page !== before.data?.page
  if (!apart || !/^[\p{Ll}\d‘“(«,;]/u.test(after.value)) return undefined
  const goesOn = /^\p{Ll}/u.test(after.value) ? 'goes on in lower case' : 'goes on'
  return `the line before ends within a sentence, which ${goesOn} after ${lines.length} address line(s)`
}

function isOpen(node: RootContent | undefined): node is Line {
  return node?.type === 'line' && !endsClause(node.value)
}

/** Words after which an address belongs to the sentence, in the languages that dossierpress knows. */
const leadsUpToAddress =
  /(?:^|[\s(])(?:at|from|see|on|via|under|unter|auf|siehe|bei|sur|voir|à|en|ver|véase|на|см\.?|по адресу|ünvan|bax|bkz\.?|adresi|տես)[\s(<]*$/iu
