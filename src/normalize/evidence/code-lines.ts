import type { Line } from '../../captured/line.ts'
import { endsWithMark, endsWithStop } from './sentence-ends.ts'

/*
 * Lines of programs, settings and shells, known by what no sentence has: brackets alone on a line, a name that is set
 * to a value, keywords with their signs, options. One such line may be anything; runs of them are code.
 */

const name = '[\\p{L}_$@][\\p{L}\\p{N}_.$@-]*'

/** A name that is set to up to three words: a line of settings, but of a glossary or a row of formulas, too. */
const assignment = new RegExp(`^${name}(?:\\[[^\\]]*\\])?\\s*[-+*/|&:]?=\\s*[^\\s=]+(?:\\s[^\\s]+){0,2}$`, 'u')

const signs: readonly RegExp[] = [
  // A value between quotation marks or brackets, a path, an option.
  new RegExp(`^${name}(?:\\[[^\\]]*\\])?\\s*[-+*/|&:]?=\\s*(?:["'\\[({]|\\.{0,2}/|~/|--?[a-z]|${name}[([])`, 'u'),
  /^\$ [a-z./~_]/,
  /^>>> \S/,
  /^[{}()[\]]+[;,)]*$/,
  /^"[^"]+"\s*:\s*(?:["[{]|[-\d]|true\b|false\b|null\b)/,
  /^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import .+|#include [<"].+|use \w+::[\w:]+|package [\w.]+);?$/,
  /^(?:def|class|async|function|fn|func|struct|switch|catch)\b.*(?:\{|\):|\w:)$/,
  /^(?:if|elif|while|with|except|match|case)\b.*[()[\]=<>"'_].*[:{]$/,
  /^(?:if|for|while|switch) ?\(.*\)$/,
  /^for \w+(?:, ?\w+)* in \S+:$/,
  /^if (?:not )?\w+(?: is (?:not )?\w+)?:$/,
  /^(?:else|try|finally|do)(?::|\s?\{)$/,
  /^return\b(?: ?[^\s].*)?[;)\]]$/,
  /^return(?: (?:None|True|False|null|nil|true|false|self|this|[-\d]+))?$/,
  /^return \S+ [-+*/%] \S+$/,
  /^(?:const|let|var|int|void|char|float|double|long|bool|unsigned|static|public|private)\b[^.?!]*[;{)]$/,
  /^[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)[;{:]?$/,
  /^"""/,
  /^--[a-z][\w-]*(?:[ =]\S+)?(?: \\)?$/,
  /^<\/?[a-z][^<>]*>(?:.*<\/[a-z]+>)?$/i,
  /^(?:\/\*|\*\/|\/\/ )/,
  /^(?:SELECT|INSERT INTO|UPDATE|CREATE TABLE|FROM|WHERE)\b.*(?:[*=(]|;$)/,
  /\S \\$/,
  /^(?:\S+\s){0,3}\S*\)\s?\{$/,
  // A clause ends so, too, but has more words and none of these signs.
  /^(?=.*(?:[=[\]<>{}]|->|::|^\S+\())(?:\S+\s){0,3}\S*;$/,
]

/** Whether a line is one of code by itself, in whatever text. */
export function isProgram({ value: text }: Line): boolean {
  const line = text.trim()
  return signs.some((sign) => sign.test(line)) && !endsWithStop(line)
}

/** Whether a line is one of code by itself where others are. */
export function isCode(line: Line): boolean {
  return isProgram(line) || isHeader(line) || (assignment.test(line.value.trim()) && !endsWithStop(line.value.trim()))
}

/** The header of a section of settings, `[tower]`; a label in brackets has digits, or one letter. */
export function isHeader({ value: text }: Line): boolean {
  return /^\[[a-z][\w.-]+\]$/.test(text.trim())
}

/** Whether a line may be one of code where others stand around it: a comment, a header of settings, what a program said. */
export function mayBeCode({ value: text }: Line): boolean {
  const line = text.trim()
  if (/^(?:# |-- )/.test(line)) return true
  return line.length <= longestSaid && /^[\p{Ll}\p{N}"'[({}\])*+<>|-]/u.test(line) && !endsWithMark(line)
}

/** Characters of the longest line that is taken with the code around it. */
const longestSaid = 60
