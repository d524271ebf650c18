import { expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { documentOf, optionsFor } from './dossier.ts'

const text = `# Grain

|       | Out  |      | In   |      |
| ----- | ---- | ---- | ---- | ---- |
| Port  | 2019 | 2020 | 2019 | 2020 |
| Odrin | 12.5 | 13.1 | 4.0  | 4.2  |
| Balta | 8.4  | 9.0  | 3.1  | 2.9  |
`

it('sets figures at the right of their column, whatever the source says, and words where it says', () => {
  const table = '| Port | Grain |\n| :-- | --- |\n| Odrin | 12.5 |\n| Balta | – |\n'
  const html = toHtml(documentOf([{ path: 'grain.md', text: `# Grain\n\n${table}` }]), optionsFor())
  const page = String(html.find(({ path }) => path === 'site/part-grain.html')?.contents)
  expect(page).toContain('<th scope="col" class="right">Grain</th>')
  expect(page).toContain('<td class="left">Odrin</td><td class="right">12.5</td>')
})

it('sets a label over the columns that it is about, as the PDF does', () => {
  const html = toHtml(documentOf([{ path: 'grain.md', text }]), optionsFor())
  const page = String(html.find(({ path }) => path === 'site/part-grain.html')?.contents)
  const [, head = ''] = /<thead>(.*?)<\/thead>/s.exec(page) ?? []
  const [first = '', second = ''] = head.split('</tr>')
  expect(first).toMatch(/<td><\/td><th colspan="2" scope="colgroup"[^>]*>Out<\/th><th colspan="2"[^>]*>In<\/th>/)
  expect([...second.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, words]) => words)).toEqual([
    ...['Port', '2019', '2020', '2019', '2020'],
  ])
  expect(page.match(/<td[^>]*>(?:Odrin|Balta)<\/td>/g)).toHaveLength(2)
})
