/**
 * Values by key, of which those are kept that were asked for lately: half of the different words of a dossier come once, and a
 * million words have a hundred thousand different ones.
 */
export interface Lately<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** Keeps at least so many values, and twice as many at most. */
export function createLately<Key, Value>(least: number): Lately<Key, Value> {
  let recent = new Map<Key, Value>()
  let older = new Map<Key, Value>()

  function set(key: Key, value: Value): void {
    if (recent.size >= least) {
      older = recent
      recent = new Map()
    }
    recent.set(key, value)
  }

  return {
    set,
    get(key) {
      const known = recent.get(key)
      if (known !== undefined || older.size === 0) return known
      const again = older.get(key)
      if (again !== undefined) set(key, again)
      return again
    },
  }
}
