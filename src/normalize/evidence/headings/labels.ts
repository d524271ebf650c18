import type { Line } from '../../../captured/line.ts'

/** Longest label of a field or name of a speaker, in characters, and its words at most. */
const longest = 40
const mostWords = 4
/** Lines that begin alike before what they begin with is a label; a single letter also begins numbered headings. */
const fewest = { word: 3, letter: 5 }

/** Marks that set the direction of writing; they hide what a line begins with. */
const directions = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g

/** A line without the marks that set the direction of writing. */
export function withoutDirections(text: string): string {
  return text.replace(directions, '').trim()
}

/** What stands before the first colon of a line with something behind it: the label of a field, or a speaker's name. */
export function labelOf(text: string): string | undefined {
  const label = /^([^:\uFF1A]{1,40}?)\s?[:\uFF1A]\s+\S/u.exec(withoutDirections(text))?.[1]
  return label !== undefined && /\p{L}/u.test(label) ? label : undefined
}

/** A speaker's name with a full stop behind it, as printed plays have it: "JACK. Well?" */
function nameBefore(text: string): string | undefined {
  const name = /^(?:\d{1,3}\s+)?(\p{Lu}[^.:?!,;]{0,40}?)[.]?\s*(?:\([^)]*\))?[.]\s+\S/u.exec(text)?.[1]
  return name !== undefined && name.split(/\s+/).length <= mostWords ? name : undefined
}

/** What lines begin with that comes back, with the mark behind it, and the number of lines: labels, names of speakers. */
export type Labels = ReadonlyMap<string, number>

/** The labels of a text's lines. */
export function labelsOf(lines: readonly Line[]): Labels {
  const counts = new Map<string, number>()
  for (const { value } of lines) {
    const key = keyOf(value)
    if (key !== undefined && key.length <= longest) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A label with its colon, or a name with its full stop. */
function keyOf(text: string): string | undefined {
  const label = labelOf(text)
  const name = label === undefined ? nameBefore(text) : undefined
  return label === undefined ? name && `${name}.` : `${label}:`
}

/** Whether a text begins with a label that other lines begin with, too. */
export function beginsWithLabel(text: string, labels: Labels): boolean {
  const key = keyOf(text)
  const least = key?.length === 2 ? fewest.letter : fewest.word
  return key !== undefined && (labels.get(key) ?? 0) >= least
}

/** Whether a text is one of labelled fields or turns: a label with a colon comes back. */
export function hasLabels(labels: Labels): boolean {
  return [...labels].some(([key, count]) => key.endsWith(':') && count >= fewest.word)
}
