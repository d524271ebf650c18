/*
 * What archives of texts put around a text, in the languages that dossierpress knows. No archive is named: only the words
 * for beginning and end, for licences and for those who transcribed the text.
 */

/** A line between asterisks that says that the text begins below it. */
export const beginMark =
  /^\*{2,3}\s?(?:start|begin(?:ning)?|anfang|beginn|début|commencement|inicio|comienzo|principio|начало|başlanğıc|başlangıç|սկիզբ)(?![\p{L}]).*\*{2,3}$/iu

/** A line between asterisks that says that the text ends above it. */
export const endMark = /^\*{2,3}\s?(?:end|ende|fin|final|конец|son|sonu|վերջ|ավարտ)(?![\p{L}]).*\*{2,3}$/iu

/** Words of notices that archives print: licences, and the data of the file. */
export const notice =
  /(?:^|[^\p{L}])(?:e-?books?|e-?texts?|e-?kitab\p{L}*|e-?kitap\p{L}*|elektronische\p{L}* buch\p{L}*|livre électronique|libro electrónico|электронн\p{L}+ книг\p{L}*|էլեկտրոնային գիրք\p{L}*|licen[cs]e|copyright|public domain|royalty|redistribut\w+|character set|encoding|release date|posting date|produced by|proofread\w*|transcribe[dr]|lizenz|gemeinfrei|urheberrecht|licence|domaine public|droits? d'auteur|licencia|dominio público|derechos de autor|лицензи[яи]|общественное достояние|авторск\p{L}+ прав\p{L}*|lisenziya|müəllif hüquq\p{L}*|lisans|telif hakk\p{L}*|լիցենզիա|հեղինակային իրավունք\p{L}*)(?![\p{L}])/iu

/** The heading of a note by whoever transcribed a text. */
export const transcriberHeading =
  /^[[(*_\s]*(?:transcribers?['’]?s?['’]? ?notes?|transcription notes?|notes? (?:by|of) the transcriber|anmerkungen? (?:des|der|zur) (?:transkrib\p{L}+|transkription|bearbeiters?)|note(?:s)? (?:du|de la|sur la) (?:transcripteur|transcription|transcriptrice)|notas? (?:del|de la) (?:transcriptora?|transcripción)|примечани[ея] (?:оцифровщика|переписчика|к оцифровке)|köçürənin qeydi|aktaranın notu|արտագրողի նշում)[\s\])*_:.]*/iu

/** Who made the electronic text, on a line above it. */
export const producedBy =
  /^(?:produced|prepared|e-?text prepared|transcribed|scanned|digiti[sz]ed|this (?:e-?text|e-?book|file) was (?:produced|prepared|made)|erstellt|digitalisiert|produit|numérisé|transcrit|producido|digitalizado|transcrito|подготовлено|оцифровано|отсканировано|hazırlayan|hazırlayıb)(?:\s+(?:by|from|at|for|von|par|por)(?![\p{L}])|\s*:)/iu
