/** Languages and their peoples: words that a program may well know. */
const languages = ['en', 'de', 'fr', 'es', 'ru', 'az', 'tr', 'hy', 'ka', 'fa', 'ar', 'he', 'el', 'it', 'uk']

/** Words that are part of names in a text, and of every language's vocabulary besides. */
const ordinary = ['academy', 'forum', 'global', 'posts']

/**
 * Names that occur in a text, in lower case: words of four letters or more that it never writes without a capital and
 * that do not occur in `others`, texts about other things.
 */
export function namesIn(text: string, others: readonly string[]): string[] {
  const language = new Intl.DisplayNames('en', { type: 'language' })
  const common = new Set([
    ...ordinary,
    ...languages.map((tag) => language.of(tag)?.toLowerCase()),
    ...(text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []),
    ...others.flatMap((other) => other.toLowerCase().match(/\p{L}+/gu) ?? []),
  ])
  const capitalized = text.match(/\p{Lu}\p{L}{3,}/gu)?.map((word) => word.toLowerCase()) ?? []
  return [...new Set(capitalized)].filter((word) => !common.has(word)).sort()
}
