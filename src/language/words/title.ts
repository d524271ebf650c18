/** Words for a kind of text, as kickers and headlines have them ("Analysis", "Interview: ..."), lower case. */
// biome-ignore format: a table
export const kindsOfText: ReadonlySet<string> = new Set([
  'analysis', 'analyses', 'comment', 'commentary', 'editorial', 'essay', 'explained', 'explainer', 'exclusive', 'fact', 'factsheet',
  'feature', 'features', 'interview', 'letter', 'long', 'minutes', 'proceedings', 'resolution', 'news', 'op-ed', 'opinion', 'opinions', 'politics', 'press', 'release', 'report',
  'reportage', 'review', 'statement', 'update', 'video', 'world',
  'protokoll', 'procès-verbal', 'acta', 'протокол', 'protokol', 'tutanak', 'արձանագրություն',
  'analyse', 'pressemitteilung', 'kommentar', 'leitartikel', 'meinung', 'nachrichten', 'politik', 'bericht', 'hintergrund', 'erklärt', 'reportage',
  'éditorial', 'entretien', 'tribune', 'actualités', 'politique', 'communiqué', 'décryptage', 'reportaje',
  'análisis', 'entrevista', 'opinión', 'noticias', 'política', 'comunicado', 'reportaje',
  'анализ', 'аналитика', 'пресс-релиз', 'интервью', 'мнение', 'новости', 'политика', 'комментарий', 'репортаж', 'заявление',
  'təhlil', 'analitika', 'müsahibə', 'rəy', 'xəbər', 'xəbərlər', 'siyasət', 'şərh', 'bəyanat',
  'analiz', 'röportaj', 'görüş', 'haber', 'haberler', 'yorum', 'açıklama', 'siyaset',
  'վերլուծություն', 'հարցազրույց', 'կարծիք', 'լուրեր', 'նորություններ', 'քաղաքականություն', 'հայտարարություն',
])

/** What comes before an author's name on a line of its own. */
export const bylineStart = /^(?:by|von|par|por|автор:?|müəllif:|yazan:|հեղինակ՝)\s+/iu

/** Words that names of organisations contain. */
export const organisation =
  /(?:^|[^\p{L}])(?:academy|administration|agency|archives?|association|authority|bank|board|bureau|centre|center|chamber|college|commission|committee|company|confederation|congress|corporation|council|court|department|directorate|embassy|federation|forum|foundation|fund|group|house|inspectorate|institute|institution|laboratory|league|library|ministry|mission|museum|network|observatory|office|organi[sz]ation|parliament|party|press|secretariat|service|society|trust|union|university|akademie|agentur|amt|anstalt|archiv|behörde|bundesamt|gesellschaft|institut|kammer|kommission|ministerium|stiftung|universität|verband|verein|zentrum|académie|agence|autorité|banque|chambre|commission|conseil|fondation|ministère|société|université|academia|agencia|autoridad|banco|comisión|consejo|fundación|instituto|ministerio|oficina|universidad|академия|агентство|архив|ассоциация|банк|бюро|институт|комиссия|комитет|министерство|общество|совет|союз|университет|управление|фонд|центр|agentliyi|akademiyası|assosiasiyası|bankı|fondu|institutu|komissiyası|komitəsi|mərkəzi|nazirliyi|universiteti|ajansı|akademisi|bakanlığı|bankası|derneği|enstitüsü|kurulu|kurumu|merkezi|üniversitesi|vakfı|ակադեմիա|գրասենյակ|կենտրոն|կոմիտե|հանձնաժողով|հիմնադրամ|համալսարան|նախարարություն)(?![\p{L}])/iu

/** Headings that a text begins with: what stands above one of them is its title. */
// biome-ignore format: a table
export const firstHeadings: ReadonlySet<string> = new Set([
  'abstract', 'acknowledgements', 'contents', 'executive summary', 'foreword', 'introduction', 'key findings', 'key points',
  'overview', 'preface', 'summary', 'table of contents', 'background',
  'einleitung', 'inhalt', 'inhaltsverzeichnis', 'vorwort', 'zusammenfassung', 'avant-propos', 'introduction', 'résumé', 'sommaire',
  'introducción', 'prólogo', 'resumen', 'índice', 'введение', 'краткое содержание', 'оглавление', 'предисловие', 'содержание',
  'giriş', 'mündəricat', 'ön söz', 'xülasə', 'içindekiler', 'önsöz', 'özet', 'ներածություն', 'նախաբան', 'ամփոփում',
])

/** Headings of a list of contents, lower case. */
// biome-ignore format: a table
export const contentsHeadings: ReadonlySet<string> = new Set([
  'contents', 'table of contents', 'list of contents', 'list of illustrations', 'illustrations', 'list of figures', 'list of tables',
  'inhalt', 'inhaltsverzeichnis', 'inhaltsübersicht', 'abbildungsverzeichnis', 'table des matières', 'sommaire', 'table des illustrations',
  'índice', 'contenido', 'tabla de contenido', 'índice general', 'содержание', 'оглавление', 'список иллюстраций', 'mündəricat',
  'içindekiler', 'բովանդակություն', 'ցանկ',
])
