import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Recipe, recipes } from './make/captures.ts'
import { randomFrom } from './make/random.ts'
import { truthOf } from './make/truth.ts'

/*
 * `npm run corpus` writes the captures of test/corpus: texts of some kinds that nobody wrote, as they look after somebody
 * has captured them, and what they should become. The same seeds give the same files.
 */

/** Every file of the corpus by its path below this folder. */
export function corpusFiles(): ReadonlyMap<string, string> {
  return new Map(Object.entries(recipes).flatMap(([name, recipe]) => filesOf(name, recipe)))
}

function filesOf(name: string, { seed, make, capture, look }: Recipe): (readonly [path: string, contents: string])[] {
  const text = make(randomFrom(seed))
  const { input, boilerplate } = capture(text)
  const tableCaptions = text.blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []))
  const meta = {
    id: name,
    genre: text.kind,
    group: text.kind,
    lang: 'en',
    capture: look,
    seed,
    boilerplate,
    tableCaptions,
  }
  return [
    [`${name}/input.txt`, input],
    [`${name}/meta.json`, `${JSON.stringify(meta, undefined, 2)}\n`],
    [`${name}/truth.md`, truthOf(text)],
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, contents] of corpusFiles()) {
    const target = join(dirname(fileURLToPath(import.meta.url)), path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, contents)
  }
}
