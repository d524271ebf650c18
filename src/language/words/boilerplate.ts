/*
 * What web pages print around an article, in the words of a language: menus, buttons, forms, notices. A line is
 * compared in lower case, without punctuation and digits at its ends.
 */

/** Phrases that no article has as a line of its own; a line that begins with one of three words or more counts, too. */
// biome-ignore format: a table
export const plainSiteMatter: readonly string[] = [
  // English
  'accept all', 'reject all', 'manage preferences', 'manage options', 'cookie preferences', 'more on this story', 'more from', 'more stories', 'top stories', 'more top stories', "editors' picks", "editor's picks", 'promoted stories', 'from around the web', 'up next', 'most viewed', 'most shared', 'most commented', 'view comments', 'show comments', 'comments are closed', 'join the conversation', 'republish this article', 'reuse this content', 'support our journalism', 'become a member', 'subscribe now', 'already a subscriber', 'continue reading', 'listen to this article', 'gift this article', 'save this article', 'text size', 'font size', 'skip to footer', 'site navigation', 'quick links', 'useful links', 'stay connected', 'download pdf', 'download the app',
  'skip to content', 'skip to main content', 'skip to navigation', 'jump to content', 'toggle navigation', 'open menu',
  'close menu', 'main menu', 'search this site', 'we use cookies', 'this site uses cookies', 'this website uses cookies',
  'by continuing to use this site', 'accept all cookies', 'accept cookies', 'reject all cookies', 'reject optional cookies',
  'cookie settings', 'cookie policy', 'manage cookies', 'privacy notice', 'privacy policy', 'terms and conditions',
  'terms of use', 'terms of service', 'all rights reserved', 'freedom of information', 'accessibility statement',
  'related posts', 'related articles', 'related news', 'related stories', 'related documents', 'related content',
  'related topics', 'read also', 'read more', 'read next', 'see also our', 'you may also like', 'you might also like',
  'recommended for you', 'more from this author', 'more on this topic', 'more in this section', 'latest news',
  'latest articles', 'latest posts', 'recent posts', 'recent comments', 'most read', 'most popular', 'trending now',
  'leave a reply', 'leave a comment', 'post a comment', 'add a comment', 'add comment', 'cancel reply', 'post comment',
  'required fields are marked', 'your email address will not be published', 'your e-mail address will not be published',
  'save my name email', 'notify me of', 'no comments', 'log in to comment', 'share this page', 'share this article',
  'share this post', 'share this', 'share on facebook', 'share on twitter', 'share on linkedin', 'share on whatsapp',
  'share on telegram', 'share on mastodon', 'share via email', 'share by email', 'send by e-mail', 'send by email',
  'email this', 'print this page', 'print this article', 'print page', 'copy link', 'click to share', 'follow us',
  'follow us on', 'join our telegram', 'subscribe to our', 'sign up to our newsletter', 'sign up for our newsletter',
  'sign up for our', 'newsletter sign up', 'enter your email', 'was this page useful', 'was this page helpful',
  'was this article helpful', 'is there anything wrong with this page', 'report a problem', 'report an error',
  'found a typo', 'found a mistake in the text', 'if you find an error', 'select the text and press', 'back to top',
  'back to home', 'previous article', 'next article', 'previous post', 'next post', 'site map', 'sitemap',
  'advertisement', 'sponsored content', 'powered by wordpress', 'powered by disqus',
  // German
  'alle akzeptieren', 'alle ablehnen', 'einstellungen verwalten', 'mehr zu diesem thema', 'mehr aus', 'auch interessant', 'top-themen', 'meistkommentiert', 'jetzt abonnieren', 'artikel anhören', 'link kopieren', 'schriftgröße',
  'zum inhalt springen', 'zum hauptinhalt', 'direkt zum inhalt', 'menü öffnen', 'wir verwenden cookies',
  'diese website verwendet cookies', 'alle cookies akzeptieren', 'cookie-einstellungen', 'datenschutzerklärung',
  'datenschutz', 'impressum', 'nutzungsbedingungen', 'alle rechte vorbehalten', 'das könnte sie auch interessieren',
  'das könnte dich auch interessieren', 'mehr zum thema', 'lesen sie auch', 'lesen sie mehr', 'weitere artikel',
  'ähnliche beiträge', 'ähnliche artikel', 'neueste beiträge', 'neueste nachrichten', 'meistgelesen',
  'kommentar schreiben', 'schreibe einen kommentar', 'kommentar hinterlassen', 'antworten abbrechen',
  'deine e-mail-adresse wird nicht veröffentlicht', 'ihre e-mail-adresse wird nicht veröffentlicht',
  'erforderliche felder sind', 'teilen auf', 'artikel teilen', 'diesen artikel teilen', 'artikel drucken',
  'seite drucken', 'newsletter abonnieren', 'newsletter bestellen', 'folgen sie uns', 'nach oben', 'zum seitenanfang',
  'war diese seite hilfreich', 'anzeige', 'barrierefreiheit',
  // French
  'paramétrer les cookies', 'continuer sans accepter', 'à lire également', 'dans la même rubrique', "plus d'articles", 'les plus partagés', "je m'abonne", "écouter l'article", 'copier le lien', 'taille du texte', 'offrir cet article',
  'aller au contenu', 'aller au contenu principal', 'passer au contenu', 'nous utilisons des cookies',
  'ce site utilise des cookies', 'accepter les cookies', 'tout accepter', 'tout refuser', 'gérer les cookies',
  'politique de confidentialité', 'mentions légales', 'conditions générales', 'tous droits réservés',
  'articles similaires', 'articles liés', 'articles connexes', 'à lire aussi', 'lire aussi', 'lire la suite',
  'sur le même sujet', 'les plus lus', 'derniers articles', 'dernières nouvelles', 'dernières actualités',
  'laisser un commentaire', 'votre adresse e-mail ne sera pas publiée', 'votre adresse email ne sera pas publiée',
  'les champs obligatoires sont', 'annuler la réponse', 'partager sur', 'partager cet article', 'partager cette page',
  'imprimer cette page', 'abonnez-vous', "s'abonner à la newsletter", 'inscrivez-vous à notre', 'suivez-nous',
  'haut de page', 'retour en haut', 'cette page vous a-t-elle été utile', 'plan du site', 'publicité',
  // Spanish
  'aceptar todo', 'rechazar todo', 'configurar cookies', 'más sobre este tema', 'más noticias', 'lo más visto', 'suscríbete', 'suscríbete ahora', 'escuchar artículo', 'copiar enlace', 'tamaño del texto',
  'saltar al contenido', 'ir al contenido', 'ir al contenido principal', 'utilizamos cookies', 'este sitio utiliza cookies',
  'aceptar cookies', 'aceptar todas', 'política de cookies', 'política de privacidad', 'aviso legal',
  'términos y condiciones', 'condiciones de uso', 'todos los derechos reservados', 'artículos relacionados',
  'noticias relacionadas', 'entradas relacionadas', 'lea también', 'leer más', 'te puede interesar',
  'últimas noticias', 'más leídas', 'lo más leído', 'deja una respuesta', 'deja un comentario', 'dejar un comentario',
  'tu dirección de correo electrónico no será publicada', 'los campos obligatorios están', 'cancelar respuesta',
  'compartir en', 'compartir este artículo', 'imprimir esta página', 'suscríbete a nuestro', 'suscríbase a nuestro',
  'síguenos en', 'volver arriba', 'mapa del sitio', 'publicidad',
  // Russian
  'отклонить все', 'настроить cookie', 'ещё по теме', 'еще по теме', 'другие новости', 'самое популярное', 'самое обсуждаемое', 'скопировать ссылку', 'слушать статью', 'размер шрифта', 'подписаться',
  'перейти к содержанию', 'перейти к основному содержанию', 'мы используем файлы cookie', 'мы используем cookie',
  'сайт использует файлы cookie', 'принять все', 'политика конфиденциальности', 'пользовательское соглашение',
  'все права защищены', 'похожие записи', 'похожие статьи', 'похожие новости', 'читайте также', 'читать далее',
  'по теме', 'материалы по теме', 'последние новости', 'лента новостей', 'самое читаемое', 'популярное',
  'оставить комментарий', 'добавить комментарий', 'ваш адрес email не будет опубликован', 'обязательные поля помечены',
  'отменить ответ', 'поделиться', 'поделиться в', 'поделиться статьей', 'версия для печати', 'подписаться на рассылку',
  'подпишитесь на', 'подписывайтесь на', 'следите за нами', 'нашли ошибку', 'если вы нашли ошибку',
  'выделите ее и нажмите', 'наверх', 'вернуться наверх', 'карта сайта', 'реклама',
  // Azerbaijani
  'hamısını qəbul et', 'linki kopyala', 'mövzuya aid', 'ən çox paylaşılanlar',
  'əsas məzmuna keç', 'saytda kukilərdən istifadə', 'məxfilik siyasəti', 'istifadə şərtləri',
  'bütün hüquqlar qorunur', 'müəllif hüquqları qorunur', 'oxşar xəbərlər', 'əlaqəli xəbərlər', 'digər xəbərlər',
  'son xəbərlər', 'xəbər lenti', 'ən çox oxunanlar', 'ən çox oxunan', 'daha çox oxu', 'şərh yaz', 'şərh bildir',
  'şərh əlavə et', 'paylaş', 'facebookda paylaş', 'çap et', 'çap versiyası', 'abunə ol', 'bizi izləyin',
  'mətndə səhv', 'səhv tapdınız', 'yuxarı qayıt', 'saytın xəritəsi', 'reklam',
  // Turkish
  'tümünü kabul et', 'tümünü reddet', 'tercihleri yönet', 'bağlantıyı kopyala', 'konuyla ilgili haberler', 'en çok paylaşılanlar', 'hemen abone ol', 'haberi dinle', 'yazı boyutu',
  'içeriğe geç', 'ana içeriğe atla', 'çerezleri kabul et', 'çerez politikası', 'gizlilik politikası',
  'kullanım koşulları', 'tüm hakları saklıdır', 'benzer yazılar', 'benzer haberler', 'ilgili haberler',
  'ilgili yazılar', 'bunlar da ilginizi çekebilir', 'son haberler', 'en çok okunanlar', 'devamını oku',
  'bir yanıt yazın', 'bir cevap yazın', 'yorum yap', 'yorum yapın', 'e-posta hesabınız yayımlanmayacak',
  'gerekli alanlar', 'yanıtı iptal et', "facebook'ta paylaş", "twitter'da paylaş", 'bu sayfayı paylaş', 'yazdır',
  'bültenimize abone olun', 'bizi takip edin', 'yukarı çık', 'başa dön', 'site haritası',
  // Armenian
  'ընդունել բոլորը', 'պատճենել հղումը',
  'անցնել բովանդակությանը', 'գաղտնիության քաղաքականություն', 'բոլոր իրավունքները պաշտպանված են', 'նմանատիպ նյութեր',
  'առնչվող նյութեր', 'կարդացեք նաև', 'կարդալ ավելին', 'վերջին նորություններ', 'վերջին լուրեր', 'ամենաընթերցված',
  'թողնել մեկնաբանություն', 'մեկնաբանել', 'կիսվել', 'տարածել', 'տպել', 'բաժանորդագրվել', 'հետևեք մեզ',
  'նկատե՞լ եք սխալ', 'վերադառնալ վերև', 'կայքի քարտեզ', 'գովազդ',
]

/** Words that stand alone on a line in menus and buttons, but also as a heading of an article: they count half. */
// biome-ignore format: a table
export const possibleSiteMatter: readonly string[] = [
  'home', 'menu', 'search', 'share', 'print', 'e-mail', 'email', 'contact', 'contact us', 'about', 'about us', 'login',
  'log in', 'sign in', 'sign up', 'register', 'subscribe', 'comments', 'tags', 'tweet', 'facebook', 'twitter', 'linkedin',
  'whatsapp', 'telegram', 'x', 'bluesky', 'mastodon', 'reddit', 'pinterest', 'threads', 'messenger', 'youtube', 'instagram', 'rss', 'yes', 'no', 'yesno', 'yes no', 'accept', 'decline', 'close',
  'more', 'next', 'previous', 'archive', 'news', 'publications', 'news and media', 'consultations',
  'startseite', 'suche', 'teilen', 'drucken', 'kontakt', 'über uns', 'anmelden', 'kommentare', 'schlagwörter',
  'accueil', 'recherche', 'rechercher', 'partager', 'imprimer', 'qui sommes-nous', 'se connecter', 'commentaires',
  'inicio', 'buscar', 'compartir', 'imprimir', 'contacto', 'quiénes somos', 'iniciar sesión', 'comentarios',
  'главная', 'меню', 'поиск', 'печать', 'контакты', 'о нас', 'войти', 'комментарии', 'теги', 'новости',
  'ana səhifə', 'axtarış', 'əlaqə', 'haqqımızda', 'daxil ol', 'şərhlər', 'teqlər', 'xəbərlər',
  'ana sayfa', 'arama', 'ara', 'iletişim', 'hakkımızda', 'giriş yap', 'yorumlar', 'etiketler', 'haberler',
  'գլխավոր', 'որոնում', 'կապ', 'մեր մասին', 'մուտք', 'մեկնաբանություններ', 'պիտակներ', 'լուրեր',
]

/** What stands between the paragraphs of an article as a line of its own: advertisements, and buttons to share it. */
// biome-ignore format: a table
export const insertedMatter: readonly string[] = [
  'advertisement', 'advertising', 'sponsored content', 'story continues below', 'story continues below advertisement',
  'article continues below', 'article continues after advertisement', 'share this article', 'share this page',
  'share this post', 'share this story', 'share this', 'copy link', 'print this page', 'print this article',
  'listen to this article', 'gift this article', 'save this article',
  'anzeige', 'werbung', 'artikel teilen', 'diesen artikel teilen', 'link kopieren', 'artikel drucken',
  'publicité', 'la suite après la publicité', 'partager cet article', 'copier le lien', 'imprimer cette page',
  'publicidad', 'compartir este artículo', 'copiar enlace', 'imprimir esta página',
  'реклама', 'поделиться', 'поделиться статьей', 'скопировать ссылку', 'версия для печати',
  'reklam', 'bu sayfayı paylaş', 'bağlantıyı kopyala', 'yazdır', 'paylaş', 'linki kopyala', 'çap et',
  'գովազդ', 'կիսվել', 'պատճենել հղումը',
]

/** A notice that asks for consent: cookies, or partners who store something on a device. */
export const consent =
  /\bcookies?\b.{0,120}\b(?:experience|consent|prefer|device|partner|accept|agree|site|website|policy)|\bpartners?\b.{0,80}\b(?:store|access)\b.{0,60}\bdevice|\bcookies?\b.{0,120}\b(?:zustimm|einwillig|website|erlebnis|partner|consentement|expérience|partenaires|consentimiento|experiencia|sitio|socios)|(?:cookie|куки).{0,120}(?:сайт|соглас|партн)|çerez.{0,120}(?:site|deneyim|onay|kabul)/iu
