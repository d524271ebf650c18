import { safeAddress } from '../link/address.ts'
import type { ResolvedDocument, ResolvedPart } from '../link/resolved.ts'
import { languageTag } from './direction.ts'
import type { Publication } from './publication.ts'

/** A value of JSON-LD; members that are undefined are left out when it is written. */
export type Json = { readonly [name: string]: unknown }

/** What is said of the dossier beside the document. */
export interface DataSetting extends Publication {
  /** Address of a part, relative to the page. */
  readonly addressOf: (part: ResolvedPart) => string
}

const context = ['https://schema.org', { prov: 'http://www.w3.org/ns/prov#' }]
const byHash = (hash: string) => `urn:sha256:${hash}`

/** The dossier as a work (schema.org) that was made from its sources (PROV-O), with its parts. */
export function dossierData(document: ResolvedDocument, setting: DataSetting): Json {
  return {
    '@context': context,
    '@type': ['CreativeWork', 'prov:Entity'],
    '@id': byHash(document.fingerprint),
    name: document.title,
    alternativeHeadline: document.subtitle,
    inLanguage: document.language,
    datePublished: document.date,
    author: document.authors.map((name) => ({ '@type': 'Person', name })),
    url: setting.address,
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:used': document.parts.map(({ source }) => ({ '@id': byHash(source.sha256) })),
      'prov:wasAssociatedWith': software(setting),
    },
    hasPart: document.parts.map((part) => partWork(part, setting)),
  }
}

/** One part, on a page of its own. */
export function partData(part: ResolvedPart, document: ResolvedDocument, setting: DataSetting): Json {
  const whole = { '@id': byHash(document.fingerprint), '@type': 'CreativeWork', name: document.title }
  return { '@context': context, ...partWork(part, setting), isPartOf: whole }
}

function software({ version }: DataSetting): Json {
  return {
    '@type': ['SoftwareApplication', 'prov:SoftwareAgent'],
    '@id': `urn:dossierpress:${version}`,
    name: 'dossierpress',
    softwareVersion: version,
  }
}

/** A part as a work derived from its source by an activity whose plans are the rules that changed something. */
function partWork(part: ResolvedPart, setting: DataSetting): Json {
  const { author, publisher, date, url, language } = part.metadata
  const address = url === undefined ? undefined : safeAddress(url)
  return {
    '@type': ['CreativeWork', 'prov:Entity'],
    '@id': setting.addressOf(part),
    name: part.title,
    position: part.number,
    inLanguage: languageTag(language),
    author: author === undefined ? undefined : { '@type': 'Person', name: author },
    publisher: publisher === undefined ? undefined : { '@type': 'Organization', name: publisher },
    datePublished: date,
    isBasedOn: address,
    wordCount: part.words,
    'prov:wasDerivedFrom': capture(part, address),
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      'prov:used': { '@id': byHash(part.source.sha256) },
      'prov:qualifiedAssociation': {
        '@type': 'prov:Association',
        'prov:agent': { '@id': `urn:dossierpress:${setting.version}` },
        'prov:hadPlan': rulesOf(part).map(([name, count]) => ({ '@type': 'prov:Plan', name, 'prov:value': count })),
      },
    },
  }
}

/** The source as it was captured, by its hash. */
function capture({ source, metadata }: ResolvedPart, address: string | undefined): Json {
  return {
    '@type': ['MediaObject', 'prov:Entity'],
    '@id': byHash(source.sha256),
    name: source.path,
    sha256: source.sha256,
    contentSize: `${source.size} B`,
    encodingFormat: source.mediaType,
    dateCreated: metadata.captured,
    'prov:hadPrimarySource': address === undefined ? undefined : { '@id': address },
  }
}

/** The rules that changed a source and how often, in the order of their names. */
function rulesOf(part: ResolvedPart): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { rule } of part.edits) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts].sort(([left], [right]) => (left < right ? -1 : 1))
}
