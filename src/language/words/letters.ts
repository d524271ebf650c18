/*
 * Words of letters, addresses and signatures, in the languages that dossierpress knows. Each says what kind of line it
 * stands on; none is enough by itself.
 */

/** What a letter begins with. */
export const salutation =
  /^(?:dear|to whom it may concern|your (?:excellency|excellencies|honou?r)|sehr geehrte[rs]?|liebe[rs]?|monsieur|madame|mesdames|messieurs|ch(?:er|ère|ers)|estimad[oa]s?|querid[oa]s?|excelencia|muy señor(?:es)?|уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|hörmətli|əziz|sayın|sevgili|değerli|հարգելի|սիրելի)(?=[\s,:!՝]|$).{0,80}[,:!՝]?$/iu

/** What a letter ends with, above the name. */
export const closing =
  /^(?:yours(?: (?:sincerely|faithfully|truly|ever|respectfully))?|sincerely(?: yours)?|faithfully(?: yours)?|truly yours|respectfully(?: (?:yours|submitted))?|(?:(?:with )?(?:kind|best|warm|kindest|warmest) (?:regards|wishes))|regards|mit (?:freundlichen|besten|herzlichen) grüßen|mit freundlichem gruß|hochachtungsvoll|(?:freundliche|herzliche|beste|viele) grüße|cordialement|bien (?:à vous|cordialement)|avec mes (?:meilleures )?salutations|veuillez agréer.*|je vous prie d'agréer.*|atentamente|cordialmente|un (?:cordial )?saludo|saludos(?: cordiales)?|с (?:уважением|наилучшими пожеланиями|приветом)|искренне ваш|hörmətlə|dərin hörmətlə|ən xoş arzularla|saygılarımla|saygılarımızla|en iyi dileklerimle|հարգանքով|հարգանքներով|լավագույն մաղթանքներով)[,.!]?$/iu

/** Offices that people have under their names. */
export const role =
  /(?:^|[^\p{L}])(?:president|vice[ -]president|chair(?:man|woman|person)?|co-chair|director|head of|secretary|treasurer|minister|ambassador|consul|mayor|governor|judge|professor|fellow|editor|manager|officer|commissioner|rapporteur|spokes(?:man|woman|person)|coordinator|advis[eo]r|attorney|counsel|präsident(?:in)?|vorsitzende[rn]?|direktor(?:in)?|leiter(?:in)?|geschäftsführer(?:in)?|minister(?:in)?|botschafter(?:in)?|bürgermeister(?:in)?|sprecher(?:in)?|président(?:e)?|directeur|directrice|secrétaire|ministre|ambassadeur|ambassadrice|maire|porte-parole|presidente|presidenta|directora?|secretari[oa]|ministr[oa]|embajadora?|alcalde(?:sa)?|portavoz|президент|председатель|директор|заместитель|секретарь|министр|посол|мэр|глава|руководитель|sədr(?:i)?|direktor(?:u)?|müavini|katib(?:i)?|nazir(?:i)?|səfir(?:i)?|rəhbər(?:i)?|başkan(?:ı)?|müdür(?:ü)?|sekreter(?:i)?|bakan(?:ı)?|büyükelçi(?:si)?|sözcü(?:sü)?|նախագահ(?:ը)?|տնօրեն(?:ը)?|քարտուղար(?:ը)?|նախարար(?:ը)?|դեսպան(?:ը)?)(?![\p{L}])/iu

/** Titles that stand before a name. */
export const titled =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|dame|lord|lady|rev|hon|the hon|h\.\s?e|herrn?|frau|m|mme|mlle|sr|sra|srta|д-р|проф|г-н|г-жа|cənab|xanım|bay|bayan|sn|պրն|տկն)\.?\s+\p{Lu}/iu

/** Telephone, fax and post box, with their numbers. */
export const reached =
  /^(?:(?:tele)?phone|tel(?:efon)?|téléphone|teléfono|mobile|mobil|cell|fax|факс|faks|тел(?:ефон)?|հեռ(?:ախոս)?|p\.?\s?o\.?\s?box|postfach|b\.?p\.|apartado|а\/я|poçt qutusu|posta kutusu|e-?mail|courriel|correo(?: electrónico)?|эл\. почта|e-?poçt|e-?posta|էլ\. փոստ|web(?:site)?|internet|сайт)(?:\s*[.:/]\s*|\s+)\S/iu

/** A line of the head of an electronic letter. */
export const mailHead =
  /^(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|datum|gesendet|betreff|de|à|envoyé|objet|para|enviado|fecha|asunto|от|кому|копия|дата|отправлено|тема|kimdən|kimə|tarix|mövzu|kimden|kime|gönderen|alıcı|tarih|konu|ումից|ում|ամսաթիվ|թեմա):\s\S/iu

/** A number of the telephone on a line of its own. */
export const phone = /^(?:\+|00|\(?0)\d(?:[\s()/.-]*\d){5,13}(?:\s*(?:ext\.?|x|dw)\s*\d+)?$/iu

/** An address of electronic mail or of a web site at the end of a line that has little else. */
export const mailed = /^(?:\p{L}[\p{L} .-]{0,30}:?\s+)?<?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+)>?$/iu

/** A street, with the number of the house behind or before it. */
export const streets: readonly RegExp[] = [
  // 12 Mill Lane; Mill Lane 12; Mill Lane
  /^(?:\d{1,5}[a-z]?,?\s+)?(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:Street|Road|Avenue|Lane|Square|Boulevard|Drive|Terrace|Crescent|St\.|Rd\.?|Ave\.?|Blvd\.?)(?:,?\s\d{1,5}[a-z]?)?(?=$|,)/u,
  // Lange Straße 7; Am Alten Markt 3 needs its word
  /^(?:\p{L}[\p{L}.-]*\s){0,3}\p{L}*(?:straße|strasse|str\.|gasse|weg|platz|allee|ufer|damm|ring|markt)\s\d{1,4}\s?[a-z]?(?:[-/]\d{1,4})?(?=$|,)/iu,
  // 12, rue des Moulins; rue des Moulins 12; Calle Mayor, 5; ул. Садовая, д. 7
  /^\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|cours)\s\p{L}/iu,
  /^(?:rue|avenue|boulevard|place|quai|chemin|allée|calle|c\/|avenida|avda\.|plaza|paseo|via|viale|piazza|улица|ул\.|проспект|пр\.|переулок|пер\.|площадь|пл\.|набережная|наб\.)\s?\p{L}.{1,40}\d/iu,
  // Nizami küçəsi 14; Atatürk Caddesi No: 12; Աբովյան փողոց 5
  /^(?:\p{L}[\p{L}.-]*\s){1,4}(?:küçəsi|küç\.|prospekti|sokak|sokağı|sk\.|caddesi|cad\.|bulvarı|mahallesi|mah\.|փողոց|պողոտա|փ\.)(?:$|,|\s(?:no:?\s?)?\d)/iu,
]

/** A post code with the town, in the order of most countries; not what is likelier to be a year. */
export const town =
  /^(?!(?:18|19|20)\d\d\s)(?:(?:[A-Z]{1,3}[- ]?)?\d{4,6}(?:-\d{3,4})?,?\s+(?:г\.\s?|ք\.\s?)?\p{Lu}[\p{L}.' -]+(?:,.*)?|\d{3}\s\d{2}\s+\p{Lu}\p{L}.*|\p{Lu}[\p{L}.' -]+,?\s+(?:[A-Z]{2}\s+)?(?:\d{5}(?:-\d{4})?|\d{6}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{2}\s?\d{4}))$/u
