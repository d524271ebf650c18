/** Formats that browsers show, by the bytes that their files begin with. */
const signatures: readonly (readonly [type: string, offset: number, bytes: readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
]

/** Media type of an image by its first bytes; nothing for bytes that are not an image we know. */
export function imageType(bytes: Uint8Array): string | undefined {
  return signatures.find(([, offset, magic]) => magic.every((byte, index) => bytes[offset + index] === byte))?.[0]
}

/** The image as a `data:` address, so that a page needs nothing beside itself. */
export function dataAddress(bytes: Uint8Array): string | undefined {
  const type = imageType(bytes)
  return type === undefined ? undefined : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
