import type { VFile } from 'vfile'
import { pointAt } from '../captured/captured.ts'
import { report } from '../diagnostics/report.ts'
import type { ResolvedDocument } from '../link/resolved.ts'
import { pictureFault } from '../read/picture.ts'
import type { Settled } from './settle.ts'
import type { Chapter } from './style/chapter.ts'

/** Reports what layout found: characters without a glyph, pictures that can't be printed, pages that don't hold. */
export function reportLayout(
  { chapters, unsettled }: Settled,
  styled: readonly Chapter[],
  document: ResolvedDocument,
  dossier: VFile,
): void {
  reportMissing(missingIn(chapters, styled, dossier), dossier)
  reportPictures(document)
  for (const id of unsettled) {
    report(dossier, 'pdf:layout-converges', `Unexpected change of the page of \`${id}\` in the fifth round of layout`, {
      actual: id,
    })
  }
  for (const [number, { overfull }] of chapters.entries()) {
    for (const anchor of overfull) {
      const where = anchor === undefined ? '' : ` at \`${anchor}\``
      report(
        styled[number]?.file ?? dossier,
        'pdf:block-fits-page',
        `Unexpected height${where}: a line, picture or note is higher than a page`,
      )
    }
  }
}

/** Characters that no font has, by the file that they are in. */
type Missing = Map<VFile, Set<number>>

function missingIn(chapters: Settled['chapters'], styled: readonly Chapter[], dossier: VFile): Missing {
  const missing: Missing = new Map()
  for (const [number, chapter] of chapters.entries()) {
    const file = styled[number]?.file ?? dossier
    for (const codePoint of chapter.missing) missing.set(file, (missing.get(file) ?? new Set()).add(codePoint))
  }
  return missing
}

/** How many characters a message names. */
const mostNamed = 8

/** Reports the missing characters of each part at the first of them; those of part titles are not the dossier's own. */
function reportMissing(missing: Missing, dossier: VFile): void {
  const inParts = new Set([...missing].flatMap(([file, codePoints]) => (file === dossier ? [] : [...codePoints])))
  for (const [file, all] of missing) {
    const codePoints = file === dossier ? [...all].filter((codePoint) => !inParts.has(codePoint)) : [...all]
    if (codePoints.length === 0) continue
    const characters = codePoints.map((codePoint) => String.fromCodePoint(codePoint))
    const text = String(file.value)
    const offset = Math.min(...characters.map((character) => text.indexOf(character)).filter((at) => at >= 0))
    const names = codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`)
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : ''
    const reason = `Unexpected character ${names.slice(0, mostNamed).join(', ')}${more}, expected ones that a font of the theme has`
    const place = Number.isFinite(offset) ? { place: pointAt(file, offset) } : {}
    report(file, 'pdf:glyph-is-in-font', reason, { ...place, actual: characters.join('') })
  }
}

/** Reports the pictures that can't be printed: those of a build are left out before, when they are read. */
function reportPictures({ parts }: ResolvedDocument): void {
  for (const { source, file } of parts) {
    for (const image of source.images) {
      const fault = pictureFault(image.bytes)
      if (!fault) continue
      report(file, 'read:image-is-supported', `The image \`${image.file}\` ${fault.reason}`, { note: fault.remedy })
    }
  }
}
