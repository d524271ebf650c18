import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import { toPdf } from '../../src/pdf/pdf.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { pixel } from '../pictures.ts'
import { readPrinted } from '../printed.ts'
import { dossierOf } from './laid.ts'

const templates = await readTemplates()
const theme = readTheme(templates, 'briefing')
const walk = 'The surveyor walked along the old canal and wrote down every lock that he came to. '
const paragraphs = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => `Paragraph ${name}${n + 1}. ${walk.repeat(4)}\n\n`).join('')
const markdown = `# Locks\n\n${paragraphs(5, 'a')}![The lock at the mill](lock.png)\n\n${paragraphs(8, 'b')}`
const images = [{ file: 'lock.png', figure: '1', alt: 'The lock at the mill', bytes: pixel() }]

const print = (floats: boolean) =>
  toPdf(dossierOf([{ id: 'locks', markdown, images }]), {
    theme: { ...theme, page: { ...theme.page, floats } },
    labels: readLabels(templates, 'en'),
    fonts: fontLibrary(templatesFolder()),
    file: new VFile({ path: 'dossier.yaml' }),
    version: '0.0.0',
  })

/** The roles of the elements right under the part, in the order of the tag tree. */
function rolesInPart(bytes: Uint8Array): string[] {
  const elements = new Map<string, { role: string; kids: string[] }>()
  const written = /(\d+) 0 obj\s+<<\/Type\/StructElem\/S\/(\w+)[^]*?\/K\[([^\]]*)\]>>/g
  for (const [, id = '', role = '', kids = ''] of Buffer.from(bytes).toString('latin1').matchAll(written))
    elements.set(id, { role, kids: [...kids.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid) })
  const part = [...elements.values()].find(({ role }) => role === 'Part')
  return part?.kids.flatMap((kid) => elements.get(kid)?.role ?? []) ?? []
}

describe('a figure that does not fit', () => {
  const caption = /Figure 1\.1\s+The lock at the mill/
  let floating: Uint8Array
  let fixed: Uint8Array
  beforeAll(async () => {
    floating = await print(true)
    fixed = await print(false)
  })

  /** The pages of the part. */
  const pagesOf = async (bytes: Uint8Array) => (await readPrinted(bytes)).pages.slice(3)

  test('stands on the next page, and the text goes on without it', async () => {
    const pages = await pagesOf(floating)
    const at = pages.findIndex((text) => caption.test(text))
    expect(pages[at - 1]).toContain('Paragraph b1.')
    expect(pages[at]).not.toContain('Paragraph b1.')
  })

  test('is read where the source has it', () => {
    const roles = rolesInPart(floating)
    expect(roles.slice(0, 10)).toEqual(['P', 'H1', 'Table', 'P', 'P', 'P', 'P', 'P', 'Div', 'P'])
    expect(roles).toEqual(rolesInPart(fixed))
  })

  test('stays in its place where the theme says so', async () => {
    const pages = await pagesOf(fixed)
    const at = pages.findIndex((text) => caption.test(text))
    expect(pages[at - 1]).not.toContain('Paragraph b1.')
    expect(pages[at]).toContain('Paragraph b1.')
  })
})

describe('a table that is too wide for an upright page', () => {
  const columns = Array.from({ length: 8 }, (_, at) => `Measurement${at}`)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const table =
    row(columns) + row(columns.map(() => '---')) + row(columns.map((_, at) => `1,204,${300 + at}`)).repeat(3)
  const captioned = (number: number) => `**Table ${number}.** The levels of the locks\n\n${table}\n`
  const pagesOf = async (text: string) => {
    const bytes = await toPdf(dossierOf([{ id: 'locks', markdown: `# Locks\n\n${text}` }]), {
      theme,
      labels: readLabels(templates, 'en'),
      fonts: fontLibrary(templatesFolder()),
      file: new VFile({ path: 'dossier.yaml' }),
      version: '0.0.0',
    })
    return (await readPrinted(bytes)).pages.slice(3)
  }

  test('has the next page to itself, and the text goes on before it and after it', async () => {
    const pages = await pagesOf(`${paragraphs(2, 'a')}${captioned(1)}${paragraphs(14, 'b')}`)
    const at = pages.findIndex((text) => text.includes('Measurement7'))
    expect(pages[at]).toContain('1,204,307')
    expect(pages[at]).not.toContain('surveyor')
    expect(pages[at - 1]).toContain('Paragraph a2.')
    expect(pages[at - 1]).toContain('Paragraph b2.')
    expect(pages[at + 1]).toContain('Paragraph b12.')
  })

  test('shares its page with the next one, and comes at the end when no text follows', async () => {
    const pages = await pagesOf(`${paragraphs(2, 'a')}${captioned(1)}${paragraphs(2, 'b')}${captioned(2)}`)
    const on = pages.map((text) => text.split('Measurement7').length - 1)
    expect(on).toEqual([0, 2, 0])
    expect(pages[0]).toContain('Paragraph b2.')
  })

  test('stands where it is when a colon announces it', async () => {
    const pages = await pagesOf(`${paragraphs(2, 'a')}They are these:\n\n${captioned(1)}${paragraphs(2, 'b')}`)
    const at = pages.findIndex((text) => text.includes('Measurement7'))
    expect(pages[at - 1]).not.toContain('Paragraph b1.')
  })
})
