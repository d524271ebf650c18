/** The first twenty ordinal numbers, as headings of chapters have them, lower case; forms that differ by gender after a slash. */
const ordinals: Readonly<Record<string, string>> = {
  en: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  de: 'erstes/erster/erste zweites/zweiter/zweite drittes/dritter/dritte viertes/vierter/vierte fünftes/fünfter/fünfte sechstes/sechster/sechste siebentes/siebtes/siebenter/siebte achtes/achter/achte neuntes/neunter/neunte zehntes/zehnter/zehnte elftes/elfter/elfte zwölftes/zwölfter/zwölfte dreizehntes/dreizehnter vierzehntes/vierzehnter fünfzehntes/fünfzehnter sechzehntes/sechzehnter siebzehntes/siebzehnter achtzehntes/achtzehnter neunzehntes/neunzehnter zwanzigstes/zwanzigster',
  fr: 'premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième',
  es: 'primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima undécimo/undécima duodécimo/duodécima decimotercero/decimotercera decimocuarto/decimocuarta decimoquinto/decimoquinta decimosexto/decimosexta decimoséptimo/decimoséptima decimoctavo/decimoctava decimonoveno/decimonovena vigésimo/vigésima',
  ru: 'первая/первый/первое вторая/второй/второе третья/третий/третье четвертая/четвёртая/четвертый/четвёртый пятая/пятый шестая/шестой седьмая/седьмой восьмая/восьмой девятая/девятый десятая/десятый одиннадцатая/одиннадцатый двенадцатая/двенадцатый тринадцатая/тринадцатый четырнадцатая/четырнадцатый пятнадцатая/пятнадцатый шестнадцатая/шестнадцатый семнадцатая/семнадцатый восемнадцатая/восемнадцатый девятнадцатая/девятнадцатый двадцатая/двадцатый',
  az: 'birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu onuncu',
  tr: 'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu',
  hy: 'առաջին երկրորդ երրորդ չորրորդ հինգերորդ վեցերորդ յոթերորդ ութերորդ իններորդ տասներորդ',
}

const values = new Map(
  Object.values(ordinals).flatMap((list) =>
    list.split(' ').flatMap((forms, at) => forms.split('/').map((form): [string, number] => [form, at + 1])),
  ),
)

/** The value of an ordinal number in words, in either case; 0 for any other word. */
export function ordinalValue(word: string): number {
  return values.get(word.toLowerCase()) ?? values.get(word.toLocaleLowerCase('tr')) ?? 0
}
