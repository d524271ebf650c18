/** Words with which a line of a heading cannot end: articles, conjunctions and prepositions, by language. */
const words: Readonly<Record<string, string>> = {
  en: 'a an the and or of for in on to with by from at as into its their between under over',
  de: 'der die das den dem des ein eine und oder f\u00FCr von vom in im zu zum zur mit bei auf aus an am nach \u00FCber',
  fr: 'le la les un une des du de et ou pour en dans sur \u00E0 au aux par avec',
  es: 'el la los las un una de del y o para en por con a al sobre entre',
  ru: '\u0438 \u0438\u043B\u0438 \u0432 \u0432\u043E \u043D\u0430 \u043E \u043E\u0431 \u0434\u043B\u044F \u0441 \u0441\u043E \u043F\u043E \u043A \u0438\u0437 \u043E\u0442 \u043F\u0440\u0438 \u0437\u0430',
  tr: 've veya ile i\u00E7in bir',
  az: 'v\u0259 v\u0259 ya il\u0259 \u00FC\u00E7\u00FCn bir',
  hy: '\u0587 \u0578\u0582 \u056F\u0561\u0574',
}

const sets = new Map(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]))

/** Whether the last word of a text is one after which something must follow. */
export function endsInFunctionWord(text: string, language: string): boolean {
  const last = /\S+$/.exec(text)?.[0].toLowerCase() ?? ''
  return sets.get(language.split('-')[0] ?? '')?.has(last) ?? false
}
