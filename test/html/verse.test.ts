import { expect, it } from 'vitest'
import { toHtml } from '../../src/html/html.ts'
import { documentOf, optionsFor } from './dossier.ts'

const long = 'The keeper wrote the level of the river down once more, and then he read it aloud to all. '.repeat(2)
const text = `# The song

It was sung so:

> The river runs below the mill,\\
> and down *it goes*[^1]

${long}\\
${long}

[^1]: By the millers.
`

const html = toHtml(documentOf([{ path: 'song.md', text }]), optionsFor())
const page = String(html.find(({ path }) => path === 'site/part-song.html')?.contents)

it('gives each line of verse an element of its own, and keeps its words and notes', () => {
  const verses = [...page.matchAll(/<span class="verse">(.*?)<\/span>/gs)].map(([, verse = '']) => verse)
  expect(verses.length).toBe(2)
  expect(verses[0]).toBe('The river runs below the mill,<br>')
  expect(verses[1]).toMatch(/^and down <em>it goes<\/em><sup/)
})

it('leaves a paragraph alone that has a line break somewhere', () => {
  expect(page).toMatch(/aloud to all\.\s*<br>\s*The keeper/)
})
