import { isValid, type Locale, parse } from 'date-fns'
import { az } from 'date-fns/locale/az'
import { de } from 'date-fns/locale/de'
import { enUS } from 'date-fns/locale/en-US'
import { es } from 'date-fns/locale/es'
import { fr } from 'date-fns/locale/fr'
import { hy } from 'date-fns/locale/hy'
import { ru } from 'date-fns/locale/ru'
import { tr } from 'date-fns/locale/tr'

const locales: Readonly<Record<string, Locale>> = { en: enUS, de, fr, es, ru, az, tr, hy }

/** Formats of a date that stands alone on a line, as date-fns writes them, after white space was made plain. */
// biome-ignore format: a table
const formats = [
  'MMMM d, yyyy', 'MMM d, yyyy', 'MMMM d yyyy', 'MMM d yyyy', 'd MMMM yyyy', 'd MMM yyyy', 'd MMMM, yyyy', 'd. MMMM yyyy',
  'EEEE, MMMM d, yyyy', 'EEEE, d MMMM yyyy', 'EEEE, d. MMMM yyyy', 'EEEE d MMMM yyyy', 'EEEE d. MMMM yyyy', "d 'de' MMMM 'de' yyyy",
  'yyyy-MM-dd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'dd.MM.yyyy', 'd.M.yyyy', 'dd/MM/yyyy', 'd/M/yyyy', 'dd-MM-yyyy', 'd MMMM yyyy, EEEE',
]

const times = ['', ' HH:mm', ', HH:mm', ' HH:mm:ss', ' - HH:mm', ' h:mm a', ', h:mm a'] as const

/** Fixed, because a format without a time takes it from here. */
const reference = new Date(2000, 0, 1)

/**
 * The date of a line that holds nothing else, as ISO 8601 (with the time if the line gives one); undefined when the
 * line is no date, or when its day and month could be each other ("03/04/2021" in an English text).
 */
export function dateOfLine(line: string, language: string): string | undefined {
  const text = plainDate(line)
  if (!/\d{4}/.test(text) || text.length > 50) return undefined
  if (isAmbiguous(text, language)) return undefined
  const primary = locales[language.slice(0, 2)]
  const tried = primary && primary !== enUS ? [primary, enUS] : [enUS]
  for (const locale of tried) {
    for (const format of formats) {
      for (const time of times) {
        const date = parse(text, format + time, reference, { locale })
        if (isValid(date) && date.getFullYear() > 1000) return isoOf(date, time !== '')
      }
    }
  }
  return undefined
}

function plainDate(line: string): string {
  return line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?([/.-]) ?(?=\d)/g, '$1')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/i, '')
    .replace(
      /^(?:published|posted|updated|date|datum|stand|publié le|publicado el|опубликовано|tarix|tarih)(?: on)?:? /i,
      '',
    )
    .replace(/ (?:г\.|года|թ\.|\|.*)$/u, '')
    .replace(/(?<=\d{4}.*\d) (?:[A-Z]{2,4}|Uhr|Z)$/, '')
    .replace(/(?<=\d{4},? )(\d{1,2})[.h](\d{2})$/, '$1:$2')
}

/** Day and month in figures, both 12 or less, in a language that is written with either first. */
function isAmbiguous(text: string, language: string): boolean {
  const parts = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(text)
  if (!parts || !language.startsWith('en')) return false
  return Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2]
}

function isoOf(date: Date, hasTime: boolean): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return hasTime ? `${day}T${two(date.getHours())}:${two(date.getMinutes())}` : day
}

/** Names of the twelve months in a language, lower case; English when the language is not known. */
export function monthNames(language: string): readonly string[] {
  const locale = locales[language.slice(0, 2)] ?? enUS
  return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) =>
    locale.localize.month(month as 0, { width: 'wide', context: 'formatting' }).toLowerCase(),
  )
}
