const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** Value of a Roman numeral in either case; 0 when the text is not one in its usual form. */
export function romanValue(text: string): number {
  if (!/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(text)) return 0
  let total = 0
  const digits = [...text.toLowerCase()].map((letter) => values[letter] ?? 0)
  for (const [at, value] of digits.entries()) total += value < (digits[at + 1] ?? 0) ? -value : value
  return total
}
