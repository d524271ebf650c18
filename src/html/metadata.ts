import type { Element } from 'hast'
import { h } from 'hastscript'
import { safeAddress } from '../link/address.ts'
import type { ResolvedPart } from '../link/resolved.ts'
import type { PageContext, PartContext } from './context.ts'
import { languageTag } from './direction.ts'
import type { HtmlOptions } from './html.ts'
import { scriptSafe } from './script-safe.ts'

type Json = { readonly [name: string]: unknown }

/** Metadata of the dossier for machines: JSON-LD, Open Graph, and the tags that reference managers read. */
export function metadata(context: PageContext, options: HtmlOptions): Element[] {
  const { document } = context
  return [
    ...openGraph('website', document.title, context.holds, document.language),
    ...citation(document.title, document.authors, document.date, document.language),
    jsonLd({ '@context': linkedContext, ...dossierWork(context, options), hasPart: document.parts.map(partWork) }),
  ]
}

/** Metadata of one part on a page of its own. */
export function partMetadata({ document, part }: PartContext, options: HtmlOptions): Element[] {
  const { author, publisher, date, language } = part.metadata
  const authors = [author, publisher].filter((name) => name !== undefined)
  return [
    ...openGraph('article', part.title, document.title, languageTag(language) ?? document.language),
    ...citation(part.title, authors, date, languageTag(language)),
    jsonLd({
      '@context': linkedContext,
      ...partWork(part),
      isPartOf: { '@id': dossierId(document.fingerprint) },
      version: options.version,
    }),
  ]
}

const linkedContext = ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#' }]
const dossierId = (fingerprint: string) => `urn:sha256:${fingerprint}`

function dossierWork({ document }: PageContext, options: HtmlOptions): Json {
  return {
    '@type': ['CreativeWork', 'prov:Entity'],
    '@id': dossierId(document.fingerprint),
    name: document.title,
    alternativeHeadline: document.subtitle,
    inLanguage: document.language,
    datePublished: document.date,
    author: document.authors.map((name) => ({ '@type': 'Person', name })),
    url: options.address,
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:used': document.parts.map(({ source }) => ({ '@id': sourceId(source.sha256) })),
    },
  }
}

const sourceId = (hash: string) => `urn:sha256:${hash}`

/** A part as a work derived from its source by an activity that followed rules (PROV-O). */
function partWork(part: ResolvedPart): Json {
  const { author, publisher, date, url, language, captured } = part.metadata
  const address = url === undefined ? undefined : safeAddress(url)
  return {
    '@type': ['CreativeWork', 'prov:Entity'],
    '@id': `#${part.id}`,
    name: part.title,
    position: part.number,
    inLanguage: languageTag(language),
    author: author === undefined ? undefined : { '@type': 'Person', name: author },
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    datePublished: date,
    isBasedOn: address,
    wordCount: part.words,
    'prov:wasDerivedFrom': {
      '@type': 'prov:Entity',
      '@id': sourceId(part.source.sha256),
      name: part.source.path,
      encodingFormat: part.source.mediaType,
      'prov:generatedAtTime': captured,
    },
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:hadPlan': rulesOf(part).map(([name, count]) => ({ '@type': 'prov:Plan', name, 'schema:size': count })),
    },
  }
}

/** The rules that changed a source and how often, in the order of their names. */
function rulesOf(part: ResolvedPart): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { rule } of part.edits) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1))
}

function jsonLd(data: Json): Element {
  return h('script', { type: 'application/ld+json' }, scriptSafe(JSON.stringify(data)))
}

/** Open Graph protocol: `property` in place of `name`. */
function openGraph(type: string, title: string, description: string, language: string | undefined): Element[] {
  const entries = { type, title, description, locale: language?.replace('-', '_') }
  return Object.entries(entries).flatMap(([name, content]) =>
    content === undefined ? [] : [h('meta', { property: `og:${name}`, content })],
  )
}

/** The tags of Highwire Press that reference managers read. */
function citation(
  title: string,
  authors: readonly string[],
  date: string | undefined,
  language: string | undefined,
): Element[] {
  const meta = (name: string, content: string) => h('meta', { name: `citation_${name}`, content })
  return [
    meta('title', title),
    ...authors.map((author) => meta('author', author)),
    ...(date === undefined ? [] : [meta('publication_date', date.slice(0, 10).replaceAll('-', '/'))]),
    ...(language === undefined ? [] : [meta('language', language)]),
  ]
}
