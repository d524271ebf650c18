/** Words of a language that stay on the line of the word next to them. */
export interface TiedWords {
  /** Words of one letter that its typographers don't leave at the end of a line, and what it costs to do so. */
  readonly lonely: ReadonlySet<string>
  readonly lonelyCost: number
  /** What things with a number are called ("table", "annex", "page"): they keep the number. */
  readonly kind: RegExp
  /** What is counted in ("million", "per cent"): it keeps to the number before. */
  readonly measure: RegExp
  /** Months: they keep the day beside them. */
  readonly month: RegExp
  /** Titles in short ("Dr."): they keep the name. */
  readonly title: RegExp
}

interface Entry {
  readonly lonely?: string
  /** In running text such a word is no fault, only less good. */
  readonly mild?: boolean
  /** Stems: up to three letters may follow. */
  readonly kind: string
  readonly measure: string
  readonly month?: string
  readonly title?: string
}

/*
 * Conjunctions and prepositions of one letter are kept from the end of a line by rule in Czech (ČSN 01 6910), Polish,
 * Slovak and the Slavic languages in Cyrillic script; in English it is a matter of taste.
 */
const entries: Readonly<Record<string, Entry>> = {
  en: {
    lonely: 'a i',
    mild: true,
    kind: 'table|figure|chart|map|box|section|chapter|part|annex|appendix|article|page|paragraph|volume|number|note|footnote|resolution|rule|clause|item|step|phase',
    measure: 'thousand|million|billion|trillion|per|percent|dollar|euro',
    month:
      'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec',
    title: 'mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|sen|rep|gov|rev|hon|amb',
  },
  de: {
    kind: 'tabelle|abbildung|grafik|karte|kasten|abschnitt|kapitel|teil|anhang|anlage|artikel|seite|absatz|satz|band|nummer|anmerkung|fußnote|resolution|punkt',
    measure: 'tausend|million|milliarde|mio|mrd|prozent|dollar|euro',
    month: 'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
    title: 'dr|prof|hr|fr|st',
  },
  fr: {
    kind: 'tableau|figure|graphique|carte|encadré|section|chapitre|partie|annexe|article|page|paragraphe|alinéa|volume|tome|numéro|note|résolution|point',
    measure: 'mille|million|milliard|pour|dollar|euro',
    month: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    title: 'dr|pr|mgr|me',
  },
  es: {
    kind: 'tabla|cuadro|figura|gráfico|mapa|recuadro|sección|capítulo|parte|anexo|artículo|página|párrafo|volumen|tomo|número|nota|resolución|punto',
    measure: 'mil|millon|millón|por|dólar|euro',
    month: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    title: 'sr|sra|dr|dra|prof|gral|cnel',
  },
  it: {
    kind: 'tabella|figura|grafico|mappa|riquadro|sezione|capitolo|parte|allegato|articolo|pagina|paragrafo|volume|tomo|numero|nota|risoluzione|punto',
    measure: 'mila|milion|miliard|per|dollar|euro',
    month: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
    title: 'sig|dott|prof|avv|ing|gen',
  },
  pl: {
    lonely: 'a i o u w z',
    kind: 'tabel|rysun|wykres|map|ramk|sekcj|rozdzia|część|części|załącznik|artyku|stron|ustęp|tom|numer|przypis|rezolucj|punk',
    measure: 'tys|tysi|mln|mld|milion|miliard|procent|zł',
    month: 'stycz|lut|marca|kwiet|maj|czerw|lip|sierp|wrześ|październ|listopad|grud',
    title: 'dr|prof|inż|gen',
  },
  cs: {
    lonely: 'a i k o s u v z',
    kind: 'tabulk|obráz|graf|map|oddíl|kapitol|část|příloh|článk|článek|stran|odstav|svaz|čísl|poznámk|rezoluc|bod',
    measure: 'tis|tisíc|mil|milion|miliard|procent|kč',
    month: 'led|únor|března|dub|květ|červ|srp|září|říj|listopad|prosin',
    title: 'dr|prof|ing|gen|mgr',
  },
  sk: {
    lonely: 'a i k o s u v z',
    kind: 'tabuľk|obráz|graf|map|oddiel|kapitol|časť|časti|príloh|článk|článok|stran|odsek|zväz|čísl|poznámk|rezolúci|bod',
    measure: 'tis|tisíc|mil|milión|miliard|percent|eur',
    month: 'január|február|marc|apríl|máj|jún|júl|august|septemb|októb|novemb|decemb',
    title: 'dr|prof|ing|gen|mgr',
  },
  ru: {
    lonely: 'а в и к о с у я',
    kind: 'таблиц|рисун|график|карт|врезк|раздел|глав|част|приложени|стать|страниц|абзац|том|номер|примечани|сноск|резолюци|пункт',
    measure: 'тыс|тысяч|млн|млрд|трлн|миллион|миллиард|процент|руб|долл|евро',
    month: 'январ|феврал|март|апрел|мая|май|июн|июл|август|сентябр|октябр|ноябр|декабр',
    title: 'г|гг|проф|акад|ген',
  },
  uk: {
    lonely: 'а в з і й о у я є',
    kind: 'таблиц|рисун|графік|карт|розділ|глав|частин|додат|статт|сторін|абзац|том|номер|приміт|виноск|резолюці|пункт',
    measure: 'тис|тисяч|млн|млрд|мільйон|мільярд|відсот|грн|дол|євро',
    month: 'січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд',
    title: 'п|проф|акад|ген',
  },
  be: {
    lonely: 'а з і й о у я',
    kind: 'табліц|малюн|графік|карт|раздзел|глав|частк|дадат|артыкул|старон|абзац|том|нумар|заўваг|рэзалюцы|пункт',
    measure: 'тыс|тысяч|млн|млрд|мільён|мільярд|працэнт|руб|дол|еўра',
    month: 'студз|лют|сакав|красав|мая|май|чэрв|ліп|жнів|верас|кастрычн|лістапад|снеж',
    title: 'праф|акад|ген',
  },
  bg: {
    lonely: 'а в и о с у',
    kind: 'таблиц|фигур|график|карт|раздел|глав|част|приложени|член|страниц|параграф|том|номер|бележк|резолюци|точк',
    measure: 'хил|хиляд|млн|млрд|милион|милиард|процент|лв|евро',
    month: 'януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември',
    title: 'г|проф|ген',
  },
  tr: {
    kind: 'tablo|şekil|grafik|harita|kutu|bölüm|kısım|ek|madde|sayfa|paragraf|cilt|sayı|not|dipnot|karar',
    measure: 'bin|milyon|milyar|yüzde|dolar|euro|lira',
    month: 'ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık',
    title: 'dr|prof|doç|av|gen',
  },
  az: {
    kind: 'cədvəl|şəkil|qrafik|xəritə|bölmə|fəsil|hissə|əlavə|maddə|səhifə|paraqraf|cild|nömrə|qeyd|qətnamə|bənd',
    measure: 'min|milyon|milyard|faiz|manat|dollar|avro',
    month: 'yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr',
    title: 'dr|prof|akad|gen',
  },
  hy: {
    kind: 'աղյուսակ|նկար|գծապատկեր|քարտեզ|բաժին|գլուխ|մաս|հավելված|հոդված|էջ|պարբերություն|հատոր|համար|ծանոթագրություն|բանաձև|կետ',
    measure: 'հազար|միլիոն|միլիարդ|տոկոս|դրամ|դոլար|եվրո',
    month: 'հունվար|փետրվար|մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր',
  },
}

const costs = { rule: 300, taste: 40 } as const

const known = new Map<string, TiedWords>()

/** The tied words of a language, which is given by its BCP 47 tag; none where nothing is known of it. */
export function tiedWords(language: string): TiedWords {
  let words = known.get(language)
  if (!words) {
    words = tiedWordsOf(entries[language.split('-')[0] ?? ''] ?? { kind: '', measure: '' })
    known.set(language, words)
  }
  return words
}

function tiedWordsOf({ lonely = '', mild = false, kind, measure, month = '', title = '' }: Entry): TiedWords {
  return {
    lonely: new Set(lonely === '' ? [] : lonely.split(' ')),
    lonelyCost: mild ? costs.taste : costs.rule,
    kind: stems(kind),
    measure: stems(measure),
    month: stems(month),
    title: title === '' ? never : new RegExp(`^\\P{L}?(?:${title})\\.$`, 'iu'),
  }
}

const never = /(?!)/

function stems(words: string): RegExp {
  return words === '' ? never : new RegExp(`^\\P{L}?(?:${words})\\p{L}{0,3}\\P{L}?$`, 'iu')
}
