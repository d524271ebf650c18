import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Part } from '../src/captured/part.ts'
import { build } from '../src/pipeline.ts'

/** What a rule with a mistake in it does to a tree; the real rules run before it. */
let mistake: (part: Part) => void = () => undefined

vi.mock('../src/normalize/normalize.ts', async (original) => {
  const { normalize } = await original<typeof import('../src/normalize/normalize.ts')>()
  return {
    normalize: (part: Part) => {
      const normalized = normalize(part)
      mistake(normalized)
      return normalized
    },
  }
})

afterEach(() => {
  mistake = () => undefined
})

async function built() {
  const folder = mkdtempSync(join(tmpdir(), 'dossierpress-'))
  const [sources, out] = [join(folder, 'sources'), join(folder, 'out')]
  mkdirSync(sources)
  writeFileSync(join(sources, 'a.txt'), 'The ferry runs twice a day.\n\nNobody keeps a list of what it carries.\n')
  const result = await build({ sources, out, formats: ['markdown'] })
  const rules = result.files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
  return { written: result.written, isThere: existsSync(out), rules }
}

test('a dossier is written when every character is accounted for', async () => {
  expect(await built()).toEqual({ written: true, isThere: true, rules: [] })
})

test('a dossier is not written when a rule loses text', async () => {
  mistake = ({ tree }) => void tree.children.pop()
  expect(await built()).toEqual({ written: false, isThere: false, rules: ['source-is-accounted-for'] })
})

test('a dossier is not written when a rule gives text twice', async () => {
  mistake = ({ tree }) => void tree.children.push(...structuredClone(tree.children.slice(-1)))
  const { written, isThere, rules } = await built()
  expect({ written, isThere }).toEqual({ written: false, isThere: false })
  expect(rules).toContain('source-is-accounted-for')
})
