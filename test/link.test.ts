import { createHash } from 'node:crypto'
import type { Nodes, RootContent } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Part } from '../src/captured/part.ts'
import type { Source } from '../src/captured/source.ts'
import { letters } from '../src/link/letters.ts'
import { link } from '../src/link/link.ts'
import type { ResolvedDocument } from '../src/link/resolved.ts'
import { plainText, walk } from '../src/link/walk.ts'
import { normalize } from '../src/normalize/normalize.ts'
import { parse } from '../src/parse/parse.ts'

/** A part read from a text, as the pipeline reads it. */
function partOf(path: string, text: string, more: Partial<Source> = {}): Part {
  const source: Source = {
    id: path.replace(/\.\w+$/, ''),
    path,
    mediaType: path.endsWith('.md') ? 'text/markdown' : 'text/plain',
    size: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    bom: false,
    metadata: {},
    notes: {},
    images: [],
    overrides: { off: [], options: {}, keep: [] },
    ...more,
  }
  return normalize(parse(source, new VFile({ path, value: text })))
}

function dossierOf(...parts: Part[]): ResolvedDocument {
  return link(parts, { title: 'Dossier', authors: [], language: 'en' })
}

function nodesOf(root: Nodes): RootContent[] {
  const found: RootContent[] = []
  walk(root, (node) => {
    found.push(node)
    return undefined
  })
  return found
}

function numbersOf(document: ResolvedDocument, type: string, part = 0): (string | undefined)[] {
  const { tree } = document.parts[part] ?? { tree: { type: 'root' as const, children: [] } }
  return nodesOf(tree)
    .filter((node) => node.type === type)
    .map((node) => node.data?.number)
}

const report = `# Roads of the valley

Two roads lead north.[^1]

## Tolls

- cars
- lorries

  Lorries pay double.

### Exceptions

> Ambulances are free.[^b]

## Repairs

See [the tolls](#tolls) and [nothing](#nowhere).

[^b]: Act of 2004.
[^1]: Survey[^b] of 2019.
[^9]: Never called.
`

describe('numbers', () => {
  it('numbers sections with letters, paragraphs and list items in one row', () => {
    const document = dossierOf(partOf('first.md', '# One\n\nText.\n'), partOf('roads.md', report))
    expect(numbersOf(document, 'heading', 1)).toEqual(['2.A', '2.A.1', '2.B'])
    const numbered = nodesOf(document.parts[1]?.tree as Nodes).filter((node) =>
      /^\d+\.\d+$/.test(node.data?.number ?? ''),
    )
    expect(numbered.map((node) => [node.type, node.data?.number])).toEqual([
      ['paragraph', '2.1'],
      ['listItem', '2.2'],
      ['listItem', '2.3'],
      ['paragraph', '2.4'],
      ['paragraph', '2.5'],
      ['paragraph', '2.6'],
    ])
  })

  it('gives every thing an anchor of its own, also when two sources have the same id', () => {
    const document = dossierOf(partOf('roads.md', report), partOf('roads.txt', 'Text.\n\nMore text.'))
    const ids = document.parts.flatMap(({ id, tree, notes }) => [
      id,
      ...[tree, ...notes.map(({ definition }) => definition)].flatMap((root) =>
        [root as RootContent, ...nodesOf(root)].flatMap(({ data }) => (data?.id ? [data.id] : [])),
      ),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(document.parts.map(({ id }) => id)).toEqual(['roads', 'roads-2'])
    expect(document.targets.get('roads-p1')).toEqual({
      id: 'roads-p1',
      kind: 'paragraph',
      number: '1.1',
      label: '1.1',
      part: 'roads',
    })
  })

  it('leave a heading the number that its source gave it, and show it in the contents in place of ours', () => {
    const own =
      '# Ports\n\n## 2 Costs and fees\n\nText.\n\n### 2.1 Who pays\n\nText.\n\n## IV. Outlook\n\nText.\n\n## 1990 in numbers\n\nText.\n\n## A Remark\n\nText.\n'
    const [entry] = dossierOf(partOf('ports.md', own)).outline
    expect(entry?.children.map(({ number, title }) => [number, title])).toEqual([
      ['2', 'Costs and fees'],
      ['IV', 'Outlook'],
      ['1.C', '1990 in numbers'],
      ['1.D', 'A Remark'],
    ])
    expect(entry?.children[0]?.children[0]).toMatchObject({ number: '2.1', title: 'Who pays' })
  })

  it('counts letters on after Z', () => {
    expect([1, 26, 27, 52, 703].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA'])
  })

  it('takes the title out of the tree, but only when the part is called so', () => {
    const same = dossierOf(partOf('roads.md', report)).parts[0]
    expect(same?.title).toBe('Roads of the valley')
    expect(same?.tree.children[0]?.type).toBe('paragraph')
    const other = dossierOf(partOf('roads.md', report, { metadata: { title: 'Roads, a report' } })).parts[0]
    expect(other?.title).toBe('Roads, a report')
    expect(other?.tree.children[0]).toMatchObject({ type: 'heading', depth: 1 })
  })
})

describe('notes', () => {
  const [part] = dossierOf(partOf('roads.md', report)).parts

  it('are in the order of their first call, those without one last', () => {
    expect(part?.notes.map(({ label, calls }) => [label, calls])).toEqual([
      ['1', ['roads-n1-c1']],
      ['b', ['roads-nb-c1', 'roads-nb-c2']],
      ['9', []],
    ])
  })

  it('leave the tree, and calls know where they lead', () => {
    expect(part?.tree.children.some(({ type }) => type === 'footnoteDefinition')).toBe(false)
    const call = nodesOf(part?.tree as Nodes).find((node) => node.type === 'footnoteReference')
    expect(call?.data).toMatchObject({ target: 'roads-n1', id: 'roads-n1-c1', number: '1' })
  })

  it('get numbers where a source has keys that no reader should see', () => {
    const document = dossierOf(partOf('a.md', 'One[^smith2020], two[^jones].\n\n[^jones]: J.\n[^smith2020]: S.\n'))
    expect(document.parts[0]?.notes.map(({ label, definition }) => [label, plainText(definition)])).toEqual([
      ['1', 'S.'],
      ['2', 'J.'],
    ])
  })

  it('without a call are in the register', () => {
    const document = dossierOf(partOf('roads.md', report))
    expect(document.registers.uncalledNotes).toMatchObject([{ what: 'Note 9', line: 22, target: 'roads-n9' }])
  })
})

describe('references', () => {
  it('lead to headings of the same source; those that lead nowhere are text, and listed', () => {
    const document = dossierOf(partOf('roads.md', report))
    const links = nodesOf(document.parts[0]?.tree as Nodes).filter((node) => node.type === 'link')
    expect(links.map(({ url }) => url)).toEqual(['#roads-s1'])
    expect(document.targets.get('roads-s1')?.label).toBe('Tolls')
    expect(document.registers.unresolvedReferences).toMatchObject([{ what: 'nothing', line: 18, target: 'roads-p6' }])
    expect(document.parts[0]?.file.messages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual([
      'reference-target-resolves',
      18,
    ])
  })

  it('lead to other sources of the dossier by their files', () => {
    const document = dossierOf(
      partOf('north/roads.md', report, { id: 'roads' }),
      partOf(
        'south/bridges.md',
        '[roads](../north/roads.md), [tolls](../north/roads.md#tolls), [web](https://example.org/)',
      ),
    )
    const links = nodesOf(document.parts[1]?.tree as Nodes).filter((node) => node.type === 'link')
    expect(links.map(({ url }) => url)).toEqual(['#roads', '#roads-s1', 'https://example.org/'])
  })

  it('to an annex lead to it, in a captured text', () => {
    const text = `Crossings of the river\n\nThe map shows all nine of the crossings (see Annex 1), and the\nsecond list has their owners (see Annex 4).\n\nANNEX 1\n\nThe crossings are listed from west to east, as the survey has them.\n`
    const document = dossierOf(partOf('crossings.txt', text))
    const links = nodesOf(document.parts[0]?.tree as Nodes).filter((node) => node.type === 'link')
    expect(links.map(({ url }) => document.targets.get(url.slice(1))?.kind)).toEqual(['annex'])
    expect(document.annexes).toMatchObject([{ number: '1' }])
    expect(document.annexes[0]?.title).toMatch(/^annex 1: The crossings are/i)
    expect(document.registers.unresolvedReferences).toMatchObject([{ what: 'Annex 4' }])
  })

  it('makes links of bare addresses, without the full stop of the sentence', () => {
    const document = dossierOf(
      partOf(
        'a.txt',
        'The survey is at https://example.org/a_(b)?c=1. Write to office@example.org, or see www.example.org (in part).',
      ),
    )
    const links = nodesOf(document.parts[0]?.tree as Nodes).filter((node) => node.type === 'link')
    expect(links.map(({ url }) => url)).toEqual([
      'https://example.org/a_(b)?c=1',
      'mailto:office@example.org',
      'http://www.example.org',
    ])
  })
})

describe('figures', () => {
  const text = '# Map\n\n![the valley](map.png "The valley in 2019")\n\nText with ![icon](i.png) inside.\n'
  const image = { file: 'map.png', figure: '1', alt: 'A map', credit: 'Survey office', bytes: new Uint8Array([1]) }

  it('without their picture are in the register', () => {
    const document = dossierOf(partOf('map.md', text))
    expect(document.figures).toMatchObject([{ number: '1.1', caption: 'The valley in 2019', lost: true }])
    expect(document.registers.lostFigures).toMatchObject([{ what: 'The valley in 2019', line: 3, target: 'map-f1' }])
  })

  it('take the picture that the manifest supplies, with its credit', () => {
    const document = dossierOf(partOf('map.md', text, { images: [image] }))
    expect(document.figures).toMatchObject([
      { lost: false, node: { children: [{ type: 'image', url: 'map.png', alt: 'A map' }, {}, {}] } },
    ])
    expect(document.registers.lostFigures).toEqual([])
  })

  it('are made of a caption in the text that names the figure which the manifest supplies', () => {
    const captured =
      'Map of the valley\n\nThe roads of the valley lead north, as the map of the survey shows.\n\nFigure 3. The valley in 2019\n\nFigure 3 is old.\n'
    const document = dossierOf(partOf('map.txt', captured, { images: [{ ...image, figure: 'Figure 3' }] }))
    expect(document.figures).toMatchObject([
      { number: '1.1', caption: 'The valley in 2019', sourceLabel: 'Figure 3', lost: false },
    ])
  })

  it('of a markdown source take the paragraph behind them that has a label', () => {
    const part = partOf('locks.md', '![The lock](lock.png)\n\nFigure 2: A mill in winter.\n\nText.')
    const { figures, parts } = dossierOf(part)
    expect(figures[0]).toMatchObject({
      number: '1.1',
      sourceLabel: 'Figure 2',
      caption: 'A mill in winter. The lock',
    })
    expect(parts[0]?.tree.children.map(({ type }) => type)).toEqual(['figure', 'paragraph'])
  })

  it('report a picture for a figure that does not exist', () => {
    const part = partOf('map.md', text, { images: [{ ...image, file: 'other.png', figure: 'Annex 7' }] })
    dossierOf(part)
    expect(part.file.messages.map(({ ruleId }) => ruleId)).toContain('image-has-figure')
  })
})

describe('tables', () => {
  const rows = '| Bridge | Toll |\n| - | - |\n| Upper | 3 |\n'
  const wrapped = (text: string) => {
    const { parts, tables } = dossierOf(partOf('tolls.md', text))
    const [wrap] = parts[0]?.tree.children.filter(({ type }) => type === 'tableWrap') ?? []
    return { tables, held: wrap && 'children' in wrap ? wrap.children.map((child) => plainText(child)) : [] }
  }

  it('hold the caption before them and the origin of their figures', () => {
    const { tables, held } = wrapped(
      `Text.\n\n**Table 4.** Tolls by bridge\n\n${rows}\nSource: the town’s books.\n\nMore text.`,
    )
    expect(tables[0]).toMatchObject({ number: '1.1', sourceLabel: 'Table 4', caption: 'Tolls by bridge' })
    expect(held).toEqual(['Table 4. Tolls by bridge', 'Bridge Toll  Upper 3', 'Source: the town’s books.'])
  })

  it('have a caption behind them above, unless it is the next one’s', () => {
    const { tables, held } = wrapped(`${rows}\nTable 1. Tolls\n\nText.\n\n${rows}\nTable 3. Boats\n\n${rows}`)
    expect(held[0]).toBe('Table 1. Tolls')
    expect(tables.map(({ sourceLabel }) => sourceLabel)).toEqual(['Table 1', undefined, 'Table 3'])
  })

  it('leave text and captions of figures to others', () => {
    expect(wrapped(`Table 4 shows the tolls.\n\n${rows}\nFigure 2. The bridge\n`).held).toEqual([])
  })

  it('have no paragraph numbers in their captions', () => {
    const part = dossierOf(partOf('tolls.md', `One.\n\nTable 1. Tolls\n\n${rows}\nTwo.`))
    expect(numbersOf(part, 'paragraph')).toEqual(['1.1', undefined, '1.2'])
  })
})

describe('registers', () => {
  it('lists words that were links, but not ordinary prose', () => {
    const text =
      'The act is available here. They thought of this link as vital; the office is here.\n\nЧитайте далее\n\nRead more: https://example.org/\n'
    const document = dossierOf(partOf('a.txt', text))
    expect(document.registers.deadLinks.map(({ what }) => what)).toEqual(['“available here”', '“Читайте далее”'])
  })

  it('lists removed matter from the edits, with line and reason', () => {
    const page = (number: number) =>
      `Valley Review\n\nThe council met on day ${number} and spoke about the road to the north, which is closed.\n\n${number}\n`
    const document = dossierOf(partOf('a.txt', [1, 2, 3, 4, 5].map(page).join('\f')))
    const removed = document.registers.removedMatter
    expect(removed.map(({ what }) => what)).toContain('3')
    expect(removed.every(({ why, line }) => why !== '' && line > 0)).toBe(true)
  })
})

describe('hostile trees', () => {
  it('shows markup of a markdown source as text', () => {
    const [part] = dossierOf(partOf('a.md', 'Hi <b>there</b>\n\n<script>alert(1)</script>\n')).parts
    expect(nodesOf(part?.tree as Nodes).some(({ type }) => type === 'html')).toBe(false)
    expect(plainText(part?.tree as Nodes)).toContain('<script>alert(1)</script>')
  })

  it('leaves out comments and tags that only say how text looks, and breaks lines at <br>', () => {
    const text = '<a id="tab-1"></a>Table 1.<br>Of <b class="x">tolls</b> & <fords><!-- two -->.'
    const [part] = dossierOf(partOf('a.md', `Before.\n\nHere: ${text}\n`)).parts
    expect(plainText(part?.tree as Nodes)).toContain('Here: Table 1. Of tolls & <fords>.')
    expect(nodesOf(part?.tree as Nodes).some(({ type }) => type === 'break')).toBe(true)
  })

  it('links quotations nested 100,000 deep without overflow, and keeps their text', () => {
    const part = partOf('a.md', 'Text.')
    let node: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'core' }] }
    for (let depth = 0; depth < 100_000; depth++) node = { type: 'blockquote', children: [node] }
    const document = dossierOf({ ...part, tree: { type: 'root', children: [node] } })
    expect(plainText(document.parts[0]?.tree as Nodes)).toBe('core')
    expect(document.parts[0]?.words).toBe(1)
  })
})

describe('the title of a dossier', () => {
  it('is never that of one source among others', () => {
    const parts = [partOf('a.md', '# One\n\nText.'), partOf('b.md', '# Two\n\nText.')]
    const settings = { authors: [], language: 'fr', untitled: 'Dossier' }
    expect(link(parts, settings).title).toBe('Dossier')
    expect(link(parts.slice(1), settings).title).toBe('Two')
  })
})

describe('outline', () => {
  it('nests sections and annexes in their parts', () => {
    const [entry] = dossierOf(partOf('roads.md', report)).outline
    const shape = entry?.children.map(({ title, children }) => [title, children.map((child) => child.title)])
    expect(shape).toEqual([
      ['Tolls', ['Exceptions']],
      ['Repairs', []],
    ])
  })
})
