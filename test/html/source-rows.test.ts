import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceRows } from '../../src/html/source-rows.ts'
import type { ResolvedPart } from '../../src/link/resolved.ts'
import { plainText } from '../../src/link/walk.ts'
import { documentOf } from './dossier.ts'

function partOf(path: string, text: string): ResolvedPart {
  const [part] = documentOf([{ path, text }]).parts
  if (!part) throw new Error('no part')
  return part
}

/** Rows as "number: what of the source is in it". */
function shown(part: ResolvedPart): string[] {
  return sourceRows(part).map(({ block, continued, stretches }) => {
    const text = stretches.map((stretch) => ('kept' in stretch ? stretch.kept : stretch.edit.before)).join('')
    return `${block ? block.number || '-' : 'none'}${continued ? '+' : ''}: ${text.replace(/\s+/g, ' ').trim()}`
  })
}

describe('rows of the source view', () => {
  it('lead the title of a part to the part, and leave no text of a markdown source without its block', () => {
    const text = [
      '---\ntitle: The lock\n---',
      '# The lock',
      'It was built twice.[^1]',
      '> Nobody knows by whom.\n>\n> Nor why.',
      '    sill   4.1 m\n    gate   7.9 m',
      '[^1]: In 1911 and 1934.',
    ].join('\n\n')
    expect(shown(partOf('lock.md', text))).toEqual([
      'none: --- title: The lock ---',
      '1: # The lock',
      '1.1: It was built twice.[^1] >',
      '1.2: Nobody knows by whom. > >',
      '1.3: Nor why.',
      '-: sill 4.1 m gate 7.9 m',
      '1: [^1]: In 1911 and 1934.',
    ])
  })

  it('give the whole source, in order, where text stood in two columns', () => {
    const text = readFileSync('test/fixtures/normalize/columns/side-by-side/input.txt', 'utf8')
    const part = partOf('columns.txt', text)
    expect(part.file.messages.map(({ ruleId }) => ruleId)).toContain('columns-are-read-in-order')
    const rows = sourceRows(part)
    const whole = rows.flatMap(({ stretches }) =>
      stretches.map((stretch) => ('kept' in stretch ? stretch.kept : stretch.edit.before)),
    )
    expect(whole.join('')).toBe(text)
    const lost = rows.filter(
      ({ block, stretches }) => !block && stretches.some((stretch) => 'kept' in stretch && /\p{L}/u.test(stretch.kept)),
    )
    expect(lost).toEqual([])
    for (const { block, stretches } of rows)
      for (const stretch of stretches)
        if (block && 'kept' in stretch) expect(plainText(block.node)).toContain(stretch.kept.trim())
  })
})
