import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { VFile } from 'vfile'
import type { Edit } from '../../src/captured/edit.ts'
import type { Source } from '../../src/captured/source.ts'
import { normalizeText } from '../../src/pipeline.ts'

/*
 * `npm run score:confidence [PATTERN]`: how often edits are right whose result can be looked up in what a capture is
 * known to say: words at line ends, compounds, calls of notes. One line for each kind of evidence: how often it was
 * right, and the confidence that its rule states. The default of `confidence` in dossier.yaml comes from this table.
 */
const captures = new URL('../../../shared/captures/', import.meta.url)

const word = /[\p{L}\p{M}\p{N}]+(?:[-\u2010'\u2019][\p{L}\p{M}\p{N}]+)*/gu

/** What was found out about one kind of evidence. */
interface Kind {
  seen: number
  right: number
  readonly confidence: number
}

if (existsSync(captures)) main(new RegExp(process.argv[2] ?? '.'))
else process.stdout.write(`No captures to look into in ${fileURLToPath(captures)}\n`)

function main(only: RegExp): void {
  const kinds = new Map<string, Kind>()
  for (const name of readdirSync(captures).sort()) {
    const folder = new URL(`${name}/`, captures)
    if (!only.test(name) || !existsSync(new URL('input.txt', folder))) continue
    const text = readFileSync(new URL('input.txt', folder), 'utf8')
    count(kinds, text, readFileSync(new URL('truth.md', folder), 'utf8'))
  }
  process.stdout.write('  seen  right  stated  evidence\n')
  for (const [name, { seen, right, confidence }] of [...kinds].sort(([, left], [, other]) => other.seen - left.seen)) {
    const figures = [String(seen).padStart(6), (right / seen).toFixed(3).padStart(6), confidence.toFixed(2).padStart(7)]
    process.stdout.write(`${figures.join(' ')}  ${name}\n`)
  }
}

function count(kinds: Map<string, Kind>, text: string, truth: string): void {
  const words = new Set([...truth.matchAll(word)].map(([found]) => keyOf(found)))
  const flat = truth.replace(/\s+/g, ' ')
  for (const edit of editsOf(text)) {
    const right = edit.rule === 'normalize:note-call-is-marked' ? isCall(edit, text, flat) : isWord(edit, text, words)
    if (right === undefined) continue
    const name = `${edit.rule.slice('normalize:'.length)}: ${edit.evidence.replace(/"[^"]*"|call(?:s)? \S+ and \S+/g, '…')}`
    const kind = kinds.get(name) ?? { seen: 0, right: 0, confidence: edit.confidence }
    kinds.set(name, kind)
    kind.seen++
    if (right) kind.right++
  }
}

/** All edits, however unsure; in doubt a rule leaves the hyphen, and then nothing could be looked up. */
function editsOf(text: string): readonly Edit[] {
  const overrides = { off: [], options: {}, keep: [], confidence: 0 }
  const about = { id: 'text', path: 'text.txt', mediaType: 'text/plain', size: text.length, sha256: '' } as const
  const source: Source = { ...about, encoding: 'utf-8', bom: false, metadata: {}, notes: {}, images: [], overrides }
  return normalizeText({ source, file: new VFile({ path: 'text.txt', value: text }) }).part.edits
}

function keyOf(text: string): string {
  return text.toLowerCase().replaceAll('\u2010', '-').replace(/^-|-$/g, '')
}

/** Whether the word around an edit is one of the text's, with or without its hyphen; undefined when both or none are. */
function isWord({ rule, start, end, after }: Edit, text: string, words: ReadonlySet<string>): boolean | undefined {
  if (rule !== 'normalize:split-words-are-joined' && rule !== 'normalize:compounds-keep-their-hyphen') return undefined
  const before = /[\p{L}\p{M}\p{N}'\u2019\u2010-]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  const behind = /^[\p{L}\p{M}\p{N}]*(?:[-\u2010][\p{L}\p{M}\p{N}]+)*/u.exec(text.slice(end, end + 60))?.[0] ?? ''
  const hyphenated = /[-\u2010]$/.test(before) || after === '-'
  const other = hyphenated ? before.replace(/[-\u2010]$/, '') + behind : `${before}-${behind}`
  const isRight = words.has(keyOf(before + after + behind))
  return isRight === words.has(keyOf(other)) ? undefined : isRight
}

/** Whether the text has a call behind the same word; undefined when no word stands before the edit. */
function isCall({ start }: Edit, text: string, truth: string): boolean | undefined {
  const before = text.slice(Math.max(0, start - 25), start).replace(/\s+/g, ' ')
  const last = /\p{L}{2,}[^\p{L}]*$/u.exec(before)?.[0].trim()
  return last === undefined ? undefined : truth.includes(`${last}[^`)
}
