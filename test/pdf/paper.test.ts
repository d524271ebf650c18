import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { sheetOf } from '../../src/pdf/style/sheet.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { squareTypesetter } from '../squares.ts'

const templates = await readTemplates()

/** A theme of one's own, and the messages about its file. */
function themeOf(tokens: object) {
  const file = new VFile({ path: 'themes/own.json', value: JSON.stringify(tokens, undefined, 2) })
  const theme = readTheme(new Map([...templates, ['themes/own.json', file]]), 'own')
  return { theme, messages: file.messages.map(({ reason, line, ruleId }) => ({ reason, line, ruleId })) }
}

describe('a theme on other paper than its own', () => {
  const themes = ['briefing', 'book', 'large-print']
  const papers = ['A4', 'Letter', 'A5', { width: 120, height: 180 }]
  test.each(themes.flatMap((base) => papers.map((paper) => ({ base, paper }))))('$base, $paper', ({ base, paper }) => {
    const { theme, messages } = themeOf({ extends: base, page: { paper } })
    expect(messages).toEqual([])
    const { page, landscape } = sheetOf(theme, squareTypesetter())
    for (const { width, height, inner, measure, top, depth } of [page, landscape]) {
      expect(inner + measure).toBeLessThan(width - 25)
      expect(top + depth).toBeLessThan(height - 25)
      expect(measure).toBeGreaterThan(width * 0.45)
    }
  })

  test('keeps the text block that fits', () => {
    const { page } = sheetOf(themeOf({ extends: 'briefing', page: { paper: 'Letter' } }).theme, squareTypesetter())
    expect(page.measure).toBeCloseTo((120 * 72) / 25.4)
  })
})

test('a text block that its own theme makes wider than the paper is a located error', () => {
  const { messages } = themeOf({ extends: 'book', page: { paper: 'A5', measure: 140 } })
  expect(messages).toEqual([
    {
      reason: 'Unexpected value of `page.measure`, expected less than 128: the text block is wider than the paper',
      line: 5,
      ruleId: 'token-is-valid',
    },
  ])
})
