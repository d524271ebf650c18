/** Gives anchors that no other thing in the dossier has. */
export interface Anchors {
  /** `wanted` if it is free, else `wanted-2`, `wanted-3` and so on. */
  take(wanted: string): string
}

/** An empty set of anchors. */
export function createAnchors(): Anchors {
  const taken = new Set<string>()
  const last = new Map<string, number>()
  return {
    take(wanted) {
      let anchor = wanted
      while (taken.has(anchor)) {
        const count = (last.get(wanted) ?? 1) + 1
        last.set(wanted, count)
        anchor = `${wanted}-${count}`
      }
      taken.add(anchor)
      return anchor
    },
  }
}

/** An identifier as it may stand in an anchor: letters, digits, `.`, `_` and `-`, never empty. */
export function anchorText(identifier: string): string {
  return identifier.replace(/[^\p{L}\p{N}\p{M}._-]+/gu, '-') || 'x'
}
