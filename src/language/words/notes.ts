/** Headings of a list of notes, lower case. */
// biome-ignore format: a table
export const notesHeadings: ReadonlySet<string> = new Set([
  'notes', 'endnotes', 'end notes', 'footnotes', 'references', 'sources', 'notes and references', 'references and notes',
  'anmerkungen', 'fußnoten', 'fussnoten', 'endnoten', 'quellen', 'nachweise',
  'notes de fin', 'notes de bas de page', 'références', 'notas', 'notas al pie', 'notas finales', 'referencias', 'fuentes',
  'примечания', 'сноски', 'ссылки', 'источники', 'qeydlər', 'istinadlar', 'mənbələr', 'notlar', 'dipnotlar', 'kaynaklar',
  'kaynakça', 'ծանոթագրություններ', 'հղումներ', 'աղբյուրներ',
])

/** What may stand behind such a heading: "Notes to chapter 2", "Anmerkungen zum ersten Kapitel". */
const ofPart = /^(.*?)\s+(?:to|on|for|of|zu|zum|zur|du|de|del|к|по)\s.*$/u

/** Whether a line heads a list of notes. */
export function isNotesHeading(line: string): boolean {
  if (line.length > 60) return false
  const words = line
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim()
  return notesHeadings.has(words) || notesHeadings.has(words.replace(ofPart, '$1'))
}

/** What notes that cite sources contain, and the items of other lists seldom do. */
export const citation =
  /https?:|www\.|\b(?:accessed|retrieved|available (?:at|from)|last visited|ibid|op\. ?cit|cf\.|see also|doi|vol\.|pp?\. ?\d|eds?\.|zugriff|abgerufen|vgl\.|ebd\.|siehe|a\.a\.o|consulté|disponible|voir|cité|consultado|véase|cap\.|erişim|bkz\.|s\. \d)|(?:^|[^\p{L}])(?:дата обращения|режим доступа|см\.|там же|указ\. соч|müraciət|bax:|yenə orada|տե՛ս|նույն տեղում|էջ \d)/iu

/** Words in front of a note's number, as the source of a regular expression. */
export const noteWords =
  'footnote|note|fn\\.|fußnote|fussnote|anmerkung|anm\\.|nota|pie|примечание|прим\\.|сноска|qeyd|haşiyə|dipnot|not|ծանոթ\\.'
