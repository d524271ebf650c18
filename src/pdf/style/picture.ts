import type { Picture } from './item.ts'

type Size = Omit<Picture, 'bytes'>

/** Size of a PNG or baseline or progressive JPEG as it is to be shown, and how it is turned; undefined for anything else. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20), orientation: 1 }
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegSize(view)
  return undefined
}

/** Walks the segments of a JPEG (ITU-T T.81, B.1) to its frame header. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2
  let orientation = 1
  while (at + 9 < view.byteLength) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return orientation > 4 ? { width: height, height: width, orientation } : { width, height, orientation }
    }
    if (marker >> 8 !== 0xff) return undefined
    if (marker === 0xffe1) orientation = orientationIn(view, at + 4) ?? orientation
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** "Exif" and two zeros. */
const exif = [0x45786966, 0]

/** The orientation that a camera noted (Exif 2.3, 4.6.4, tag 0x0112): 1 to 8. */
function orientationIn(view: DataView, start: number): number | undefined {
  const tiff = start + 6
  if (tiff + 8 > view.byteLength || view.getUint32(start) !== exif[0] || view.getUint16(start + 4) !== exif[1]) return
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > view.byteLength) return undefined
  const entries = view.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > view.byteLength) return undefined
    if (view.getUint16(at, little) !== 0x0112) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}
