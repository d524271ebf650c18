/** More brackets inside brackets than this are no links that a person wrote. */
const deepestBrackets = 500

/** More brackets in one paragraph than this neither. */
const mostBrackets = 5000

/** More quotations or list items inside each other than this are no structure that a person wrote. */
const deepestContainers = 100

/** Markers of quotations and list items at the start of a line, one inside the other. */
const containerMarkers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/**
 * Whether square brackets nest so deep in a paragraph, or are so many, that looking for links in them would take a
 * time that grows with the square of their number.
 */
export function nestsBracketsDeeply(text: string): boolean {
  if (!hasMoreBrackets(text, deepestBrackets)) return false
  let depth = 0
  let count = 0
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 91) {
      depth++
      count++
    } else if (code === 93 && depth > 0) depth--
    else if (code === 10) {
      if (isBlank) depth = count = 0
      isBlank = true
      continue
    }
    if (code !== 32 && code !== 9 && code !== 13) isBlank = false
    if (depth > deepestBrackets || count > mostBrackets) return true
  }
  return false
}

function hasMoreBrackets(text: string, most: number): boolean {
  let at = -1
  for (let count = 0; count <= most; count++) {
    at = text.indexOf('[', at + 1)
    if (at < 0) return false
  }
  return true
}

/**
 * Whether quotations or lists nest so deep that reading them would take a time that grows with the square of their
 * depth: by their markers on one line, or by the indentation of an item, which takes two columns a level.
 */
export function nestsContainersDeeply(text: string): boolean {
  for (const line of text.split('\n')) {
    const markers = containerMarkers.exec(line)?.[0]
    if (markers === undefined) continue
    const indentation = line.length - line.trimStart().length
    if (indentation / 2 + markers.replace(/[ \t\d]/g, '').length > deepestContainers) return true
  }
  return false
}
