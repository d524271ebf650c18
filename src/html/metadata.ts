import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ResolvedPart } from '../link/resolved.ts'
import type { PageContext, PartContext } from './context.ts'
import { languageTag } from './direction.ts'
import { type DataSetting, dossierData, type Json, partData } from './linked-data.ts'
import { wholeAddress } from './publication.ts'
import { scriptSafe } from './script-safe.ts'

/** Metadata of the dossier for machines: JSON-LD, Open Graph, and the tags that reference managers read. */
export function metadata({ document, holds }: PageContext, setting: DataSetting): Element[] {
  const { title, authors, date, language } = document
  const { address } = setting
  return [
    ...openGraph({ type: 'website', title, description: holds, locale: localeOf(language), url: address }),
    ...citation({ title, authors, date, language, public_url: address }),
    jsonLd(dossierData(document, setting)),
  ]
}

/** Metadata of one part on a page of its own. */
export function partMetadata({ document, part }: PartContext, setting: DataSetting): Element[] {
  const { author, publisher, date } = part.metadata
  const language = languageTag(part.metadata.language)
  const url = wholeAddress(setting.address, setting.addressOf(part))
  const locale = localeOf(language ?? document.language)
  const description = document.title
  return [
    ...openGraph({ type: 'article', title: part.title, description, site_name: document.title, locale, url }),
    ...tags('property', 'article:', { published_time: date, author }),
    ...citation({ title: part.title, authors: authorsOf(part), publisher, date, language, public_url: url }),
    jsonLd(partData(part, document, setting)),
  ]
}

/** A text without an author is its publisher's. */
function authorsOf({ metadata: { author, publisher } }: ResolvedPart): string[] {
  const name = author ?? publisher
  return name === undefined ? [] : [name]
}

/** A locale of Open Graph has a language and a territory; a language alone is none. */
function localeOf(language: string): string | undefined {
  return /^[a-z]{2,3}-[A-Z]{2}$/.test(language) ? language.replace('-', '_') : undefined
}

function jsonLd(data: Json): Element {
  return h('script', { type: 'application/ld+json' }, scriptSafe(JSON.stringify(data)))
}

type Values = Readonly<Record<string, string | undefined>>

/** Open Graph protocol: `property` in place of `name`. */
function openGraph(values: Values): Element[] {
  return tags('property', 'og:', values)
}

interface Citation {
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher?: string | undefined
  readonly date: string | undefined
  readonly language: string | undefined
  readonly public_url: string | undefined
}

/** The tags of Highwire Press that reference managers read. */
function citation({ authors, date, ...others }: Citation): Element[] {
  return [
    ...tags('name', 'citation_', { title: others.title }),
    ...authors.flatMap((author) => tags('name', 'citation_', { author })),
    ...tags('name', 'citation_', {
      publication_date: date?.slice(0, 10).replaceAll('-', '/'),
      publisher: others.publisher,
      language: others.language,
      public_url: others.public_url,
    }),
  ]
}

function tags(kind: 'name' | 'property', prefix: string, values: Values): Element[] {
  return Object.entries(values).flatMap(([name, content]) =>
    content === undefined ? [] : [h('meta', { [kind]: prefix + name, content })],
  )
}
