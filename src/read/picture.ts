import { inflateSync } from 'node:zlib'

/** What keeps a picture from being shown: what was found, in words that go on after its path, and what to do about it. */
export interface PictureFault {
  /** "is a WebP picture, expected PNG or JPEG". */
  readonly reason: string
  readonly remedy: string
}

/** More pixels than this take more memory than a page is worth: 100 million are a poster of a metre at 240 pixels an inch. */
const mostPixels = 100_000_000

const convert = 'Convert it to PNG or JPEG.'
const exportAgain = 'Get the picture once more, or open it in an image editor and save it again.'

/** Formats by their first bytes (latin-1), to name what was found. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^RIFF[^]{4}WEBP/, 'WebP'],
  [/^GIF8[79]a/, 'GIF'],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
  [/^[^]{4}ftyp(?:avif|avis)/, 'AVIF'],
  [/^[^]{4}ftyp(?:heic|heix|mif1)/, 'HEIC'],
  [/^BM[^]{4}\0\0\0\0/, 'BMP'],
  [/^%PDF-/, 'PDF'],
  [/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^]{0,400}?)?(?:<!--[^]{0,400}?-->\s*)?(?:<!DOCTYPE svg[^]{0,400}?>\s*)?<svg/, 'SVG'],
]

/** What was found, by picture: a PNG takes a while to look through. */
const known = new WeakMap<Uint8Array, { readonly fault: PictureFault | undefined }>()

/** Says why a picture can't be shown in both outputs; undefined when it can. All of a PNG's data is looked at. */
export function pictureFault(bytes: Uint8Array): PictureFault | undefined {
  const found = known.get(bytes) ?? { fault: findFault(bytes) }
  known.set(bytes, found)
  return found.fault
}

function findFault(bytes: Uint8Array): PictureFault | undefined {
  if (bytes.length === 0) return { reason: 'is empty', remedy: exportAgain }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return pngFault(view, bytes)
  if (head.startsWith('\xff\xd8')) return jpegFault(view)
  const name = others.find(([signature]) => signature.test(head))?.[1]
  return { reason: name ? `is ${name}, expected PNG or JPEG` : 'is neither PNG nor JPEG', remedy: convert }
}

function cutShort(): PictureFault {
  return { reason: 'ends too early', remedy: exportAgain }
}

function damaged(what: string): PictureFault {
  return { reason: `is damaged: ${what}`, remedy: exportAgain }
}

function sizeFault(width: number, height: number): PictureFault | undefined {
  if (width === 0 || height === 0) return damaged('it has no height or no width')
  if (width * height <= mostPixels) return undefined
  return { reason: `has ${width} × ${height} pixels, expected 100 million at most`, remedy: 'Scale it down.' }
}

/** Samples of a pixel by colour type (PNG, 11.2.1); other types don't exist. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Walks the chunks of a PNG, and unpacks its pixels to see that all are there. */
function pngFault(view: DataView, bytes: Uint8Array): PictureFault | undefined {
  const data: Uint8Array[] = []
  let palette = false
  let at = 8
  for (;;) {
    if (at + 12 > view.byteLength) return cutShort()
    const length = view.getUint32(at)
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (at + 12 + length > view.byteLength) return cutShort()
    if (at === 8 && (type !== 'IHDR' || length !== 13)) return damaged('it does not begin with its size')
    if (type === 'PLTE') palette = true
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length))
    if (type === 'IEND') break
    at += 12 + length
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth = 0, color = 0, , , interlaced = 0] = bytes.subarray(24, 29)
  const fault = sizeFault(width, height)
  if (fault) return fault
  if (samples[color] === undefined || ![1, 2, 4, 8, 16].includes(depth))
    return damaged('its colours are of no known kind')
  if (color === 3 && !palette) return damaged('it has no palette')
  return dataFault(data, expectedBytes(width, height, depth * (samples[color] ?? 1), interlaced === 1))
}

function dataFault(data: readonly Uint8Array[], expected: number): PictureFault | undefined {
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: expected + 1 })
    return pixels.length < expected ? cutShort() : undefined
  } catch (error) {
    // Bytes after the last row are left alone by every reader.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    return damaged('its pixels can’t be unpacked')
  }
}

/** The seven passes of an interlaced PNG (PNG, 8.2): first column and row, and steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Bytes of the unpacked rows: each begins with the number of its filter. */
function expectedBytes(width: number, height: number, bitsPerPixel: number, interlaced: boolean): number {
  const rows = (across: number, down: number) =>
    across === 0 ? 0 : down * (1 + Math.ceil((across * bitsPerPixel) / 8))
  if (!interlaced) return rows(width, height)
  return passes.reduce((sum, [x, y, dx, dy]) => {
    return sum + rows(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy)))
  }, 0)
}

/** Walks the segments of a JPEG (ITU-T T.81, B.1) to its frame header, and looks for its end. */
function jpegFault(view: DataView): PictureFault | undefined {
  let at = 2
  for (;;) {
    if (at + 10 > view.byteLength) return cutShort()
    const marker = view.getUint16(at)
    if (marker >> 8 !== 0xff) return damaged('a segment is missing')
    if (marker === 0xffff) at++
    else if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) break
    else at += 2 + view.getUint16(at + 2)
  }
  const marker = view.getUint16(at)
  if (marker > 0xffc2)
    return { reason: 'is a JPEG of a rare kind, expected a baseline or progressive one', remedy: convert }
  const [depth, height, width, colors] = [at + 4, at + 5, at + 7, at + 9].map((place, index) =>
    index === 1 || index === 2 ? view.getUint16(place) : view.getUint8(place),
  )
  if (depth !== 8) return { reason: `has ${depth} bits a sample, expected 8`, remedy: convert }
  if (colors === 4) return { reason: 'has CMYK colours, expected RGB or grey', remedy: 'Convert its colours to RGB.' }
  if (colors !== 1 && colors !== 3) return damaged('its colours are of no known kind')
  return sizeFault(width ?? 0, height ?? 0) ?? (hasEnd(view) ? undefined : cutShort())
}

/** Whether the end marker stands near the end; cameras write more behind it. */
function hasEnd(view: DataView): boolean {
  for (let at = view.byteLength - 2; at >= Math.max(2, view.byteLength - 65536); at--) {
    if (view.getUint16(at) === 0xffd9) return true
  }
  return false
}
