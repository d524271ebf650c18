import type { Edit } from '../captured/edit.ts'

/** A stretch of the source and what became of it: its offset in the markdown, or an edit. */
export type Claim =
  | { readonly start: number; readonly end: number; readonly at: number; readonly edit?: undefined }
  | { readonly start: number; readonly end: number; readonly edit: Edit; readonly at?: undefined }

/** What is wrong with the claims: characters that nobody accounts for, or that two do. */
export interface Flaw {
  readonly kind: 'gap' | 'overlap'
  readonly start: number
  readonly end: number
}

/** Makes the edit for a stretch that no claim covers. */
export type FillGap = (start: number, end: number, before: Claim | undefined, after: Claim | undefined) => Edit

/**
 * Lays claims side by side so that they tile the text: gaps are filled, and where two claims overlap the first one
 * wins, so that the account always undoes. White space may be claimed twice or by nobody; anything that a reader can
 * see may not.
 */
export function tile(text: string, claims: readonly Claim[], fillGap: FillGap): { tiles: Claim[]; flaws: Flaw[] } {
  const tiles: Claim[] = []
  const flaws: Flaw[] = []
  let end = 0
  for (const claim of inSourceOrder(claims)) {
    if (claim.start > end) end = fill(claim)
    if (claim.start === end) push(claim)
    else if (claim.end === claim.start) insert(tiles, claim)
    else overlap(claim)
  }
  if (end < text.length) fill(undefined)
  return { tiles, flaws }

  function push(claim: Claim): void {
    tiles.push(claim)
    end = claim.end
  }

  function fill(next: Claim | undefined): number {
    const to = next?.start ?? text.length
    if (isVisible(text, end, to)) flaws.push({ kind: 'gap', start: end, end: to })
    tiles.push({ start: end, end: to, edit: fillGap(end, to, tiles.at(-1), next) })
    return to
  }

  function overlap(claim: Claim): void {
    const shared = Math.min(claim.end, end)
    if (isVisible(text, claim.start, shared)) flaws.push({ kind: 'overlap', start: claim.start, end: shared })
    if (claim.end > end) push(cutHead(claim, shared - claim.start))
  }
}

/** By place; what is inserted at a place stands before the text there, and the longer stretch before the shorter. */
function inSourceOrder(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((left, right) => {
    if (left.start !== right.start) return left.start - right.start
    if (left.end === left.start || right.end === right.start) return left.end - right.end
    return right.end - left.end
  })
}

function cutHead(claim: Claim, length: number): Claim {
  const start = claim.start + length
  if (!claim.edit) return { start, end: claim.end, at: claim.at + length }
  return { start, end: claim.end, edit: { ...claim.edit, start, before: claim.edit.before.slice(length) } }
}

/** Puts an insertion into kept text, which is cut in two; into an edit's stretch it cannot go, so it comes after. */
function insert(tiles: Claim[], claim: Claim): void {
  const last = tiles.at(-1)
  if (!last || last.edit) {
    tiles.push(claim)
    return
  }
  const length = claim.start - last.start
  tiles[tiles.length - 1] = { start: last.start, end: claim.start, at: last.at }
  tiles.push(claim, { start: claim.start, end: last.end, at: last.at + length })
}

const visible = /\S/

/** Whether there is anything but white space in a stretch of a text. */
export function isVisible(text: string, start: number, end: number): boolean {
  return visible.test(text.slice(start, end))
}
