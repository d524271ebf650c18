import * as z from 'zod'
import { type RuleId, rules } from './diagnostics/rules.ts'
import { isEncoding } from './encoding.ts'

/*
 * The schema of dossier.yaml. A field's `error` says what was expected; `read/manifest.ts` adds what was found, where,
 * and the nearest known name.
 */

const text = z.string({ error: 'text' }).trim().min(1, { error: 'text that is not empty' })
const path = z.string({ error: 'a path relative to the sources folder' }).min(1, { error: 'a path' })
const language = z
  .string({ error: 'a BCP 47 language tag' })
  .refine(isLanguageTag, { error: 'a BCP 47 language tag such as "en" or "hy"' })
const address = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })
const date = z
  .union([z.string(), z.number()], { error: 'an ISO 8601 date' })
  .transform(String)
  .refine(isDate, { error: 'an ISO 8601 date such as 2021-05-14, 2021-05 or 2021' })
const id = z.string({ error: 'an id in letters and digits' }).regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,99}$/u, {
  error: 'letters, digits, ".", "_" and "-", at most 100, the first a letter or digit',
})
const ruleId = z
  .string({ error: 'a rule id' })
  .refine((name): name is RuleId => Object.hasOwn(rules, name), { error: 'the id of a rule' })

const image = z.strictObject(
  {
    file: path,
    figure: z.union([z.string(), z.number()], { error: "the figure's label, or its number" }).transform(String),
    alt: text,
    credit: text.optional(),
  },
  { error: 'an image with "file", "figure" and "alt"' },
)

/** Lists and joined lines are edits of 0.95: what rules are as sure of as that is never in doubt. */
const confidence = z
  .number({ error: 'a number from 0 to 0.95' })
  .min(0, { error: 'a number from 0 to 0.95' })
  .max(0.95, { error: 'a number from 0 to 0.95' })

const overrides = z.strictObject(
  {
    off: z.array(ruleId, { error: 'a list of rule ids' }).optional(),
    options: z.record(ruleId, z.record(z.string(), z.unknown()), { error: 'options by rule id' }).optional(),
    keep: z
      .array(z.int({ error: 'the number of a line' }).positive({ error: 'a line number from 1' }), {
        error: 'a list of line numbers',
      })
      .optional(),
    confidence: confidence.optional(),
  },
  { error: 'overrides with "off", "options", "keep" and "confidence"' },
)

const source = z.strictObject(
  {
    file: path,
    id: id.optional(),
    encoding: text.refine(isEncoding, { error: 'a character encoding such as windows-1251' }).optional(),
    title: text.optional(),
    publisher: text.optional(),
    author: text.optional(),
    date: date.optional(),
    url: address.optional(),
    captured: date.optional(),
    language: language.optional(),
    kicker: text.optional(),
    category: text.optional(),
    notes: z.record(z.string(), text, { error: 'texts of notes by their labels' }).optional(),
    images: z.array(image, { error: 'a list of images' }).optional(),
    overrides: overrides.optional(),
  },
  { error: 'a source: a path, or a mapping with "file"' },
)

/** Names of one thing in several spellings or languages. None goes before the others. */
const nameVariants = z
  .array(text, { error: 'a list of names of one thing' })
  .min(2, { error: 'at least two names of one thing' })

/** A source that is only a path stands for a mapping with "file". */
const sourceOrPath = z.preprocess((value) => (typeof value === 'string' ? { file: value } : value), source)

/** The schema of dossier.yaml. */
export const manifestSchema = z.strictObject(
  {
    title: text.optional(),
    subtitle: text.optional(),
    date: date.optional(),
    authors: z
      .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text, { error: 'a list of names' }))
      .optional(),
    language: language.optional(),
    theme: text.optional(),
    address: address.optional(),
    confidence: confidence.optional(),
    glossary: z.array(nameVariants, { error: 'a list of lists of names' }).optional(),
    order: z.array(z.string({ error: 'the id of a source' }), { error: 'a list of source ids' }).optional(),
    sources: z.array(sourceOrPath, { error: 'a list of sources' }).optional(),
  },
  { error: 'a mapping with fields such as "title" and "sources"' },
)

/** What dossier.yaml says, checked. */
export type Manifest = z.infer<typeof manifestSchema>
/** What dossier.yaml says about one source. */
export type ManifestSource = NonNullable<Manifest['sources']>[number]

/** Names of the fields that a mapping of dossier.yaml can have, by the path to it; none where names are free. */
export function fieldsAt(at: readonly PropertyKey[]): readonly string[] {
  const names = at.filter((step) => typeof step === 'string').join('.')
  const shapes: Readonly<Record<string, object>> = {
    '': manifestSchema.shape,
    sources: source.shape,
    'sources.images': image.shape,
    'sources.overrides': overrides.shape,
  }
  return Object.keys(shapes[names] ?? {})
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Year, month, day or minute; the day must exist. */
function isDate(value: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/.test(value)) return false
  const [year, month = '01', day = '01'] = value.slice(0, 10).split('-')
  const read = new Date(`${year}-${month}-${day}T${value.slice(11) || '00:00'}Z`)
  return !Number.isNaN(read.getTime()) && read.getUTCDate() === Number(day)
}
