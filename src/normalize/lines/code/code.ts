import type { Code, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { positionAt } from '../../../captured/captured.ts'
import { isSure } from '../../../captured/doubt.ts'
import type { Line } from '../../../captured/line.ts'
import { endOf, startOf } from '../../../captured/lines.ts'
import { stretchesOf } from '../../../captured/stretches.ts'
import { report } from '../../../diagnostics/report.ts'
import { codeRunsIn } from './code-runs.ts'

const rule = 'normalize:code-stands-as-it-is'

/**
 * Keeps programs, settings and what a shell says as blocks of code: lines, indents and signs stay as the capture has
 * them. Evidence are runs of lines that no sentence could be. A single line of code stays a line, and formulas,
 * glossaries and lists are left alone.
 */
export function code() {
  return (tree: Root, file: VFile): void => {
    const blocks = new Map<RootContent, Code>()
    const gone = new Set<RootContent>()
    for (const run of codeRunsIn(tree)) {
      const block = blockOf(file, run)
      if (!block) continue
      for (const line of run) gone.add(line)
      if (run[0]) blocks.set(run[0], block)
    }
    if (gone.size > 0)
      tree.children = tree.children.flatMap((node) => blocks.get(node) ?? (gone.has(node) ? [] : [node]))
  }
}

/** The block that takes the place of the lines; none where they stay lines. */
function blockOf(file: VFile, lines: readonly Line[]): Code | undefined {
  const text = String(file.value)
  const places = stretchesOf(
    file,
    lines.map((line) => ({ start: startOf(line), end: endOf(line) })),
  )
  const [place, ...others] = places
  if (!place) return undefined
  const { start, end } = { start: withIndent(text, place.start), end: others.at(-1)?.end ?? place.end }
  const left = text.slice(start, end)
  const evidence = `${lines.length} lines that no sentence could be follow each other`
  if (!isSure(file, { rule, start, end, left, after: left, evidence, confidence })) return undefined
  const position = positionAt(file, start, end)
  report(file, rule, 'These lines read as code and stay as they are', { place: position })
  // What stood between them, such as numbers in the margin, is no longer in the text: a block of code would bring it back.
  if (others.length > 0) return keepLines(lines, evidence)
  return { type: 'code', value: left, position }
}

function keepLines(lines: readonly Line[], evidence: string): undefined {
  for (const [at, { data }] of lines.entries()) {
    if (!data) continue
    if (at === 0) data.startsParagraph = { evidence, confidence }
    data.lineation = { kind: 'facts', evidence, confidence }
  }
}

/**
 * 235 of 235 runs that the sets of captures have are code, in 45 of them with a number of the margin or another column
 * among the lines. Stated lower, because the sets know few kinds of programs.
 */
const confidence = 0.98

/** The indent of the first line belongs to its block. */
function withIndent(text: string, start: number): number {
  let at = start
  while (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t') at--
  return at
}
