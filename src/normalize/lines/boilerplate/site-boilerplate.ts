import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import type { Line } from '../../../captured/line.ts'
import { removeLines } from '../../../captured/lines.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import { headMatter } from './head.ts'
import { isListed, isRunningText, weightOf } from './weight.ts'

const rule = 'normalize:site-matter-is-left-out'

/**
 * Takes out what a web page prints around an article: menus and notices above it, "related posts", comment forms and
 * imprint below. A run at either end of the text goes as a whole, from its outer edge to the innermost line that only
 * a web page has, when enough of its lines are such. It leaves alone everything between text, and an end of the text
 * that merely is short ("Contact" and an address).
 */
export function siteBoilerplate() {
  return (tree: Root, file: VFile): void => {
    const lines = tree.children
    const head = headMatter(lines, evidenceOf(file).language)
    const tail = tailRun(lines, head.length)
    for (const [run, where] of [
      [head, 'above'],
      [tail, 'below'],
    ] as const) {
      const found = run.reduce((sum, line) => sum + weightOf(line), 0)
      if (found === 0) continue
      const evidence = `${run.length} line(s) ${where} the text, ${Math.ceil(found)} of them words of a web page's frame`
      removeLines(tree, file, run, { rule, evidence, confidence: found < 1 ? 0.5 : Math.min(0.99, 0.8 + found / 20) })
    }
  }
}

/** From the first line below the text that belongs to the page to the last line. */
function tailRun(nodes: readonly RootContent[], from: number): Line[] {
  let start = nodes.length
  let possible = nodes.length
  for (let at = nodes.length - 1; at >= from; at--) {
    const node = nodes[at]
    if (node?.type !== 'line') break
    const weight = weightOf(node)
    if (weight === 1) start = at
    else if (weight > 0) possible = at
    else if (isRunningText(node.value) || isListed(node.value)) break
  }
  if (start < nodes.length && possible < start && possible >= start - 2) start = possible
  return nodes.slice(start).filter((node): node is Line => node.type === 'line')
}
