import { isMap, parseDocument, stringify } from 'yaml'
import type { Part } from '../captured/part.ts'

/** Keys of the front matter that we write; a markdown source's other keys follow them. */
const ours = new Set([
  ...['id', 'title', 'publisher', 'author', 'date', 'url', 'captured', 'language', 'kicker', 'category', 'source'],
])

/**
 * The YAML front matter of a part, with its fences, ending in a line end. `kept` is the front matter that a markdown
 * source had: fields that mean nothing to us are carried over.
 */
export function frontMatter({ source, metadata }: Part, kept = ''): string {
  const { title, publisher, author, date, url, captured, language, kicker, category } = metadata
  const { path: file, sha256, size, encoding, bom } = source
  const fields = {
    ...{ id: source.id, title, publisher, author, date, url, captured, language, kicker, category },
    source: { file, sha256, size, encoding, ...(bom ? { bom } : {}) },
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return `---\n${stringify({ ...known, ...otherFields(kept) }, { lineWidth: 0, aliasDuplicateObjects: false })}---\n`
}

function otherFields(yaml: string): Record<string, unknown> {
  const document = parseDocument(yaml, { logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return {}
  const fields: Record<string, unknown> = document.toJS({ maxAliasCount: 100 })
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !ours.has(key)))
}
