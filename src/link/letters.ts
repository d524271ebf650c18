/** 1 is "A", 26 "Z", 27 "AA": section numbers are letters, so that "3.B" and paragraph "3.17" cannot be mixed up. */
export function letters(count: number): string {
  let rest = count
  let text = ''
  while (rest > 0) {
    rest--
    text = String.fromCharCode(65 + (rest % 26)) + text
    rest = Math.floor(rest / 26)
  }
  return text
}
