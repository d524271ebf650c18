import type { Root } from 'mdast'
import type { Line } from '../../../captured/line.ts'
import { isCode, isHeader, isProgram, mayBeCode } from '../../evidence/code-lines.ts'

/** Fewest lines of a run that are code by themselves, and their least share of all. */
const fewest = 2
const leastShare = 0.6

/** Lines that follow each other and are code: from the first that is by itself to the last, and what was said below it. */
export function codeRunsIn(tree: Root): Line[][] {
  const runs: Line[][] = []
  const nodes = tree.children
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'line' || !(isCode(node) || opensSettings(node, nodes[at + 1]))) continue
    const run = runFrom(nodes, at)
    const strong = run.filter(isCode)
    const inner = run.findLastIndex(isCode) + 1
    if (strong.length >= Math.max(fewest, leastShare * inner) && strong.some(isUnmistakable)) {
      runs.push(run)
      at += run.length - 1
    }
  }
  return runs
}

/** What a glossary and a row of formulas have nothing of. */
function isUnmistakable(line: Line): boolean {
  return isProgram(line) || isHeader(line)
}

/** A comment above settings, or what a program begins with. */
function opensSettings(line: Line, next: Root['children'][number] | undefined): boolean {
  return next?.type === 'line' && isAdjacent(next) && /^(?:# |")/.test(line.value) && mayBeCode(next)
}

function isAdjacent({ data }: Line): boolean {
  return (data?.blankBefore ?? 0) === 0
}

/** Most lines that a program said which are taken with the command above them. */
const mostSaid = 2

/** Lines that only may be code beyond the share that a run can have of them: no run is looked for through a whole text. */
const mostDoubtful = 8

/** The lines from one on, as far as they are code, may be between two that are, or stand right below one. */
function runFrom(nodes: Root['children'], from: number): Line[] {
  const run: Line[] = []
  let sure = 0
  let said = 0
  let balance = 0
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'line' || (run[0] && node.data?.page !== run[0].data?.page)) break
    const strong = isCode(node)
    if (at > from && !belongs(node, strong, nodes[at + 1])) break
    balance += strong ? leastShare - 1 : leastShare
    if (balance > mostDoubtful * leastShare) break
    run.push(node)
    said = strong ? 0 : said + 1
    if (strong || (sure === run.length - 1 && isAdjacent(node) && said <= mostSaid)) sure = run.length
  }
  return run.slice(0, sure)
}

function belongs(line: Line, strong: boolean, next: Root['children'][number] | undefined): boolean {
  if ((line.data?.blankBefore ?? 0) > 1) return false
  if (strong) return true
  return isAdjacent(line) ? mayBeCode(line) : goesOnBelow(line, next)
}

/** A header of settings below a blank line. */
function goesOnBelow(line: Line, next: Root['children'][number] | undefined): boolean {
  return mayBeCode(line) && next?.type === 'line' && isAdjacent(next) && isCode(next)
}
