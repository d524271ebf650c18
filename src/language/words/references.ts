import type { TargetKind } from '../../mdast/identifier.ts'

/** What a reference names. Sections, chapters and parts are all sections of the text, but their numbers differ. */
export interface ReferenceKind {
  readonly name: 'annex' | 'section' | 'chapter' | 'part' | 'table' | 'figure'
  readonly kind: TargetKind
  /** The words for it in the languages that dossierpress knows, as the source of a regular expression. */
  readonly words: string
}

/** All kinds of things that a text refers to by number. */
export const referenceKinds: readonly ReferenceKind[] = [
  {
    name: 'annex',
    kind: 'annex',
    words:
      'annex(?:es)?|appendix|appendices|anhang|anlagen?|annexes?|anexos?|apéndices?|приложени(?:е|я|ю|и|ем|ях)|əlavə(?:lər|də|yə|nin)?|ekler|ek|հավելված(?:ը|ում|ի|ներ)?',
  },
  {
    name: 'section',
    kind: 'section',
    words:
      'sections?|sect?\\.|(?:sub)?clauses?|abschnitte?|abschnitts|ziffern?|apartados?|sección|secciones|раздел(?:а|е|у|ы|ом|ах)?|bölmə(?:də|si|nin|yə)?|bölüm(?:de|ü|e|ler)?|բաժին|բաժն(?:ում|ի)',
  },
  {
    name: 'chapter',
    kind: 'section',
    words:
      'chapters?|kapiteln?|chapitres?|capítulos?|глав(?:а|ы|е|у|ой|ах)|fəsil(?:də)?|fəsl(?:i|in|ə)|գլուխ|գլխ(?:ում|ի)',
  },
  {
    name: 'part',
    kind: 'section',
    words: 'parts?|teil(?:en|s)?|parties?|partes?|част(?:ь|и|ью|ях)|hissə(?:də|si|nin)?|kısım|մաս(?:ում|ի)?',
  },
  {
    name: 'table',
    kind: 'table',
    words:
      'tables?|tabellen?|tab\\.|tableaux?|tablas?|cuadros?|таблиц(?:а|ы|е|у|ей|ах)|табл\\.|cədvəl(?:də|ə)?|tablo(?:da)?|աղյուսակ(?:ում|ի)?',
  },
  {
    name: 'figure',
    kind: 'figure',
    words:
      'figures?|figs?\\.|abbildung(?:en)?|abb\\.|figuras?|рисун(?:ок|ка|ке|ки|ках)|рис\\.|şəkil(?:də)?|şekil(?:de)?|նկար(?:ում|ի)?',
  },
]

/** What follows a number that belongs to another text: "section 12(5)", "Annex I to the Directive", "Part 2 of the Act". */
export const belongsElsewhere =
  /^(?:\s*\(\s*(?:\d|[a-z]\))|,?\s+(?:of|to)\s+(?!this\b|the present\b)|\s+(?:zu[mr]?|des|der|dem)\s+(?=\p{Lu})|\s+(?:du|de la|de l[’']|del|des)\s+|\s+(?:к|ко)\s+|\s+(?:закона|конвенции|договора|кодекса|устава)|\s+\p{Lu}{2,6}\b)/u

/** Words after which a number is meant as a reference. */
export const pointsTo =
  /(?:see|cf\.|siehe|s\.|vgl\.|voir|cf|véase|ver|см\.?|смотри|bax|bkz\.?|տես|տե՛ս)\s*(?:also|auch|aussi|también|также)?\s*$/iu
