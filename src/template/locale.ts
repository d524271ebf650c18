/** How a language writes what is no word of a label. */
export interface Locale {
  /** The plural form that goes with a whole number, by its CLDR name: one, few, many, other. */
  pluralForm(n: number): string
  /** A whole number, 0 or more. */
  number(n: number): string
  /** A day of the years 0 to 9999, in milliseconds since 1970, UTC. */
  day(time: number): string
  /** Name of a language by its BCP 47 tag; the tag itself when it has none. Throws a `RangeError` when it is no tag. */
  languageName(tag: string): string
}

/** What the Unicode Common Locale Data Repository says of a language, by its BCP 47 tag. */
export function localeOf(tag: string): Locale {
  // Made when they are first asked for: each takes milliseconds to load its data.
  const plural = once(() => new Intl.PluralRules(tag))
  const numbers = once(() => new Intl.NumberFormat(tag))
  const days = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }))
  const languages = once(() => new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }))
  return {
    pluralForm: (n) => plural().select(n),
    number: (n) => numbers().format(n),
    day: (time) => days().format(time),
    languageName: (language) => languages().of(language) ?? language,
  }
}

/** Makes a thing when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
