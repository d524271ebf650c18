import type { Line } from '../../captured/line.ts'
import { endsWithMark, endsWithStop } from './sentence-ends.ts'

/*
 * Lines of programs, settings and shells, known by what no sentence has: brackets alone on a line, a name that is set
 * to a value, keywords with their signs, options. One such line may be anything; runs of them are code.
 */

const name = '[\\p{L}_$@][\\p{L}\\p{N}_.$@-]*'
/** A value: words of prose behind the sign of equality make a glossary. */
const value = '(?:["\'\\[({/~-].*|[^\\s=]+(?:\\s[^\\s]+){0,2})'

const signs: readonly RegExp[] = [
  /^\$ [a-z./~_]/,
  /^>>> \S/,
  /^[{}()[\]]+[;,)]*$/,
  new RegExp(`^${name}(?:\\[[^\\]]*\\])?\\s*[-+*/|&:]?=\\s*${value}$`, 'u'),
  /^"[^"]+"\s*:\s*(?:["[{]|[-\d]|true\b|false\b|null\b)/,
  /^(?:import [\w.]+(?: as \w+)?|from [\w.]+ import .+|#include [<"].+|use [\w:]+|package [\w.]+);?$/,
  /^(?:def|class|if|for|while|with|elif|else|try|except|switch|function|fn|func|do|catch|struct|async|match)\b.*[:{]$/,
  /^(?:if|for|while|switch) ?\(.*\)$/,
  /^return\b(?: ?[^\s].*)?[;\d)\]]$/,
  /^return(?: (?:None|True|False|null|nil|true|false|self|this))?$/,
  /^(?:const|let|var|int|void|char|float|double|long|bool|unsigned|static|public|private)\b[^.?!]*[;{)]$/,
  /^[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)[;{:]?$/,
  /^"""/,
  /^--[a-z][\w-]*(?:[ =]\S+)?(?: \\)?$/,
  /^<\/?[a-z][^<>]*>(?:.*<\/[a-z]+>)?$/i,
  /^(?:\/\*|\*\/|\/\/ )/,
  /^(?:SELECT|INSERT INTO|UPDATE|CREATE TABLE|FROM|WHERE) .*[;,*()='\w]$/,
  /\S \\$/,
  /^(?:\S+\s){0,5}\S*\s?\{$/,
  // A clause ends so, too, but has more words and none of these signs.
  /^(?=.*(?:[=[\]<>{}]|->|::|^\S+\())(?:\S+\s){0,3}\S*;$/,
]

/** Whether a line is one of code by itself. */
export function isCode({ value: text }: Line): boolean {
  const line = text.trim()
  return signs.some((sign) => sign.test(line)) && !endsWithStop(line)
}

/** Whether a line of code has more than words: a glossary sets words to words. */
export function hasSigns({ value: text }: Line): boolean {
  return /[(){}[\]"'/;\\\d]|--/.test(text)
}

/** Whether a line may be one of code where others stand around it: a comment, a header of settings, what a program said. */
export function mayBeCode({ value: text }: Line): boolean {
  const line = text.trim()
  if (/^(?:# |\[[\w. -]+\]$|-- )/.test(line)) return true
  return line.length <= longestSaid && /^[\p{Ll}\p{N}"'[({}\])*+<>|-]/u.test(line) && !endsWithMark(line)
}

/** Characters of the longest line that is taken with the code around it. */
const longestSaid = 60
