import { deflateSync } from 'node:zlib'

/** What a PNG is to be like. */
export interface PngOptions {
  readonly width: number
  readonly height: number
  /** 0 grey, 2 RGB, 6 RGB with transparency. */
  readonly color: 0 | 2 | 6
  readonly interlaced?: boolean
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(data.length + 12)
  frame.writeUInt32BE(data.length, 0)
  frame.write(type, 4, 'latin1')
  frame.set(data, 8)
  return frame
}

/** A PNG of one dark colour; its checksums are left at 0, which readers of pictures take as they are. */
export function png({ width, height, color, interlaced = false }: PngOptions): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, color, 0, 0, interlaced ? 1 : 0], 8)
  const bytes = { 0: 1, 2: 3, 6: 4 }[color]
  const passes = interlaced
    ? [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 0, 1, 1]]
  const rows = passes.flatMap(([x = 0, y = 0, dx = 1, dy = 1]) => {
    const across = Math.max(0, Math.ceil((width - x) / dx))
    const down = across === 0 ? 0 : Math.max(0, Math.ceil((height - y) / dy))
    return Array.from({ length: down }, () => Buffer.concat([Buffer.alloc(1), Buffer.alloc(across * bytes, 80)]))
  })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

/** A PNG of one half-transparent pixel: the kind that pdfkit decodes in the background. */
export function pixel(): Uint8Array {
  return png({ width: 1, height: 1, color: 6 })
}

/** What the head of a JPEG says. */
export interface JpegOptions {
  readonly width: number
  readonly height: number
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly colors: number
  /** Exif: how a camera turned the picture, 1 to 8. */
  readonly orientation?: number
}

/** The segments of a JPEG, without any pixels: enough for whoever does not unpack it. */
export function jpeg({ width, height, colors, orientation }: JpegOptions): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation ?? 1,
    0,
    0,
    0,
    0,
    0,
    0,
  ]
  const exif = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, colors]
  const components = Array.from({ length: colors }, (_, n) => [n + 1, 0x11, 0]).flat()
  const sof = [0xff, 0xc0, 0, frame.length + components.length + 2, ...frame, ...components]
  return Uint8Array.from([0xff, 0xd8, ...(orientation === undefined ? [] : exif), ...sof, 0xff, 0xd9])
}
