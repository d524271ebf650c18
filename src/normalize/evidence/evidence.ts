import type { VFile } from 'vfile'
import type { Metadata } from '../../captured/source.ts'
import { type LineEnds, noLineEnds } from './line-ends.ts'
import type { LineForm } from './line-forms.ts'
import { notWrapped, type Wrapping } from './wrapping.ts'

/*
 * What is known of a text beside its lines: one record a file, in `file.data.evidence`.
 *
 * It is measured by steps of their own, which stand in the lists of steps beside the rules (`lines/measure/`); rules only
 * read. So what a rule finds does not depend on which rule asked first. A text is measured once: a step that runs again
 * leaves what it has measured. A rule that is used by itself, without the step before it, reads the neutral value that
 * each field names.
 */

/** What is known of a text. All of it is plain data. */
export interface Evidence {
  /** BCP 47 tag of the text's language, given by the manifest or else detected; set before the rules run, else `en`. */
  readonly language: string
  /** Texts of lost notes, by label, as the manifest supplies them; set before the rules run, else none. */
  readonly suppliedNotes: Readonly<Record<string, string>>
  /** Whether the manifest gives the text's title; set before the rules run, else false. */
  readonly isTitled: boolean
  /** What the rules learn about the source from its text, entered by `frontMatter`; the manifest wins over it. Else nothing. */
  readonly found: Metadata
  /** How often each word occurs, by `wordKey`; measured by `measureWords`, with columns in order and page furniture gone. Else empty. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** Words, in lower case, that the text has in small letters somewhere; measured by `measureWords`. Else empty. */
  readonly smallWords: ReadonlySet<string>
  /** Hyphens that only a typesetter puts at line ends in this text; measured by `measureWords`. Else the soft hyphen alone. */
  readonly typesetHyphens: ReadonlySet<string>
  /** Usual number of blank lines between two lines; measured by `measureLineGap`, without page furniture. Else 0. */
  readonly lineGap: number
  /** How the lines came about, in thousandths of an em; measured by `measureLines`, without what frames a web page. Else not wrapped. */
  readonly wrapping: Wrapping
  /** The forms in which the entries of a text begin; measured by `measureLineEnds`, on the lines of running text. Else none. */
  readonly lineForms: ReadonlySet<LineForm>
  /** What line ends say, in thousandths of an em; measured by `measureLineEnds`, on the lines of running text. Else without a limit. */
  readonly lineEnds: LineEnds
  /** How often words stand next to each other, by hash; a function of the source's text alone, counted when it is asked for. */
  readonly wordPairs: Uint8Array
}

declare module 'vfile' {
  interface DataMap {
    /** What is known of the text, as far as it has been measured; read it with `evidenceOf`. */
    evidence: Partial<Evidence>
  }
}

const softHyphen = '\u00AD'

/** What a rule reads of a text that nobody has measured. */
const unmeasured: Evidence = {
  language: 'en',
  suppliedNotes: {},
  isTitled: false,
  found: {},
  vocabulary: new Map(),
  smallWords: new Set(),
  typesetHyphens: new Set([softHyphen]),
  lineGap: 0,
  wrapping: notWrapped,
  lineForms: new Set(),
  lineEnds: noLineEnds,
  wordPairs: new Uint8Array(0),
}

/** What is known of a file's text; neutral values where nothing has been measured. */
export function evidenceOf(file: VFile): Evidence {
  return { ...unmeasured, ...file.data.evidence }
}

/** Enters evidence, in place of what is there. */
export function enter(file: VFile, evidence: Partial<Evidence>): void {
  file.data.evidence = { ...file.data.evidence, ...evidence }
}

/** Measures evidence that is not there yet, and gives what is there then. */
export function measureOnce<Name extends keyof Evidence>(
  file: VFile,
  name: Name,
  measure: () => Evidence[Name],
): Evidence[Name] {
  const known: Evidence[Name] | undefined = file.data.evidence?.[name]
  if (known !== undefined) return known
  const measured = measure()
  enter(file, { [name]: measured })
  return measured
}
