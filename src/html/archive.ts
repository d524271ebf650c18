/**
 * Address of the copy that the Internet Archive made nearest to the day of the capture (Memento, RFC 7089, in the
 * archive's own form); of its newest copy when no day is known. Only web pages are archived.
 */
export function archiveAddress(address: string, day: string | undefined): string | undefined {
  if (!/^https?:/i.test(address)) return undefined
  const stamp = day === undefined ? '' : `${day.slice(0, 10).replaceAll('-', '')}/`
  return `https://web.archive.org/web/${stamp}${address}`
}
