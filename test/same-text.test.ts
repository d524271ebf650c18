import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { build } from '../src/index.ts'
import { partsOfHtml, partsOfPdf } from './part-text.ts'

/*
 * Both writers take the same document: what HTML and PDF say of it must be the same, part by part, word by word, but for
 * where notes stand. The seeds and the generator of larger dossiers lie beside the repository; without them the sample
 * alone is compared.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'dossierpress-same-text-'))
// The tags are read page by page: what stands on a later page than its place in the text would be read there.
const templates = join(work, 'templates')
mkdirSync(join(templates, 'themes'), { recursive: true })
writeFileSync(join(templates, 'themes/in-place.json'), '{ "extends": "briefing", "page": { "floats": false } }')
afterAll(() => rmSync(work, { recursive: true, force: true }))

const generator = join(root, '../shared/bench/gen-corpus.mjs')
const corpora = {
  'the sample': () => join(root, 'sources'),
  'the seeds': () => join(root, '../shared/seeds'),
  'a generated dossier': () => {
    if (!existsSync(generator)) return generator
    const out = join(work, 'generated')
    spawnSync(process.execPath, [generator, '--size', 'S', '--out', out])
    return join(out, 'sources')
  },
}

describe('HTML and PDF say the same', () => {
  test.for(Object.entries(corpora))('%s', async ([, folder], { skip }) => {
    const sources = folder()
    skip(!existsSync(sources), `${sources} is not there`)
    const { output } = await build({ sources, formats: ['html', 'pdf'], templates, theme: 'in-place' })
    const contents = (path: string) => output.find((file) => file.path === path)?.contents ?? ''
    const html = partsOfHtml(String(contents('dossier.html')))
    const pdf = await partsOfPdf(contents('dossier.pdf') as Uint8Array)
    expect(html.length).toBeGreaterThan(1)
    expect(pdf.map(({ title }) => title)).toEqual(html.map(({ title }) => title))
    pdf.forEach((part, at) => {
      const other = html[at]
      expect(part.body.length, part.title).toBeGreaterThan(100)
      expect(apart(part.body, other?.body ?? ''), part.title).toBeUndefined()
      expect([...part.notes].sort(), part.title).toEqual([...(other?.notes ?? [])].sort())
      expect(part.numbers, part.title).toEqual(other?.numbers)
      expect(part.labels, part.title).toEqual(other?.labels)
    })
  })
})

/** Where two texts part, with what follows in each; nothing when they are the same. */
function apart(left: string, right: string): string | undefined {
  if (left === right) return undefined
  let at = 0
  while (left[at] === right[at]) at++
  const from = Math.max(0, at - 30)
  return `${at} of ${left.length}/${right.length}: PDF ${left.slice(from, at + 50)} | HTML ${right.slice(from, at + 50)}`
}
