const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** Direction of text in a language, by the script that the language is usually written in (CLDR likely subtags). */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' {
  if (language === undefined) return 'ltr'
  try {
    return rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}

/** The tag in canonical form, or nothing when it is not a BCP 47 tag: a wrong `lang` misleads a screen reader. */
export function languageTag(language: string | undefined): string | undefined {
  if (language === undefined) return undefined
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}
