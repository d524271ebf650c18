import type { EntryJson, SourceJson } from './schema.ts'
import type { SourceLedger } from './source-ledger.ts'

/** Writes ledgers as ledger.json: one entry a line, so that two versions can be compared. */
export function ledgerJson(ledgers: readonly SourceLedger[]): string {
  const sources = ledgers.map((ledger) => {
    const { entries, ...head } = encodeSource(ledger)
    const lines = entries.map((entry) => `        ${JSON.stringify(entry)}`).join(',\n')
    const body = JSON.stringify(head, null, 2).slice(2, -2).replaceAll('\n', '\n    ')
    return `    {\n    ${body},\n      "entries": [\n${lines}\n      ]\n    }`
  })
  return `{\n  "format": "dossierpress-ledger",\n  "version": 1,\n  "sources": [\n${sources.join(',\n')}\n  ]\n}\n`
}

function encodeSource(ledger: SourceLedger): SourceJson {
  const { entries, markdownSha256, ...about } = ledger
  const rule = createTable()
  const evidence = createTable()
  const encoded = entries.map((entry): EntryJson => {
    if (!('edit' in entry)) return [entry.length, entry.at]
    const { edit, line } = entry
    return {
      ...{ rule: rule.indexOf(edit.rule), line, before: edit.before, after: edit.after },
      evidence: evidence.indexOf(edit.evidence),
      ...(edit.confidence === 1 ? {} : { confidence: edit.confidence }),
      ...(edit.editor === undefined ? {} : { editor: edit.editor }),
    }
  })
  const tables = { rules: rule.values, evidence: evidence.values }
  return { ...about, markdown: { sha256: markdownSha256 }, ...tables, entries: encoded }
}

/** Gives each distinct text the index of its first use. */
function createTable(): { readonly values: string[]; indexOf(value: string): number } {
  const values: string[] = []
  const indices = new Map<string, number>()
  return {
    values,
    indexOf(value) {
      const known = indices.get(value)
      if (known !== undefined) return known
      indices.set(value, values.length)
      return values.push(value) - 1
    },
  }
}
