import { createHash } from 'node:crypto'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { account } from '../src/ledger/account.ts'
import { undo } from '../src/ledger/undo.ts'
import { toMarkdown } from '../src/markdown/to-markdown.ts'
import { normalize } from '../src/normalize/normalize.ts'
import { parse } from '../src/parse/parse.ts'

const valley = `Bridges of the upper valley

The survey of 2O19 counted two bridges, one of them closed. The coun-
cil wants to mend it before winter, as the road to the
north has no other bridge.

The survey of 2014 counted three bridges, one of them closed.
`

interface Corrected {
  readonly body: string
  readonly messages: readonly string[]
  readonly errors: readonly string[]
  readonly editors: readonly (string | undefined)[]
}

/** Normalizes a text with hand corrections, and proves that its ledger still gives it back. */
function correctedBy(yaml: string, text = valley, path = 'valley.txt'): Corrected {
  const corrections = new VFile({ path: 'valley.edits.yaml', value: yaml })
  const mediaType = path.endsWith('.md') ? 'text/markdown' : 'text/plain'
  const source = {
    ...({ id: 'valley', path, mediaType, size: text.length, encoding: 'utf-8', bom: false } as const),
    sha256: createHash('sha256').update(text).digest('hex'),
    ...{
      metadata: { language: 'en' },
      notes: {},
      images: [],
      overrides: { off: [], options: {}, keep: [] },
      corrections,
    },
  }
  const part = normalize(parse(source, new VFile({ path, value: text })))
  const markdown = toMarkdown(part)
  const ledger = account(part, markdown)
  expect(undo(markdown.value, ledger)).toBe(text)
  return {
    body: markdown.value.slice(markdown.body),
    messages: corrections.messages.map(
      (message) => `${message.line} ${message.ruleId}: ${message.reason} | ${message.note ?? ''}`,
    ),
    errors: part.file.messages.filter(({ fatal }) => fatal).map(String),
    editors: ledger.entries.flatMap((entry) => ('edit' in entry && entry.edit.editor ? [entry.edit.editor] : [])),
  }
}

const one = (fields: string) => `editor: A. Editor\ncorrections:\n  - ${fields.replaceAll('\n', '\n    ')}\n`

describe('hand corrections', () => {
  it('replace a quotation and are in the ledger under their editor', () => {
    const result = correctedBy(one('exact: 2O19\nreplace: "2019"\nreason: a letter for a digit'))
    expect(result.body).toContain('The survey of 2019 counted two')
    expect(result).toMatchObject({ messages: [], errors: [], editors: ['A. Editor'] })
  })

  it('hold across line ends and split words that a rule has joined', () => {
    const result = correctedBy(
      one(
        'exact: closed. The coun- cil wants\nreplace: closed. The district wants\nreason: told by the author\neditor: B. Other',
      ),
    )
    expect(result.body).toContain('one of them closed. The district wants to mend it')
    expect(result).toMatchObject({ messages: [], errors: [], editors: ['B. Other'] })
  })

  it('remove with an empty replacement, and leave no empty paragraph', () => {
    const result = correctedBy(
      one(
        'exact: The survey of 2014 counted three bridges, one of them closed.\nreplace: ""\nreason: from another page',
      ),
    )
    expect(result.body.trimEnd().endsWith('no other bridge.')).toBe(true)
    expect(result).toMatchObject({ messages: [], errors: [] })
  })

  it('name one of several places by prefix and suffix', () => {
    const result = correctedBy(
      one('exact: one of them closed\nprefix: three bridges,\nreplace: all open\nreason: erratum'),
    )
    expect(result.body).toContain('two bridges, one of them closed.')
    expect(result.body).toContain('three bridges, all open.')
  })

  it('that name several places are errors which show them', () => {
    const result = correctedBy(one('exact: one of them closed\nreplace: all open\nreason: erratum'))
    expect(result.messages).toEqual([
      expect.stringMatching(
        /names 2 places \| It is at: line 3 “.*two bridges, one of them closed\..*”; line 7 “.*three bridges, one of them closed\..*”$/,
      ),
    ])
    expect(result.body).not.toContain('all open')
  })

  it('that name no place are errors which show the nearest', () => {
    const result = correctedBy(one('exact: The survey of 2019 counted two bridges\nreplace: x\nreason: y'))
    expect(result.messages[0]).toMatch(
      /^3 correction-anchor-matches-once: .* is not in the source \| Nearest: line 3 “The survey of 2O19 counted/,
    )
  })

  it('with a field that is misspelt are errors which name the field that was meant', () => {
    const result = correctedBy(one('exact: one of them\nreplac: x\nreason: y'))
    expect(result.messages).toContainEqual(
      expect.stringContaining('Unexpected field `replac`, did you mean `replace`?'),
    )
  })

  it('cannot cut through what a rule has decided', () => {
    const result = correctedBy(
      one('exact: 1. Open\nreplace: x\nreason: y'),
      'What to do\n\nThe council should do this:\n\n1. Open both bridges in spring.\n2. Mend the road to the north.\n',
    )
    expect(result.messages[0]).toMatch(
      /^3 correction-is-valid: Cannot correct “1. Open”: the rule normalize:\S+ changes “1\.”/,
    )
    expect(result.errors).toEqual([])
  })

  it('must not overlap', () => {
    const yaml = `${one('exact: survey of 2O19\nreplace: a\nreason: r')}  - exact: 2O19 counted\n    replace: b\n    reason: r\n`
    expect(correctedBy(yaml).messages).toEqual([
      '6 correction-is-valid: Cannot correct “2O19 counted”: it overlaps the correction of line 3 | ',
    ])
  })

  it('report every mistake of their file at its line', () => {
    const yaml =
      'corrections:\n  - exact: 2O19\n    replace: "2019"\n    reason: r\n  - exact: 3\n    replace: x\n  - exakt: y\n'
    const { messages } = correctedBy(yaml)
    expect(messages.map((message) => message.split(' ')[0])).toEqual(['2', '5', '5', '7', '7', '7', '7'])
    expect(messages[0]).toContain('`editor`')
    expect(correctedBy('- a\n').messages[0]).toContain('Missing field `corrections`')
    expect(correctedBy('editor: "\n').messages[0]).toMatch(/^\d+ correction-is-valid/)
  })

  it('change a markdown source in place, with the escapes that it needs', () => {
    const result = correctedBy(
      one('exact: 120 m\nreplace: "*130* m"\nreason: survey'),
      '# Bridges\n\n* North: **120 m**\n',
      'valley.md',
    )
    expect(result.body.trim()).toBe('# Bridges\n\n* North: **\\*130\\* m**')
    expect(result).toMatchObject({ messages: [], errors: [], editors: ['A. Editor'] })
  })
})
