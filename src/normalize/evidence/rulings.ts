/** A line of the same sign three times or more, or of the signs that printers set between passages. */
const ruling = /^(?:([*=~_#+^·•○–—-])(?: {0,12}\1){2,}|[⁂❦❧☙]|[·•*] {0,12}[·•*⁂])$/u

/** The sign that a line is made of, if it is nothing but a ruling or an ornament; undefined for any other line. */
export function rulingOf(value: string): string | undefined {
  return value.length < 200 && ruling.test(value) ? value.charAt(0) : undefined
}
