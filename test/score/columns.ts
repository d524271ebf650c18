/** What a scorer finds out about one normalized capture; only what the table shows. */
export interface Score {
  readonly para: { readonly f1: number; readonly rPara: number | null }
  readonly wer: number
  readonly hyphen: { readonly per1k: number }
  readonly head: { readonly p: number; readonly r: number }
  readonly list: { readonly r: number; readonly n: number }
  readonly table: { readonly cells: number | null }
  readonly fn: { readonly calls: number; readonly r: number; readonly p: number; readonly linked: number }
  readonly xref: { readonly right: number | null }
  readonly dropped: number
  readonly junk: number
  readonly boiler: { readonly rate: number } | null
}

type Column = (score: Partial<Score>) => number | null | undefined

const ofNotes = (pick: (notes: Score['fn']) => number): Column => {
  return ({ fn }) => (fn && fn.calls > 0 ? pick(fn) : null)
}

/** The columns of the table: paragraph boundaries, breaks between paragraphs, word errors, hyphens and so on. */
export const columns: Readonly<Record<string, Column>> = {
  paraF1: ({ para }) => para?.f1,
  'p|p R': ({ para }) => para?.rPara,
  WER: ({ wer }) => wer,
  'hyph/1k': ({ hyphen }) => hyphen?.per1k,
  'head P': ({ head }) => head?.p,
  'head R': ({ head }) => head?.r,
  'list R': ({ list }) => (list && list.n > 0 ? list.r : null),
  cells: ({ table }) => table?.cells,
  'note R': ofNotes(({ r }) => r),
  'note P': ofNotes(({ p }) => p),
  linked: ofNotes(({ linked }) => linked),
  xref: ({ xref }) => xref?.right,
  dropped: ({ dropped }) => dropped,
  junk: ({ junk }) => junk,
  furniture: ({ boiler }) => boiler?.rate,
}
