import { createHash } from 'node:crypto'

/** SHA-256 of bytes, or of a text as UTF-8: 64 lower-case hexadecimal digits, or base64 where a format asks for it. */
export function sha256Of(data: string | Uint8Array, as: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha256').update(data).digest(as)
}
