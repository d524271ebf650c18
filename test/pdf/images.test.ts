import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { toPdf } from '../../src/pdf/pdf.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { dossierOf } from './laid.ts'

/*
 * A few pages as they look, drawn by pdf.js and compared with pictures that are kept. pdf.js draws with an optional
 * package; where it has none for the machine, the tests are left out. UPDATE_FIXTURES=1 keeps new pictures.
 */
const canvas = await import('@napi-rs/canvas').catch(() => undefined)
const folder = fileURLToPath(new URL('../fixtures/images', import.meta.url))
const templates = await readTemplates()

const walk = 'The surveyor walked along the old canal and wrote down every lock that he came to. '
const markdown = `# The locks of the canal

${walk.repeat(3)}He counted them twice.[^1]

## Tolls and traffic

${walk}Table 1 has what he found, in the order of the stream:

Table 1. Boats and tolls by lock

| Lock      | Boats | Toll in guilders | Remark                       |
| --------- | ----: | ---------------: | ---------------------------- |
| Mill lock | 1,204 |            12.50 | opened again after the flood |
| Old lock  |    87 |             1.25 |                              |
| Sea gate  |   310 |             0.75 | at low tide only             |

Source: the books of the canal company.

> ${walk}

1. ${walk}
2. He went home.[^2]

![The mill lock in winter](lock.png)

${walk.repeat(6)}

[^1]: *The canal and its locks*, p. 12.
[^2]: By boat.
`

async function printed(theme: string): Promise<PDFDocumentProxy> {
  const bytes = await toPdf(dossierOf([{ id: 'locks', markdown }]), {
    theme: readTheme(templates, theme),
    labels: readLabels(templates, 'en'),
    fonts: fontLibrary(templatesFolder()),
    file: new VFile({ path: 'dossier.yaml' }),
    version: '0.0.0',
  })
  return getDocument({ data: bytes, verbosity: 0, disableFontFace: true }).promise
}

/** Width of a picture, in pixels. */
const width = 360

describe.skipIf(canvas === undefined)('pages look as they did', () => {
  const pages = [
    ['briefing', 'title', 1],
    ['briefing', 'contents', 3],
    ['briefing', 'part', 4],
    ['book', 'part', 5],
    ['large-print', 'part', 4],
  ] as const
  test.each(pages)('%s: %s', async (theme, name, number) => {
    const document = await printed(theme)
    const drawn = await draw(document, number)
    const path = join(folder, `${theme}-${name}.png`)
    if (process.env.UPDATE_FIXTURES) writeFileSync(path, drawn.toBuffer('image/png'))
    expect(existsSync(path), `${path} is kept`).toBe(true)
    const differing = await differenceOf(drawn, readFileSync(path))
    if (differing > tolerance) writeFileSync(path.replace('.png', '.actual.png'), drawn.toBuffer('image/png'))
    expect(differing).toBeLessThan(tolerance)
  })
})

type Canvas = import('@napi-rs/canvas').Canvas

async function draw(document: PDFDocumentProxy, number: number): Promise<Canvas> {
  if (!canvas) throw new Error('There is nothing to draw with')
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  const drawn = canvas.createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  const context = drawn.getContext('2d')
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise
  return drawn
}

/** Share of the pixels that may differ by more than a shade: edges of letters, from one version of the drawing to another. */
const tolerance = 0.004
/** How far a pixel's grey may be from the kept one, of 255. */
const shade = 48

async function differenceOf(drawn: Canvas, kept: Uint8Array): Promise<number> {
  if (!canvas) return 1
  const image = await canvas.loadImage(kept)
  if (image.width !== drawn.width || image.height !== drawn.height) return 1
  const other = canvas.createCanvas(image.width, image.height)
  other.getContext('2d').drawImage(image, 0, 0)
  const [a, b] = [drawn, other].map((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data)
  let differing = 0
  for (let at = 0; at < image.width * image.height * 4; at += 4) {
    if (Math.abs(greyAt(a, at) - greyAt(b, at)) > shade) differing++
  }
  return differing / (image.width * image.height)
}

function greyAt(data: Uint8ClampedArray | undefined, at: number): number {
  return ((data?.[at] ?? 0) * 3 + (data?.[at + 1] ?? 0) * 6 + (data?.[at + 2] ?? 0)) / 10
}
