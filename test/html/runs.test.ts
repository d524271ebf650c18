import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { inRuns } from '../../src/html/runs.ts'

const paragraph = (length: number) => h('p', 'x'.repeat(length))
const noted = (length: number) => h('p', ['x'.repeat(length), h('sup.call', '1')])
const shape = (blocks: ReturnType<typeof inRuns>) => blocks.map((run) => run.children.length)

it('leaves a part alone that is one run', () => {
  const blocks = [h('h3', 'A'), paragraph(3000), paragraph(3000)]
  expect(inRuns(blocks)).toBe(blocks)
})

it('begins a run with a heading where the run before is long enough', () => {
  const runs = inRuns([paragraph(4500), h('h3', 'B'), paragraph(500), h('h3', 'C'), paragraph(500)])
  expect(shape(runs)).toEqual([1, 4])
})

it('does not end a run with a heading, nor, while it is not too long, after a note call', () => {
  expect(shape(inRuns([paragraph(6990), h('h3', 'a long heading'), paragraph(10), paragraph(10)]))).toEqual([1, 3])
  expect(shape(inRuns([noted(7500), paragraph(10), paragraph(10)]))).toEqual([2, 1])
  expect(shape(inRuns([noted(12_500), paragraph(10)]))).toEqual([1, 1])
})

it('keeps every block, in order', () => {
  const blocks = Array.from({ length: 200 }, (_, at) => h('p', { id: `p${at}` }, 'word '.repeat(at % 90)))
  expect(inRuns(blocks).flatMap((run) => run.children)).toEqual(blocks)
})
