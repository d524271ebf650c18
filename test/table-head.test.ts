import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { tableHead } from '../src/link/table-head.ts'
import { toPdf } from '../src/pdf/pdf.ts'
import { fontLibrary } from '../src/read/fonts.ts'
import { templatesFolder } from '../src/read/package-root.ts'
import { readTemplates } from '../src/read/templates.ts'
import { readLabels } from '../src/template/labels.ts'
import { readTheme } from '../src/template/read-theme.ts'
import { dossierOf } from './pdf/laid.ts'

const isFigure = (cell: string) => /^\d[\d.,]*%?$/.test(cell)
const headOf = (...rows: string[]) =>
  tableHead(
    rows.map((row) => row.split('|').map((cell) => cell.trim())),
    isFigure,
  )
const body = ['Odrin | 12.5 | 13.1 | 4.0 | 4.2', 'Balta | 8.4 | – | 3.1 | 2.9']
const years = 'Port | 2019 | 2020 | 2019 | 2020'
const isPlain = (count: number) => ({ rows: 1, spans: new Array(count).fill(1) })

describe('a head of two rows', () => {
  test('has labels over the columns whose own labels come again, wherever over them they stand', () => {
    for (const first of [' | Exports | | Imports | ', ' | | Exports | Imports | ', ' | | Exports | | Imports'])
      expect(headOf(first, years, ...body)).toEqual({ rows: 2, spans: [1, 2, 0, 2, 0] })
  })

  test('has labels that reach to the next one', () => {
    expect(headOf(' | Trade | | | Tolls', 'Port | in | out | total | paid', ...body)).toEqual({
      rows: 2,
      spans: [1, 3, 0, 0, 1],
    })
  })

  test('has one label over all columns but those with names', () => {
    const rows = ['Odrin | Lower | 12.5 | 13.1', 'Balta | Upper | 8.4 | 9.0']
    expect(headOf(' | | Exports | ', 'Port | Bank | in | out', ...rows)).toEqual({ rows: 2, spans: [1, 1, 2, 0] })
  })

  test('is known where it is not known what its labels span', () => {
    expect(headOf(' | | Exports | | Imports', 'Port | a | b | c | d', ...body).rows).toBe(2)
    expect(headOf(' | | | Exports | Imports', 'Port | a | b | c | d', ...body).spans).toEqual([1, 1, 1, 1, 1])
  })
})

describe('a head of one row', () => {
  test('has a first row of figures under it', () => {
    expect(headOf('Port | 2019 | | 2020 | ', ...body)).toEqual(isPlain(5))
    expect(headOf('Year | Count | | Built | ', 'a | 1850 | 3 | 1900 | 4', 'b | 1851 | 3 | 1901 | 4')).toEqual(
      isPlain(5),
    )
  })

  test('has no empty cells over its columns', () => {
    expect(headOf(' | Exports | b | Imports | d', years, ...body)).toEqual(isPlain(5))
  })

  test('stands over words', () => {
    expect(headOf('Port | | Note', 'Odrin | old | deep', 'Balta | new | shallow')).toEqual(isPlain(3))
    expect(headOf(' | Exports | ', 'Port | 2019 | 2020')).toEqual(isPlain(3))
  })
})

test('a label over two columns says so in the tags, and the head has no other cells there', async () => {
  const markdown = `# Grain\n\n| | Out | | In | |\n|-|-|-|-|-|\n| ${years} |\n| ${body[0]} |\n| ${body[1]} |\n`
  const templates = await readTemplates()
  const pdf = await toPdf(dossierOf([{ id: 'grain', markdown }]), {
    theme: readTheme(templates, 'briefing'),
    labels: readLabels(templates, 'en'),
    fonts: fontLibrary(templatesFolder()),
    file: new VFile({ path: 'dossier.yaml' }),
    version: '0.0.0',
  })
  const heads = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/S\/TH\/.*?\/Scope\/Column(\/ColSpan 2)?>>/g),
  ]
  const own = heads.map(([, span = '']) => span)
  expect(own.filter(Boolean)).toEqual(['/ColSpan 2', '/ColSpan 2'])
  expect(own).toHaveLength(3 + 3 + 5)
})
