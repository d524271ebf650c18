/*
 * The words of a dossier's normalized texts against those that `pdftotext` reads from its PDF, with divided words made
 * whole again: `npm run words -- FOLDER...`, each a folder that `dossierpress build` wrote.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** How many of the words of a dossier's texts are in its PDF. */
export interface WordCount {
  readonly words: number
  readonly found: number
  /** Words that are not, or not often enough, in the PDF. */
  readonly missing: readonly string[]
}

/** Compares a built dossier's texts with its PDF; undefined where `pdftotext` is not installed. */
export function compareWords(folder: string): WordCount | undefined {
  const { status, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'dossier.pdf'), '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) return undefined
  const printed = counted(wordsOf(stdout))
  const missing: string[] = []
  const words = readdirSync(join(folder, 'markdown')).flatMap((name) =>
    wordsOf(textOf(readFileSync(join(folder, 'markdown', name), 'utf8'))),
  )
  for (const word of words) {
    const left = printed.get(word) ?? 0
    if (left === 0) missing.push(word)
    else printed.set(word, left - 1)
  }
  return { words: words.length, found: words.length - missing.length, missing }
}

/**
 * Runs of letters and digits, in one form of Unicode. `pdftotext` takes every hyphen at the end of a line for one that
 * divides a word, those of compounds too, so the parts of a compound count as one word on either side.
 */
function wordsOf(text: string): string[] {
  const whole = text.normalize('NFKC').replaceAll(/(?<=[\p{L}\p{N}])(?:\u00ad\s*|[-\u2010])(?=[\p{L}\p{N}])/gu, '')
  return whole.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

/** What a reader sees of a normalized text. */
function textOf(markdown: string): string {
  const parts: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') parts.push(node.value)
    else if (node.type === 'image') parts.push(node.alt ?? '')
    else if ('children' in node) {
      for (const child of node.children) visit(child)
      if (!inline.has(node.type)) parts.push('\n')
    } else if (node.type !== 'html' && node.type !== 'yaml') parts.push(' ')
  }
  visit(parser.parse(markdown))
  return parts.join('')
}

const inline = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

function printCounts(folders: readonly string[]): void {
  for (const folder of folders) {
    const count = compareWords(folder)
    if (!count) {
      console.log(`${folder}: pdftotext is not installed, or there is no PDF`)
      continue
    }
    const { words, found, missing } = count
    console.log(`${folder}: ${found} of ${words} words, ${((100 * found) / Math.max(1, words)).toFixed(3)} %`)
    if (missing.length > 0) console.log(`  missing: ${missing.slice(0, 40).join(' ')}`)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printCounts(process.argv.slice(2))
