import { encode } from '../encoding.ts'
import type { MediaType, Source } from './source.ts'

/** What the stages do with one format of sources: a new format is an entry here, and a parser in `parse/parse.ts`. */
export interface MediaTypeTraits {
  /** How names of such files end, lower case. */
  readonly extensions: readonly string[]
  /**
   * The first rules that its tree goes through: those on `lines`, because nothing in it is marked; those on running
   * `text`, because it comes as blocks; or `none`, because its author has said what is a paragraph, a heading or a note.
   */
  readonly rules: 'lines' | 'text' | 'none'
  /** Whether its text is markdown already, and is kept to the letter. */
  readonly isMarkdown: boolean
  /** The bytes of the file, from its text: `read` takes no text that does not give them back. */
  readonly bytes: (text: string, source: Pick<Source, 'encoding' | 'bom'>) => Uint8Array
}

/** The formats that sources can have, each in one place. */
export const mediaTypes: Readonly<Record<MediaType, MediaTypeTraits>> = {
  'text/plain': { extensions: ['.txt', '.text'], rules: 'lines', isMarkdown: false, bytes: encoded },
  'text/markdown': { extensions: ['.md', '.markdown'], rules: 'none', isMarkdown: true, bytes: encoded },
}

function encoded(text: string, { encoding, bom }: Pick<Source, 'encoding' | 'bom'>): Uint8Array {
  return encode(text, encoding, bom)
}

/** Whether rules have worked on a source: what they look for is reported where they find it. */
export function goesThroughRules({ mediaType }: Pick<Source, 'mediaType'>): boolean {
  return mediaTypes[mediaType].rules !== 'none'
}
