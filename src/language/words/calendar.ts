/*
 * Names of months and days of the week as dates have them (CLDR 45, "months" and "days", wide and abbreviated), lower
 * case: first the name by itself, after slashes its other cases and its short forms without their full stop.
 */

const months: Readonly<Record<string, string>> = {
  en: 'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
  de: 'januar/jänner/jan/jän februar/feber/feb märz/mär april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez',
  fr: 'janvier/janv février/févr mars avril/avr mai juin juillet/juill/juil août septembre/sept octobre/oct novembre/nov décembre/déc',
  es: 'enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic',
  ru: 'января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен октября/октябрь/окт ноября/ноябрь/нояб/ноя декабря/декабрь/дек',
  az: 'yanvar/yan fevral/fev mart/mar aprel/apr may iyun/i̇yun/iyn iyul/i̇yul/iyl avqust/avq sentyabr/sen oktyabr/okt noyabr/noy dekabr/dek',
  tr: 'ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara',
  hy: 'հունվար/հունվարի/հնվ փետրվար/փետրվարի/փետ/փտվ մարտ/մարտի/մար/մրտ ապրիլ/ապրիլի/ապր մայիս/մայիսի/մայ/մյս հունիս/հունիսի/հնս հուլիս/հուլիսի/հուլ/հլս օգոստոս/օգոստոսի/օգս սեպտեմբեր/սեպտեմբերի/սեպ հոկտեմբեր/հոկտեմբերի/հոկ նոյեմբեր/նոյեմբերի/նոյ դեկտեմբեր/դեկտեմբերի/դեկ',
}

/** Names of two words have a no-break space here. */
const weekdays: Readonly<Record<string, string>> = {
  en: 'monday/mon tuesday/tue wednesday/wed thursday/thu friday/fri saturday/sat sunday/sun',
  de: 'montag/mon/mo dienstag/die/di mittwoch/mit/mi donnerstag/don/do freitag/fre/fr samstag/sonnabend/sam/sa sonntag/son/so',
  fr: 'lundi/lun mardi/mar mercredi/mer jeudi/jeu vendredi/ven samedi/sam dimanche/dim',
  es: 'lunes/lun martes/mar miércoles/mié jueves/jue viernes/vie sábado/sáb domingo/dom',
  ru: 'понедельник/пн вторник/вт среда/среды/ср четверг/чт пятница/пятницы/пт суббота/субботы/сб воскресенье/вс',
  az: 'bazar\u00a0ertəsi çərşənbə\u00a0axşamı çərşənbə cümə\u00a0axşamı cümə şənbə bazar',
  tr: 'pazartesi/pzt salı/sal çarşamba/çar perşembe/per cuma/cum cumartesi/cmt pazar/paz',
  hy: 'երկուշաբթի/երկ երեքշաբթի/երք չորեքշաբթի/չրք հինգշաբթի/հնգ ուրբաթ/ուր շաբաթ/շբթ կիրակի/կիր',
}

/** The twelve months in a language, each in all its forms; undefined when the language is not known. */
export function monthForms(language: string): readonly (readonly string[])[] | undefined {
  return months[language.slice(0, 2)]?.split(' ').map((forms) => forms.split('/'))
}

/** All forms of the days of the week in a language; none when the language is not known. */
export function weekdayForms(language: string): readonly string[] {
  const forms = weekdays[language.slice(0, 2)]?.split(/[ /]/) ?? []
  return forms.map((form) => form.replace('\u00a0', ' '))
}

/** Names of the twelve months in a language, lower case; English when the language is not known. */
export function monthNames(language: string): readonly string[] {
  return (monthForms(language) ?? monthForms('en') ?? []).map(([name = '']) => name)
}
