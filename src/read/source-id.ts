/** Names that Windows keeps for devices: no file may have them, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** An id made of a file's name: the name without its extension, and without what file names cannot have everywhere. */
export function idOfName(name: string): string {
  const base = name.normalize('NFC').replace(/\.[^.]*$/, '')
  const safe = base
    .replace(/[\p{C}\\/:*?"<>|]+/gu, '-')
    .replace(/^[\s.-]+/, '')
    .slice(0, 100)
    .toWellFormed()
    .replace(/[\s.]+$/, '')
  if (safe === '') return 'source'
  return reserved.test(safe) ? `${safe}-source` : safe
}

/** Two ids with the same key would share a file on a disk that does not tell case or Unicode forms apart. */
export function idKey(id: string): string {
  return id.normalize('NFC').toLowerCase()
}

/** The id itself when it is free, else the id with the first free number from 2. Takes what it gives. */
export function takeId(id: string, taken: Set<string>): string {
  let free = id
  for (let n = 2; taken.has(idKey(free)); n++) free = `${id}-${n}`
  taken.add(idKey(free))
  return free
}
