/** What parts of a text are called whose number stands in figures or as a word, lower case, in the languages that dossierpress knows. */
export const sectionWords: readonly string[] =
  'part chapter section article title book teil kapitel abschnitt artikel partie chapitre titre parte capítulo sección artículo bölüm kısım hissə fəsil maddə глава часть раздел статья գլուխ մաս'.split(
    ' ',
  )

/** What parts of a text are called whose number stands as a word only ("Book the First"), lower case. */
export const bookWords: readonly string[] = 'livre libro buch kitab kitap книга գիրք'.split(' ')

/** What annexes are called, lower case. */
export const annexWords: readonly string[] =
  'annex annexe appendix anhang anlage anexo apéndice allegato əlavə ek приложение հավելված'.split(' ')
