import { readFile } from 'node:fs/promises'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { defaultLeastConfidence } from '../../src/captured/doubt.ts'
import { languageOf } from '../../src/language/detect-language.ts'
import { mendCharacters } from '../../src/normalize/characters/mend.ts'
import { evidenceOf } from '../../src/normalize/evidence/evidence.ts'
import { jointFeatures } from '../../src/normalize/evidence/joints/features.ts'
import { jointsIn } from '../../src/normalize/evidence/joints/joint.ts'
import { weighJoints } from '../../src/normalize/lines/paragraphs/weigh-joints.ts'
import { pluginsFor } from '../../src/normalize/steps.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import type { Sample } from './logistic.ts'
import type { Truth } from './truth.ts'

/** The joints of a capture as they are before they are weighed, and whether what was decided there is wrong. */
export async function jointSamples(folder: string, truth: Truth): Promise<Omit<Sample, 'weight'>[]> {
  const read = new VFile({ cwd: '', path: 'input.txt' })
  const description = { id: 'input', path: 'input.txt', mediaType: 'text/plain' } as const
  const text = await readText(await readFile(new URL('input.txt', folder)), description, read)
  if (!text) return []
  mendCharacters(text.source, text.file)
  const { tree, file } = parse(text.source, text.file)
  file.data.evidence = { language: languageOf(String(file.value)) }
  file.data.leastConfidence = defaultLeastConfidence
  const plugins = pluginsFor(text.source, 'lines')
  const end = plugins.findIndex((entry) => Array.isArray(entry) && entry[0] === weighJoints)
  unified().use(plugins.slice(0, end)).runSync(tree, file)
  return jointsIn(tree, file, evidenceOf(file).wrapping).flatMap((joint) => {
    const is = truth(joint.before.position?.end.line ?? 0, joint.line.position?.start.line ?? 0)
    if (is === undefined) return []
    // A line that is one by its author's will is better a paragraph of its own than lost in one.
    const isWrong = (joint.begins === undefined) !== (is === 'goes on')
    return [{ features: jointFeatures(joint), isWrong }]
  })
}
