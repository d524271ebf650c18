import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { toPdf } from '../../src/pdf/pdf.ts'
import { fontLibrary } from '../../src/read/fonts.ts'
import { templatesFolder } from '../../src/read/package-root.ts'
import { readTemplates } from '../../src/read/templates.ts'
import { readLabels } from '../../src/template/labels.ts'
import { readTheme } from '../../src/template/read-theme.ts'
import { dossierOf } from './laid.ts'

const templates = await readTemplates()
const sentences = {
  Arabic: 'الجسر القديم بين المدينتين طوله 120 مترا، وقد أغلق في عام 1801. إن اللجنة لا تزال تكتب عنه.',
  Hebrew: 'הגשר הישן שבין הערים אורכו 120 מטר, והוא נסגר בשנת 1801.',
  'vocalized Arabic': 'الجِسْرُ القَدِيمُ بَيْنَ المَدِينَتَيْنِ طُولُهُ مِئَةُ مِتْرٍ، وَقَدْ أُغْلِقَ لِأَنَّهُ كَادَ يَسْقُطُ فِي النَّهْرِ.',
  'vocalized Hebrew': 'הַגֶּשֶׁר הַיָּשָׁן שֶׁבֵּין הֶעָרִים נִסְגַּר.',
  mixed: 'The word جسر means a bridge (גשר in Hebrew), and 12 of them stand.',
  Armenian: 'Հին կամուրջը քաղաքների միջև ունի 120 մետր երկարություն։',
  Georgian: 'ძველი ხიდი ქალაქებს შორის 120 მეტრია.',
  Greek: 'Η παλιά γέφυρα ανάμεσα στις πόλεις έχει μήκος 120 μέτρα.',
  Cyrillic: 'Старый мост между городами закрыли в 1801 году.',
}

/** pdftotext gives a vowel sign before its letter where text runs from right to left, so there letters alone are compared. */
const wordsOf = (text: string) => {
  const bare = text.normalize('NFKC').replaceAll(/[\u0591-\u05c7\u064b-\u0655]/g, '')
  return bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

test.for(Object.entries(sentences))('%s text comes out of the PDF as it went in', async ([, sentence], { skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossierpress-scripts-'))
  const path = join(folder, 'a.pdf')
  const bytes = await toPdf(dossierOf([{ id: 'bridge', markdown: `# 1\n\n${sentence}\n` }]), {
    theme: readTheme(templates),
    labels: readLabels(templates, 'en'),
    fonts: fontLibrary(templatesFolder()),
    file: new VFile({ path: 'dossier.yaml' }),
    version: '0.0.0',
  })
  writeFileSync(path, bytes)
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  skip(status !== 0, 'pdftotext is not there')
  // What is said here is said of a content stream that can't be read.
  expect(stderr).toBe('')
  const read = new Set(wordsOf(stdout))
  expect(wordsOf(sentence).filter((word) => !read.has(word))).toEqual([])
})
