/*
 * Addresses. What a source gives as the address of a link is data; only web and mail addresses become links.
 */

const linkable = new Set(['http:', 'https:', 'mailto:'])

/** The address as a link may have it, or nothing when it is relative to nothing, malformed or of a scheme that can run code. */
export function safeAddress(address: string, base?: string): string | undefined {
  try {
    const url = base === undefined ? new URL(address) : new URL(address, base)
    return linkable.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/**
 * Address of the copy that the Internet Archive made nearest to the day of the capture (Memento, RFC 7089, in the
 * archive's own form); of its newest copy when no day is known. Only web pages are archived.
 */
export function archiveAddress(address: string, day: string | undefined): string | undefined {
  if (!/^https?:/i.test(address)) return undefined
  const stamp = day === undefined ? '' : `${day.slice(0, 10).replaceAll('-', '')}/`
  return `https://web.archive.org/web/${stamp}${address}`
}
