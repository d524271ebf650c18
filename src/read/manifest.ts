import { closestMatch } from 'leven'
import type { VFile } from 'vfile'
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import { fieldsAt, type Manifest, manifestSchema } from '../config.ts'
import { report } from '../diagnostics/report.ts'
import { rules } from '../diagnostics/rules.ts'

/** A manifest that has been read, and where its fields stand. */
export interface LocatedManifest {
  readonly manifest: Manifest
  /** Place of the field at `path`, or of the nearest field around it that is there. */
  readonly placeOf: (path: Path) => Place | undefined
}

type Path = readonly PropertyKey[]

interface Place {
  start: { line: number; column: number; offset: number }
  end: { line: number; column: number; offset: number }
}

interface Located {
  readonly file: VFile
  readonly document: Document
  readonly lines: LineCounter
}

/** The part of a zod issue that is used here. */
interface Issue {
  readonly code: string
  readonly path: Path
  readonly message: string
  readonly keys?: readonly string[]
  readonly input?: unknown
}

/**
 * Reads dossier.yaml. A field that is wrong is reported at its place and left out; a file that is not YAML gives
 * nothing.
 */
export function readManifest(file: VFile): LocatedManifest | undefined {
  const lines = new LineCounter()
  const document = parseDocument(String(file.value), { lineCounter: lines, prettyErrors: false })
  const located = { file, document, lines }
  for (const { message, pos } of document.errors) {
    report(file, 'read:manifest-is-yaml', message, { place: placeAt(lines, pos[0], pos[1]) })
  }
  if (document.errors.length > 0) return undefined
  const manifest = validate(located)
  return manifest && { manifest, placeOf: (path) => placeOfNode(located, nodeAt(document, path)) }
}

/** Each round leaves out what was wrong in the one before, so the number of rounds is that of the fields at most. */
function validate(located: Located): Manifest | undefined {
  for (;;) {
    const value = plainValue(located)
    if (value === undefined) return undefined
    const result = manifestSchema.safeParse(value, { reportInput: true, jitless: true })
    if (result.success) return result.data
    for (const issue of result.error.issues) reportIssue(located, issue)
    const paths = result.error.issues.flatMap(culprits)
    for (const remove of paths.map((path) => removal(located.document, path))) remove()
  }
}

/** The document as plain values; nothing when its aliases would multiply it beyond all bounds. */
function plainValue({ document, file }: Located): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    report(file, 'read:manifest-is-yaml', error.message)
    return undefined
  }
}

function culprits(issue: Issue): readonly Path[] {
  return issue.code === 'unrecognized_keys' ? (issue.keys ?? []).map((key) => [...issue.path, key]) : [issue.path]
}

function reportIssue(located: Located, issue: Issue): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys ?? []) reportUnknownField(located, issue.path, key)
    return
  }
  const field = fieldName(issue.path)
  const missing = issue.input === undefined
  const found = missing ? 'Missing field' : `Unexpected value ${shown(issue.input)} of`
  const suggestion = suggestionFor(issue)
  report(located.file, 'read:manifest-field-is-valid', `${found} \`${field}\`, expected ${issue.message}`, {
    place: placeOfNode(located, nodeAt(located.document, issue.path)),
    ...(missing ? {} : { actual: shown(issue.input) }),
    ...(suggestion === undefined ? {} : { expected: [suggestion] }),
    note: remedyFor(issue, suggestion),
  })
}

function reportUnknownField({ document, file, lines }: Located, path: Path, key: string): void {
  const known = fieldsAt(path)
  const nearest = closestMatch(key, known, { maxDistance: 3 })
  report(file, 'read:manifest-field-is-known', `Unexpected field \`${fieldName([...path, key])}\``, {
    place: placeOfNode({ document, file, lines }, keyAt(document, path, key)),
    actual: key,
    expected: nearest === undefined ? known : [nearest],
    note: nearest === undefined ? `Known fields here: ${known.join(', ')}` : `Did you mean \`${nearest}\`?`,
  })
}

function suggestionFor({ message, input, path }: Issue): string | undefined {
  const name = typeof input === 'string' ? input : path.at(-1)
  if (!/rule/.test(message) || typeof name !== 'string') return undefined
  return closestMatch(name, Object.keys(rules), { maxDistance: 12 })
}

function remedyFor({ input, message }: Issue, suggestion: string | undefined): string {
  if (suggestion !== undefined) return `Did you mean \`${suggestion}\`?`
  if (input === undefined) return `Give it ${message}`
  if (message.startsWith('text') && typeof input !== 'object')
    return `Put quotation marks around it: "${String(input)}"`
  return 'The field is left out; correct it and build again'
}

/** A value as a person would recognize it, on one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** "sources[2].images[0].alt" */
function fieldName(path: Path): string {
  return (
    path
      .map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${String(step)}` : String(step)))
      .join('') || 'dossier.yaml'
  )
}

function placeOfNode({ lines }: Located, node: Node | undefined): Place | undefined {
  return node?.range ? placeAt(lines, node.range[0], node.range[1]) : undefined
}

function placeAt(lines: LineCounter, start: number, end: number): Place {
  const [from, to] = [lines.linePos(start), lines.linePos(end)]
  return {
    start: { line: Math.max(1, from.line), column: Math.max(1, from.col), offset: start },
    end: { line: Math.max(1, to.line), column: Math.max(1, to.col), offset: end },
  }
}

/** The node at a path, or the deepest node on the way to it. */
function nodeAt(document: Document, path: Path): Node | undefined {
  let node = asNode(document, document.contents)
  for (const step of path) {
    const next = child(document, node, step)
    if (!next) return node
    node = next
  }
  return node
}

function child(document: Document, node: Node | undefined, step: PropertyKey): Node | undefined {
  if (isSeq(node)) return asNode(document, node.items[Number(step)])
  if (isMap(node)) return asNode(document, node.items.find((pair) => isKey(pair.key, step))?.value)
  return undefined
}

function keyAt(document: Document, path: Path, key: string): Node | undefined {
  const map = nodeAt(document, path)
  const found = isMap(map) ? map.items.find((pair) => isKey(pair.key, key))?.key : undefined
  return isNode(found) ? found : map
}

function isKey(key: unknown, step: PropertyKey): boolean {
  return String(isScalar(key) ? key.value : key) === String(step)
}

function asNode(document: Document, value: unknown): Node | undefined {
  if (isAlias(value)) return (value as Alias).resolve(document)
  return isNode(value) ? value : undefined
}

/**
 * What takes the field at a path out; when it is missing, which was the mistake, what should have had it. Found by
 * identity, so that several can be done one after the other.
 */
function removal(document: Document, path: Path): () => void {
  const step = path.at(-1)
  const parent = nodeAt(document, path.slice(0, -1))
  if (step === undefined) {
    return () => {
      document.contents = null
    }
  }
  if (isSeq(parent)) {
    const gone = parent.items[Number(step)]
    return () => {
      parent.items = parent.items.filter((item) => item !== gone)
    }
  }
  const gone = isMap(parent) ? parent.items.find((pair) => isKey(pair.key, step)) : undefined
  if (!isMap(parent) || !gone) return removal(document, path.slice(0, -1))
  return () => {
    parent.items = parent.items.filter((pair) => pair !== gone)
  }
}
