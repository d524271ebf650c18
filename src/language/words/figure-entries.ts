import { monthNames } from './calendar.ts'

/** A stretch of the source, in UTF-16 code units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** One value of an entry: a date, or a number with the word before it and its unit. */
export interface FigureField extends Stretch {
  readonly kind: 'date' | 'quantity'
  /** The word before the number ("territory"); empty for a date. */
  readonly label: string
  /** The unit as written ("km2"); empty without one. */
  readonly unit: string
}

export interface FigureEntry {
  readonly name: Stretch
  readonly fields: readonly FigureField[]
}

/** Fewer entries than this do not make a table. */
const fewestEntries = 3

/**
 * Reads "NAME: value, value; NAME: value, value." between two offsets of a text. All entries must have the same kinds
 * of values; otherwise there are none.
 */
export function readFigures(text: string, start: number, end: number, language: string): readonly FigureEntry[] {
  const stretch = text.slice(start, end)
  if (!/\.?\s*$/.test(stretch) || stretch.indexOf(';') < 0) return []
  const entries: FigureEntry[] = []
  let from = 0
  for (const part of stretch.replace(/[.;]\s*$/, ' ').split(';')) {
    const entry = readEntry(part, start + from, language)
    if (!entry) return []
    entries.push(entry)
    from += part.length + 1
  }
  const form = formOf(entries[0])
  return entries.length >= fewestEntries && entries.every((entry) => formOf(entry) === form) ? entries : []
}

function formOf(entry: FigureEntry | undefined): string {
  return (entry?.fields ?? []).map(({ kind, label, unit }) => `${kind} ${label.toLowerCase()} ${unit}`).join('|')
}

function readEntry(part: string, offset: number, language: string): FigureEntry | undefined {
  const head = /^\s*(\p{Lu}[^:;.!?]{0,60}):\s+/u.exec(part)
  const name = head?.[1]?.trimEnd()
  if (!head || !name) return undefined
  const nameStart = offset + part.indexOf(name)
  const fields: FigureField[] = []
  const value = valuePattern(language)
  let at = head[0].length
  while (at < part.trimEnd().length) {
    value.lastIndex = at
    const found = value.exec(part)
    const field = found && fieldOf(found, offset)
    if (!field) return undefined
    fields.push(field)
    at = value.lastIndex
  }
  return fields.length > 0 ? { name: { start: nameStart, end: nameStart + name.length }, fields } : undefined
}

/** One value and the comma after it. */
function valuePattern(language: string): RegExp {
  const month = `(?:${[...new Set([...monthNames(language), ...monthNames('en')])].join('|')})`
  const date = `${month} \\d{1,2}, \\d{4}|\\d{1,2}\\.? ${month} \\d{4}|${month} \\d{4}|\\d{4} ?[-–] ?\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}`
  const quantity =
    '(?<label>\\p{L}[\\p{L} ]{0,30}? )?(?<number>[-−]?\\d{1,3}(?:[  ,]\\d{3})+(?:\\.\\d+)?|[-−]?\\d+(?:[.,]\\d+)?)(?: ?(?<unit>%|\\p{L}[\\p{L}². ]{0,14}[23]?))?'
  return new RegExp(`\\s*(?:(?<date>${date})|${quantity})\\s*(?:,|$)`, 'iuy')
}

function fieldOf(found: RegExpExecArray, offset: number): FigureField | undefined {
  const { date, label = '', number, unit = '' } = found.groups ?? {}
  const value = date ?? number
  if (value === undefined) return undefined
  const within = found[0].indexOf(value, date ? 0 : label.length)
  const start = offset + found.index + within
  const kind = date ? 'date' : 'quantity'
  return { kind, label: label.trim(), unit: unit.trim(), start, end: start + value.length }
}
