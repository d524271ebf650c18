import { unified } from 'unified'
import { defaultLeastConfidence } from '../captured/doubt.ts'
import { mediaTypes } from '../captured/media-types.ts'
import type { Part } from '../captured/part.ts'
import { dropWithdrawn, editsOf } from '../captured/record.ts'
import { languageOf } from '../language/detect-language.ts'
import { correct } from './corrections/correct.ts'
import { evidenceOf } from './evidence/evidence.ts'
import { pluginsFor } from './steps.ts'

/**
 * Runs the rules over a part. Its tree is changed in place; a markdown part is left as it is, because its author has
 * already said what is a paragraph, a heading or a note.
 */
export function normalize(part: Part): Part {
  const { source, file, tree } = part
  const language = part.metadata.language ?? languageOf(String(file.value))
  file.data.evidence = { language, suppliedNotes: source.notes, isTitled: part.metadata.title !== undefined }
  file.data.leastConfidence = source.overrides.confidence ?? defaultLeastConfidence
  const { rules } = mediaTypes[source.mediaType]
  if (rules !== 'none') unified().use(pluginsFor(source, rules)).runSync(tree, file)
  if (source.corrections) correct(tree, file, source.corrections)
  dropWithdrawn(file)
  const metadata = { language, ...evidenceOf(file).found, ...part.metadata }
  return { source, file, tree, metadata, edits: editsOf(file) }
}
