const caption =
  /^(?:table|tab\.|figure|fig\.|chart|box|map|tabelle|abbildung|abb\.|grafik|kasten|karte|tableau|graphique|encadr\u00E9|carte|tabla|cuadro|figura|gr\u00E1fico|mapa|tabella|tablo|c\u0259dv\u0259l|\u015F\u0259kil|\u015Fekil|\u0442\u0430\u0431\u043B\u0438\u0446\u0430|\u0440\u0438\u0441\u0443\u043D\u043E\u043A|\u0440\u0438\u0441\.|\u0433\u0440\u0430\u0444\u0438\u043A|\u0430\u0572\u0575\u0578\u0582\u057D\u0561\u056F|\u0576\u056F\u0561\u0580)\s*(?:no\.?\s*|\u2116\s*)?(?:[A-Z]\.?)?\d+(?:[.-]\d+)*(?:\s*[:.\u2013\u2014-]|\s+\p{Lu}|$)/iu

/** Whether a block begins as the caption of a table, figure, box or map ("Table 3: ..."). */
export function isCaption(text: string): boolean {
  return caption.test(text)
}
