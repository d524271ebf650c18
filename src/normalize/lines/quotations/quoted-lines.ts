import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { record } from '../../../captured/record.ts'

const rule = 'normalize:quotations-are-set-off'

/** The marks in front of a line, as programs for electronic mail write them: ">", "> >", ">>". */
const marks = /^>(?: ?>){0,19}(?: |$|(?=[^\s>=]))/

/**
 * Takes the ">" off the lines of a quotation, as electronic mail marks them, and remembers how deep they are quoted. A
 * text must have two such lines; a single one that no line with a colon leads up to is left alone, and so is a figure
 * ("> 5 %").
 */
export function quotedLines() {
  return (tree: Root, file: VFile): void => {
    const quoted = tree.children.filter((node): node is Line => node.type === 'line' && marks.test(node.value))
    if (quoted.length === 0) return
    const figures = quoted.filter(({ value }) => /^>\s*[\d.]/.test(value)).length
    const confidence =
      figures >= 0.5 * quoted.length ? 0.3 : quoted.length > 1 ? 0.97 : ledUpTo(tree, quoted[0]) ? 0.8 : 0.4
    const evidence = `${quoted.length} line(s) begin with the mark of a quotation in electronic mail`
    const proposals = quoted.map((line) => ({ ...markOf(line), rule, after: '> ', evidence, confidence }) as const)
    if (!proposals.every((proposal) => isSure(file, proposal))) return
    for (const proposal of proposals) record(file, proposal)
    tree.children = unmarked(tree.children, file, evidence)
  }
}

function ledUpTo(tree: Root, line: Line | undefined): boolean {
  const before = line && tree.children[tree.children.indexOf(line) - 1]
  return before?.type === 'line' && before.value.endsWith(':')
}

function markOf(line: Line): { start: number; end: number } {
  const start = startOf(line)
  const [mark = ''] = marks.exec(line.value) ?? []
  // White space behind the marks is layout.
  return { start, end: start + mark.trimEnd().length }
}

/** The lines without their marks. Lines of marks only become blank lines. */
function unmarked(nodes: readonly RootContent[], file: VFile, evidence: string): RootContent[] {
  const result: RootContent[] = []
  let blanks = 0
  let depth = 0
  for (const node of nodes) {
    if (node.type !== 'line' || !node.data) {
      result.push(node)
      continue
    }
    const [mark = ''] = marks.exec(node.value) ?? []
    if (mark.trim() !== '' && mark.trimEnd() === node.value) {
      blanks += 1 + node.data.blankBefore
      continue
    }
    const line = mark === '' ? node : without(file, node, mark)
    const own = mark.replace(/[^>]/g, '').length
    if (line.data) {
      line.data.blankBefore += blanks
      if (own > 0) line.data.quote = own
      if (own !== depth) line.data.startsParagraph = { evidence, confidence: 0.97 }
    }
    blanks = 0
    depth = own
    result.push(line)
  }
  return result
}

function without(file: VFile, line: Line, mark: string): Line {
  const rest = line.value.slice(mark.length)
  const value = rest.trimStart()
  const shift = line.value.length - value.length
  const position = positionAt(file, startOf(line) + shift, endOf(line))
  const indent = (line.data?.indent ?? 0) + shift
  return { type: 'line', value, position, data: { page: 1, blankBefore: 0, ...line.data, indent } }
}
