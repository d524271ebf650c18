/** Words for a kind of text, as kickers and headlines have them ("Analysis", "Interview: ..."), lower case. */
// biome-ignore format: a table
export const kindsOfText: ReadonlySet<string> = new Set([
  'analysis', 'analyses', 'comment', 'commentary', 'editorial', 'essay', 'explained', 'explainer', 'exclusive', 'fact', 'factsheet',
  'feature', 'features', 'interview', 'long', 'news', 'op-ed', 'opinion', 'opinions', 'politics', 'press', 'release', 'report',
  'reportage', 'review', 'statement', 'update', 'video', 'world',
  'analyse', 'kommentar', 'leitartikel', 'meinung', 'nachrichten', 'politik', 'bericht', 'hintergrund', 'erklärt', 'reportage',
  'éditorial', 'entretien', 'tribune', 'actualités', 'politique', 'communiqué', 'décryptage', 'reportaje',
  'análisis', 'entrevista', 'opinión', 'noticias', 'política', 'comunicado', 'reportaje',
  'анализ', 'аналитика', 'интервью', 'мнение', 'новости', 'политика', 'комментарий', 'репортаж', 'заявление',
  'təhlil', 'analitika', 'müsahibə', 'rəy', 'xəbər', 'xəbərlər', 'siyasət', 'şərh', 'bəyanat',
  'analiz', 'röportaj', 'görüş', 'haber', 'haberler', 'yorum', 'açıklama', 'siyaset',
  'վերլուծություն', 'հարցազրույց', 'կարծիք', 'լուրեր', 'նորություններ', 'քաղաքականություն', 'հայտարարություն',
])

/** What comes before an author's name on a line of its own. */
export const bylineStart = /^(?:by|von|par|por|автор:?|müəllif:|yazan:|հեղինակ՝)\s+/iu
