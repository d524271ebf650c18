/** What a source calls its things: a word, then a number, a Roman numeral or a letter ("Figure 1", "Tab. IV", "Box A"). */
const label = String.raw`[\p{Lu}\p{Lo}]\p{L}{2,19}\.?\s+(?:[A-Z][.-]?)?(?:\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?|[IVXLC]{1,6}|[A-Z])`
const beforeWords = new RegExp(String.raw`^(${label})\s?[.:|–—-]\s*(?=\S)`, 'u')
const alone = new RegExp(`^(${label})[.:]?$`, 'u')

/** A caption parted from the label that its source gives it: "Figure 1", and "The valley in 2019". */
export interface LabelledCaption {
  /** Empty when the source gives none. */
  readonly label: string
  readonly rest: string
}

/** Parts a caption from the label that its source gives it. */
export function cutLabel(caption: string): LabelledCaption {
  const match = beforeWords.exec(caption) ?? alone.exec(caption)
  if (!match?.[1]) return { label: '', rest: caption }
  return { label: match[1], rest: caption.slice(match[0].length) }
}

/** What sources call their tables, and their figures. */
const tableWord =
  /^(?:table|tab|tabelle|tableau|tabla|cuadro|quadro|tabella|tabela|tabell?|tabulka|taulukko|tablo|cədvəl|таблица|таблиця|табл|աղյուսակ|ცხრილი|πίνακας|جدول|الجدول|טבלה|לוח)\.?\s/iu
const figureWord =
  /^(?:figure|fig|chart|graph|map|photo|image|plate|abbildung|abb|grafik|diagramm|karte|foto|bild|graphique|carte|figura|gráfico|grafico|mapa|mappa|imagen|şekil|şəkil|xəritə|harita|рисунок|рис|график|карта|фото|նկար|քարտեզ|სურათი|εικόνα|شكل|איור)\.?\s/iu

/** A caption is no longer than this, in UTF-16 code units; a longer paragraph is text that begins like one. */
const longestCaption = 400

/** What a paragraph is the caption of, by the label that it begins with ("Table 3. ..."); undefined for other text. */
export function captionKind(text: string): 'table' | 'figure' | undefined {
  if (text.length > longestCaption) return undefined
  const { label } = cutLabel(text)
  if (tableWord.test(label)) return 'table'
  return figureWord.test(label) ? 'figure' : undefined
}
