import { monthForms, weekdayForms } from './calendar.ts'

/** How a language writes dates. */
interface DateForms {
  /** Whole lines in lower case, with the groups `year`, `month`, `day`, `hour`, `minute` and `half`. */
  readonly lines: readonly RegExp[]
  /** The month, 1 to 12, by any form of its name, lower case. */
  readonly months: ReadonlyMap<string, number>
}

/** "2021-05-14", "2021/5/14", "14.05.2021": the same mark twice, and white space was made plain. */
const inFigures = [
  '(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})',
  '(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})',
]

/** Behind a date: "10:30", "10:30:15", "3:45 p.m."; a dash before it has lost its spaces. */
const time = '(?:(?:-|,? )(?<hour>\\d{1,2}):(?<minute>[0-5]?\\d)(?::[0-5]?\\d)?(?: (?<half>[ap])\\.?\\s?m\\.?)?)?'

const known = new Map<string, DateForms>()

function formsOf(language: string): DateForms | undefined {
  const names = monthForms(language)
  if (!names) return undefined
  const found = known.get(language) ?? dateForms(language, names)
  known.set(language, found)
  return found
}

function dateForms(language: string, names: readonly (readonly string[])[]): DateForms {
  const month = `(?<month>${names.flat().join('|')})`
  const weekday = `(?:${weekdayForms(language).join('|')})\\.?`
  const inWords = [
    // "May 14, 2021", "Friday, May 14, 2021".
    `(?:${weekday}, )?${month}(?: |\\. ?)(?<day>\\d{1,2}),? (?<year>\\d{4})`,
    // "14 May 2021", "Freitag, 14. Mai 2021", "14 de mayo de 2021", "14 Mayıs 2021, Cuma".
    `(?:${weekday},? )?(?<day>\\d{1,2})\\.?(?: de)? ${month}(?:\\.?,? |\\.)(?:de )?(?<year>\\d{4})(?:, ${weekday})?`,
  ]
  return {
    lines: [...inWords, ...inFigures].map((form) => new RegExp(`^${form}${time}$`, 'u')),
    months: new Map(names.flatMap((forms, index) => forms.map((form): [string, number] => [form, index + 1]))),
  }
}

/**
 * The date of a line that holds nothing else, as ISO 8601 (with the time if the line gives one); undefined when the
 * line is no date, or when its day and month could be each other ("03/04/2021" in an English text).
 */
export function dateOfLine(line: string, language: string): string | undefined {
  const text = plainDate(line)
  if (!/\d{4}/.test(text) || text.length > 50) return undefined
  if (isAmbiguous(text, language)) return undefined
  // English dates stand in texts of other languages, too.
  for (const tag of new Set([language.slice(0, 2), 'en'])) {
    const date = readDate(text.toLowerCase(), formsOf(tag))
    if (date !== undefined) return date
  }
  return undefined
}

function readDate(text: string, forms: DateForms | undefined): string | undefined {
  for (const line of forms?.lines ?? []) {
    const { year = '', month = '', day = '', ...clock } = line.exec(text)?.groups ?? {}
    const date = isoDate(Number(year), forms?.months.get(month) ?? Number(month), Number(day))
    const hour = hourOf(clock.hour, clock.half)
    if (date === undefined || hour === undefined) continue
    return clock.hour === undefined ? date : `${date}T${twoDigits(hour)}:${twoDigits(Number(clock.minute))}`
  }
  return undefined
}

/** First year that is taken for one: figures with four digits that are less have something else before them. */
const firstYear = 1001

/** A day as ISO 8601; undefined when there is no such day. */
function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= firstYear ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined
}

/** The hour of the day, 0 to 23, and 0 when none is given; undefined when there is no such hour. */
function hourOf(hour: string | undefined, half: string | undefined): number | undefined {
  const value = Number(hour ?? 0)
  if (half === undefined) return value <= 23 ? value : undefined
  if (value < 1 || value > 12) return undefined
  return (value % 12) + (half === 'p' ? 12 : 0)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
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
    .replace(/(?<=\d{4}.*\d) (?:(?![AP]M$)[A-Z]{2,4}|Uhr|Z)$/, '')
    .replace(/(?<=\d{4},? )(\d{1,2})[.h](\d{2})$/, '$1:$2')
}

/** Day and month in figures, both 12 or less, in a language that is written with either first. */
function isAmbiguous(text: string, language: string): boolean {
  const parts = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(text)
  if (!parts || !language.startsWith('en')) return false
  return Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2]
}
