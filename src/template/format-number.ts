/** Between groups of three digits, and the least number that has groups, by language (CLDR). */
const groups: Readonly<Record<string, readonly [string, number]>> = {
  az: ['.', 1000],
  de: ['.', 1000],
  en: [',', 1000],
  es: ['.', 10_000],
  fr: ['\u202f', 1000],
  hy: ['\u00a0', 10_000],
  ru: ['\u00a0', 1000],
  tr: ['.', 1000],
}

const formats = new Map<string, Intl.NumberFormat>()

/**
 * A number as a language writes it. `Intl` knows all languages, but takes twenty milliseconds to find out which; whole
 * numbers in the languages that labels come in are written without it.
 */
export function formatNumber(n: number, language: string): string {
  const [separator, least] = groups[language] ?? []
  if (separator !== undefined && least !== undefined && Number.isSafeInteger(n) && n >= 0)
    return n < least ? String(n) : String(n).replace(/\B(?=(?:\d{3})+$)/g, separator)
  const format = formats.get(language) ?? new Intl.NumberFormat(language)
  formats.set(language, format)
  return format.format(n)
}
