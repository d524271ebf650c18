import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { encode } from '../src/encoding.ts'
import { accountsOf } from '../src/ledger/accounts.ts'
import { undo } from '../src/ledger/undo.ts'
import { link } from '../src/link/link.ts'
import { plainText } from '../src/link/walk.ts'
import { withoutPlaces } from '../src/link/without-places.ts'
import { attachedFiles } from '../src/pdf/attached-files.ts'
import { toPdf } from '../src/pdf/pdf.ts'
import { build, normalizeText } from '../src/pipeline.ts'
import { fontLibrary } from '../src/read/fonts.ts'
import { templatesFolder } from '../src/read/package-root.ts'
import { read } from '../src/read/read.ts'
import { readTemplates } from '../src/read/templates.ts'
import { readLabels } from '../src/template/labels.ts'
import { readTheme } from '../src/template/read-theme.ts'
import { makeFolder } from './folder.ts'

const letter = `Отчёт о переправе

Паром отходит в полдень и берёт не больше сорока
пассажиров.1

1. По будням.
`
const survey = `# The survey

Two bridges were seen.[^1] The tables say more.

| Bridge | Year |
| ------ | ---- |
| Upper  | 1911 |

![The upper bridge](upper.png)

[^1]: A third was under water.
`
const texts = { 'letter.txt': encode(letter, 'windows-1251', false), 'survey.md': survey }
const manifest = 'title: Crossings\nsources:\n  - file: letter.txt\n    encoding: windows-1251\n  - file: survey.md\n'
const folder = () => makeFolder({ ...texts, 'dossier.yaml': manifest })

async function linked() {
  const dossier = await read(folder())
  const normalized = dossier.texts.map(normalizeText)
  const document = link(
    normalized.map(({ part }) => part),
    dossier.settings,
  )
  return { dossier, normalized, document }
}

describe('a build does not consume its input', () => {
  test('after it every file has the text that it was read with', async () => {
    const sources = folder()
    const { files } = await build({ sources, formats: ['pdf', 'html', 'markdown'] })
    const values = new Map(files.map((file) => [file.path, file.value]))
    expect([values.get('letter.txt'), values.get('survey.md')]).toEqual([letter, survey])
    expect(values.get('dossier.yaml')).toBe(manifest)
  })

  test('linking leaves the trees that it was given, and says where blocks stand in place of its own nodes', async () => {
    const { normalized, document } = await linked()
    expect(normalized.every(({ part }) => part.tree.children.every(({ position }) => position))).toBe(true)
    expect(JSON.stringify(document.parts.map(({ tree, notes }) => [tree, notes]))).not.toContain('"offset"')
    const [first] = document.parts[0]?.places.blocks ?? []
    expect(letter.slice(first?.start, first?.end)).toBe(plainText(first?.node as Nodes))
    expect(withoutPlaces(document).parts[0]?.places.blocks).toEqual([])
    expect(document.parts[0]?.places.blocks).not.toEqual([])
  })

  test('the same document, ledgers and attachments make the same PDF again', async () => {
    const { dossier, normalized, document } = await linked()
    const templates = await readTemplates()
    const options = {
      theme: readTheme(templates),
      labels: readLabels(templates, 'en'),
      fonts: fontLibrary(templatesFolder()),
      file: dossier.file,
      version: '0',
      attachments: attachedFiles(accountsOf(normalized), dossier.file),
    }
    const [first, second, small] = [
      await toPdf(document, options),
      await toPdf(document, options),
      await toPdf(withoutPlaces(document), options),
    ]
    expect(Buffer.from(first).equals(second)).toBe(true)
    expect(Buffer.from(first).equals(small)).toBe(true)
    expect(normalized.map(({ markdown, ledger }) => undo(markdown, ledger))).toEqual([letter, survey])
  })
})
