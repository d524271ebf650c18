/** The bytes of a file, in one row that grows as they come: a list of pieces would be there twice when it is joined. */
export interface FileBytes {
  /** Adds text of which each character is a byte. */
  addText(text: string): void
  addBytes(bytes: Uint8Array): void
  /** All that was added. */
  end(): Uint8Array
}

/** Room at first: more than 600 pages take. Where nothing is written, none is taken of the machine's memory. */
const firstRoom = 1 << 24
/** How much more room there is each time it gets short: few files need it twice. */
const growth = 4
/** Length at which gathered text becomes bytes. */
const chunkLength = 1 << 16

/** A file has some ten thousand small objects, added in four pieces each: they are gathered as text. */
export function createFileBytes(): FileBytes {
  let row = Buffer.alloc(firstRoom)
  let length = 0
  let text = ''

  function makeRoom(added: number): void {
    if (length + added <= row.length) return
    const larger = Buffer.alloc(Math.max(row.length * growth, length + added))
    larger.set(row.subarray(0, length))
    row = larger
  }

  function flush(): void {
    makeRoom(text.length)
    length += row.write(text, length, 'latin1')
    text = ''
  }

  return {
    addText(more) {
      text += more
      if (text.length > chunkLength) flush()
    },
    addBytes(bytes) {
      flush()
      makeRoom(bytes.length)
      row.set(bytes, length)
      length += bytes.length
    },
    end() {
      flush()
      return new Uint8Array(row.buffer, 0, length)
    },
  }
}
