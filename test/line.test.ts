import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extentOf, measureText } from '../src/pdf/line/extent.ts'
import type { Line } from '../src/pdf/line/line.ts'
import type { Paragraph, Run } from '../src/pdf/line/run.ts'
import { setParagraph } from '../src/pdf/line/set-paragraph.ts'
import type { LineSettings } from '../src/pdf/measure/typesetter.ts'
import { setFirstFit } from './bench/first-fit.ts'
import { addParagraph, emptyQuality } from './bench/line-quality.ts'
import { squareStyle, squareTypesetter } from './squares.ts'

/*
 * One folder a case: paragraph.txt, settings.json and lines.txt, set in a font of squares ten points wide.
 * UPDATE_FIXTURES=1 writes what is expected; read the difference then.
 */
const fixtures = new URL('fixtures/line/', import.meta.url)
const update = process.env.UPDATE_FIXTURES === '1'

interface Case extends Partial<Omit<Paragraph<string, string>, 'runs'>> {
  readonly language?: string
  readonly settings?: Partial<LineSettings>
}

function textOf(line: Line<unknown, unknown>): string {
  return line.pieces.map(({ words }) => words.map(({ text }) => text).join('')).join('|')
}

/** A line as text: where it starts, how wide it is, how much its spaces give, what is on it. */
function dump(line: Line<unknown, unknown>): string {
  const numbers = [line.pieces[0]?.x ?? 0, line.width].map((number) => number.toFixed(1).padStart(6))
  return `${numbers.join(' ')} ${line.ratio.toFixed(2).padStart(5)}  ${textOf(line)}\n`
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  test('gives the expected lines', () => {
    const folder = new URL(`${name}/`, fixtures)
    const {
      language = 'en',
      settings,
      ...rest
    }: Case = JSON.parse(readFileSync(new URL('settings.json', folder), 'utf8'))
    const text = readFileSync(new URL('paragraph.txt', folder), 'utf8')
    const run = { text, style: { ...squareStyle, language } }
    const lines = setParagraph({ measure: 100, align: 'justify', ...rest, runs: [run] }, squareTypesetter(settings))
    const actual = lines.map(dump).join('')
    const expected = new URL('lines.txt', folder)
    if (update) writeFileSync(expected, actual)
    expect(actual).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '')
  })
})

function set(text: string, measure: number, more: Partial<Paragraph<string, string>> = {}) {
  const runs: Run<string, string>[] = [{ text, style: squareStyle }]
  return setParagraph({ runs, measure, align: 'justify', ...more }, squareTypesetter())
}

describe('setParagraph', () => {
  test('takes ordinary spaces alike in languages without words that may not end a line', () => {
    const text = 'On that day they brought it to Dr. Marlow at the mill.'
    const linesIn = (language: string) =>
      setParagraph(
        { runs: [{ text, style: { ...squareStyle, language } }], measure: 230, align: 'justify', hyphenate: false },
        squareTypesetter(),
      ).map(textOf)
    expect(linesIn('de')).toEqual(linesIn('en'))
  })

  test('hangs a note on the line of its call, after a word that stays with it', () => {
    const call: Run<string, string> = { text: '7', style: { ...squareStyle, size: 6, rise: 3 }, note: 'note 7' }
    const runs = [{ text: 'aaaa bbbb cccc', style: squareStyle }, call, { text: ' dddd eeee', style: squareStyle }]
    const lines = setParagraph({ runs, measure: 100, align: 'justify' }, squareTypesetter())
    const withNote = lines.filter((line) => line.notes.length > 0)
    expect(withNote.map((line) => line.notes)).toEqual([['note 7']])
    expect(withNote.map(textOf)).toEqual([expect.stringContaining('cccc|7')])
  })

  test('keeps marks on pieces, and gives empty runs back as anchors of their line', () => {
    const runs: Run<string, string>[] = [
      { text: 'aaaa bbbb ', style: squareStyle },
      { text: '', style: squareStyle, mark: 'anchor' },
      { text: 'cccc dddd', style: squareStyle, mark: 'link' },
    ]
    const lines = setParagraph({ runs, measure: 95, align: 'justify' }, squareTypesetter())
    expect(lines.map((line) => line.anchors)).toEqual([[], ['anchor']])
    expect(lines[1]?.pieces.map((piece) => piece.mark)).toEqual(['link'])
  })

  test('reports a character that no font has, with the mark of its run', () => {
    const missing: [number, string | undefined][] = []
    const runs = [{ text: 'a \u4e2d b', style: squareStyle, mark: 'here' }]
    setParagraph<string, string>({ runs, measure: 100, align: 'start' }, squareTypesetter(), (code, mark) => {
      missing.push([code, mark])
    })
    expect(missing).toEqual([[0x4e2d, 'here']])
  })

  test('sets everything on one line when the measure has no end', () => {
    const lines = set('aaaa bbbb\u00a0cccc', Number.POSITIVE_INFINITY, { align: 'start' })
    expect(lines.map((line) => line.width)).toEqual([130])
  })

  test('gives no line for no text', () => {
    expect(set('', 100).map(textOf)).toEqual([''])
  })
})

describe('extents', () => {
  test('a text is as wide as its words and spaces', () => {
    expect(measureText('aaaa il', squareStyle, squareTypesetter())).toBe(55)
  })

  test('the longest word is the least width, over runs too', () => {
    const runs = [
      { text: 'aa bbb', style: squareStyle },
      { text: 'ccc dd', style: squareStyle },
    ]
    expect(extentOf(runs, squareTypesetter())).toEqual({ min: 60, max: 110 })
  })
})

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}[,.;]?$/), { minLength: 1, maxLength: 60 })
const measures = fc.integer({ min: 140, max: 600 })

describe('whatever the words', () => {
  test('each is set once, in order, hyphens undone', () => {
    fc.assert(
      fc.property(words, measures, (list, measure) => {
        const lines = set(list.join(' '), measure)
        const text = lines.map((line) => (line.hyphenated ? textOf(line).slice(0, -1) : `${textOf(line)} `)).join('')
        expect(text).toBe(`${list.join(' ')} `)
      }),
    )
  })

  test('no line sticks out, and justified lines fill the measure exactly when they have a space', () => {
    fc.assert(
      fc.property(words, measures, (list, measure) => {
        const lines = set(list.join(' '), measure)
        lines.forEach((line, index) => {
          expect(line.width).toBeLessThanOrEqual(measure + 1e-6)
          const hasSpace = line.pieces.some((piece) => piece.words.some((shaped) => shaped.space))
          if (index < lines.length - 1 && hasSpace) expect(line.width).toBeCloseTo(measure, 6)
        })
      }),
    )
  })

  test('pieces stand one after the other and add up to the line', () => {
    fc.assert(
      fc.property(words, measures, (list, measure) => {
        for (const line of set(list.join(' '), measure)) {
          const end = line.pieces.reduce((x, piece) => {
            expect(piece.x).toBeCloseTo(x, 6)
            const natural = piece.words.reduce((sum, shaped) => sum + shaped.width / 100, 0)
            const spaces = piece.words.filter((shaped) => shaped.space).length
            expect(piece.width).toBeCloseTo(natural + spaces * piece.spacing, 6)
            return piece.x + piece.width
          }, 0)
          expect(end).toBeCloseTo(line.width, 6)
        }
      }),
    )
  })

  test('the same input gives the same lines', () => {
    fc.assert(
      fc.property(words, measures, (list, measure) => {
        const text = list.join(' ')
        expect(set(text, measure).map(dump)).toEqual(set(text, measure).map(dump))
      }),
    )
  })
})

describe('a long paragraph', () => {
  // Words of one to eleven letters, in an order without a pattern that is always the same.
  let state = 1
  const lengths = Array.from({ length: 400 }, () => {
    state = (state * 16807) % 2147483647
    return 1 + (state % 11)
  })
  const text = lengths.map((length) => 'abcdefghjkm'.slice(0, length)).join(' ')

  const settings = { spaceStretch: 0.5, spaceShrink: 0.33, letterFit: 0.02, glyphFit: 0, runt: 4 }

  /** Measures the text on some widths: ours, and each line taking what fits. */
  function compared(measures: readonly number[]) {
    const [best, first] = [emptyQuality(), emptyQuality()]
    for (const measure of measures) {
      const paragraph: Paragraph<string, string> = { runs: [{ text, style: squareStyle }], measure, align: 'justify' }
      addParagraph(best, setParagraph(paragraph, squareTypesetter(settings)), measure)
      addParagraph(first, setFirstFit(paragraph, squareTypesetter(settings)), measure)
    }
    return { best, first }
  }

  test('has lines that are far more even than those of a first fit', () => {
    const { best, first } = compared([600])
    expect(best.badness).toBeLessThan(first.badness / 3)
    expect([best.overfull, best.ladders]).toEqual([0, 0])
  })

  test('has far fewer rivers than a first fit', () => {
    const { best, first } = compared([480, 520, 560, 600, 640, 680, 720])
    expect(first.rivers).toBeGreaterThan(20)
    expect(best.rivers).toBeLessThan(first.rivers / 2.5)
  })
})
