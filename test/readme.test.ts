import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { fieldsAt } from '../src/config.ts'
import { rules } from '../src/index.ts'
import { readCorrections } from '../src/normalize/corrections/read-corrections.ts'
import { readManifest } from '../src/read/manifest.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml)

describe('the README', () => {
  test('shows a dossier.yaml that is right, with every field of a source', () => {
    const file = new VFile({ path: 'dossier.yaml', value: examples[0] })
    const manifest = readManifest(file)?.manifest
    expect(file.messages.map(String)).toEqual([])
    expect(Object.keys(manifest?.sources?.[1] ?? {}).sort()).toEqual([...fieldsAt(['sources'])].sort())
    expect(Object.keys(manifest ?? {}).sort()).toEqual([...fieldsAt([])].sort())
  })

  test('shows corrections that are right', () => {
    const file = new VFile({ path: 'report.edits.yaml', value: examples[1] })
    expect(readCorrections(file)).toHaveLength(2)
    expect(file.messages.map(String)).toEqual([])
  })

  test('names only rules that there are', () => {
    const named = [...readme.matchAll(/(?:normalize|link|ledger|read):[a-z]+-[a-z-]+/g)].map(([id]) => id)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((id) => !Object.hasOwn(rules, id))).toEqual([])
  })
})
