/** More brackets inside brackets than this are no links that a person wrote. */
const deepest = 500

/**
 * Whether square brackets nest so deep in a paragraph that looking for links in them would take a time that grows with
 * the square of their number.
 */
export function nestsBracketsDeeply(text: string): boolean {
  let depth = 0
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91) depth++
    else if (code === 93 && depth > 0) depth--
    else if (code === 10) {
      if (isBlank) depth = 0
      isBlank = true
      continue
    }
    if (code !== 32 && code !== 9 && code !== 13) isBlank = false
    if (depth > deepest) return true
  }
  return false
}
