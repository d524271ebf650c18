const linkable = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address as a link may have it, or nothing when it is relative to nothing, malformed or of a scheme that can run
 * code. Only web and mail addresses become links.
 */
export function safeAddress(address: string, base?: string): string | undefined {
  try {
    const url = base === undefined ? new URL(address) : new URL(address, base)
    return linkable.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
