import iconv from 'iconv-lite'

/** A text and how its bytes spelled it: `encode` gives the same bytes again. */
export interface Decoded {
  /** The text, without a byte order mark. */
  readonly text: string
  /** IANA name of the encoding, lower case. */
  readonly encoding: string
  readonly bom: boolean
}

/** Why bytes are not a text in the encoding tried. */
export interface Undecodable {
  /** Encoding tried. */
  readonly encoding: string
  /** Offset of the first byte that has no meaning in it. */
  readonly offset: number
  /** The text up to that byte, to count its lines. */
  readonly before: string
}

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

/**
 * Decodes a file: by its byte order mark, else in the encoding named, else as UTF-16 where its zero bytes leave no other
 * reading, else as UTF-8. What is returned as decoded is sure to give the same bytes when it is encoded.
 */
export function decode(bytes: Uint8Array, named?: string): Decoded | Undecodable {
  const mark = marks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  const encoding = mark?.encoding ?? (named === undefined ? encodingWithoutName(bytes) : canonicalName(named))
  const body = mark ? bytes.subarray(mark.bytes.length) : bytes
  const text = decodeBody(Buffer.from(body.buffer, body.byteOffset, body.byteLength), encoding)
  const offset = firstDifference(body, encodeBody(text, encoding)) ?? loneSurrogate(text)
  if (offset === undefined) return { text, encoding, bom: mark !== undefined }
  const before = decodeBody(Buffer.from(body.subarray(0, offset)), encoding)
  return { encoding, offset: offset + (mark?.bytes.length ?? 0), before }
}

/** Share of a text's characters that are of ASCII in every alphabet: white space, figures and points. */
const leastAscii = 0.04

/** UTF-16 when the bytes are a text in one order of bytes and not in the other, which no text in UTF-8 is; else UTF-8. */
function encodingWithoutName(bytes: Uint8Array): string {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return 'utf-8'
  const zeros = bytes.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  if (zeros < 2 || zeros < (leastAscii * bytes.length) / 2) return 'utf-8'
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const likely = ['utf-16le', 'utf-16be'].filter((encoding) => isPlainText(decodeBody(body, encoding)))
  return (likely.length === 1 && likely[0]) || 'utf-8'
}

/** Words with white space between them, and nothing that no text has: control characters, halves of pairs, unassigned ones. */
function isPlainText(text: string): boolean {
  return text.isWellFormed() && /\p{L}/u.test(text) && /[ \n]/.test(text) && !/[^\P{C}\t\n\f\r\p{Cf}]/u.test(text)
}

/** Encodes a text: the inverse of `decode`. */
export function encode(text: string, encoding: string, bom: boolean): Uint8Array {
  const body = encodeBody(text, encoding)
  const mark = bom ? marks.find((candidate) => candidate.encoding === encoding) : undefined
  return mark ? Buffer.concat([Buffer.from(mark.bytes), body]) : body
}

/** Whether texts in the encoding can be read. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name) && !notCharacterSets.has(name.toLowerCase())
}

/** Ways to write bytes as characters, which the library counts among the encodings. */
const notCharacterSets = new Set(['base64', 'binary', 'hex'])

/** The IANA name for the short forms that people write ("utf8", "cp1251"). */
function canonicalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^utf(?=\d)/, 'utf-')
    .replace(/^(?:cp|win)(?=125\d$)/, 'windows-')
    .replace(/^latin1$/, 'iso-8859-1')
}

/** Offset in bytes of half a surrogate pair: only UTF-16 can spell it, and the UTF-8 that we write cannot. */
function loneSurrogate(text: string): number | undefined {
  if (text.isWellFormed()) return undefined
  const proper = text.toWellFormed()
  let at = 0
  while (text[at] === proper[at]) at++
  return 2 * at
}

function decodeBody(body: Buffer, encoding: string): string {
  if (encoding === 'utf-8') return body.toString('utf8')
  return iconv.decode(body, encoding, { stripBOM: false })
}

function encodeBody(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  return iconv.encode(text, encoding, { addBOM: false })
}

function firstDifference(left: Uint8Array, right: Uint8Array): number | undefined {
  if (Buffer.compare(left, right) === 0) return undefined
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at++) if (left[at] !== right[at]) return at
  return length
}
