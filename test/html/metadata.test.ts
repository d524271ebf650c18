import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { toHtml } from '../../src/html/html.ts'
import { build } from '../../src/index.ts'
import { documentOf, fixtureTexts, optionsFor } from './dossier.ts'

const address = 'https://example.org/d'
const settings = { title: 'The river', authors: ['A. Gauger', 'B. Sluice'], date: '2024-05-14', language: 'en' }
const document = documentOf(fixtureTexts(), settings)
const here = filesOf(toHtml(document, optionsFor()))
const there = filesOf(toHtml(document, { ...optionsFor(), address }))

function filesOf(files: ReturnType<typeof toHtml>): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, contents }) => [path, String(contents)]))
}

function dataOf(html: string | undefined): unknown {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html ?? '') ?? []
  return JSON.parse(json)
}

/** Contents of the meta elements of a page, by name or property. */
function metaOf(html: string | undefined): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [, name = '', content = ''] of (html ?? '').matchAll(
    /<meta (?:name|property)="([^"]*)" content="([^"]*)">/g,
  ))
    found[name] = [...(found[name] ?? []), content]
  return found
}

const byHash = z.string().regex(/^urn:sha256:[0-9a-f]{64}$/)
const typed = (schema: string, prov: string) => z.tuple([z.literal(schema), z.literal(prov)])
const plan = z.strictObject({
  '@type': z.literal('prov:Plan'),
  name: z.string().includes(':'),
  'prov:value': z.int().positive(),
})
const part = z.strictObject({
  '@type': typed('CreativeWork', 'prov:Entity'),
  '@id': z.string(),
  name: z.string().min(1),
  position: z.int().positive(),
  inLanguage: z.string().optional(),
  author: z.strictObject({ '@type': z.literal('Person'), name: z.string() }).optional(),
  publisher: z.strictObject({ '@type': z.literal('Organization'), name: z.string() }).optional(),
  datePublished: z.iso.date().optional(),
  isBasedOn: z.url().optional(),
  wordCount: z.int().positive(),
  'prov:wasDerivedFrom': z.strictObject({
    '@type': typed('MediaObject', 'prov:Entity'),
    '@id': byHash,
    name: z.string(),
    sha256: z.hex().length(64),
    contentSize: z.string().regex(/^\d+ B$/),
    encodingFormat: z.string(),
    dateCreated: z.iso.date().optional(),
    'prov:hadPrimarySource': z.strictObject({ '@id': z.url() }).optional(),
  }),
  'prov:wasGeneratedBy': z.strictObject({
    '@type': z.literal('prov:Activity'),
    'prov:used': z.strictObject({ '@id': byHash }),
    'prov:qualifiedAssociation': z.strictObject({
      '@type': z.literal('prov:Association'),
      'prov:agent': z.strictObject({ '@id': z.string() }),
      'prov:hadPlan': z.array(plan),
    }),
  }),
})
const context = z.tuple([
  z.literal('https://schema.org'),
  z.strictObject({ prov: z.literal('http://www.w3.org/ns/prov#') }),
])
const dossier = z.strictObject({
  '@context': context,
  '@type': typed('CreativeWork', 'prov:Entity'),
  '@id': byHash,
  name: z.literal('The river'),
  inLanguage: z.literal('en'),
  datePublished: z.literal('2024-05-14'),
  author: z.array(z.strictObject({ '@type': z.literal('Person'), name: z.string() })).length(2),
  url: z.url().optional(),
  'prov:wasGeneratedBy': z.strictObject({
    '@type': z.literal('prov:Activity'),
    'prov:used': z.array(z.strictObject({ '@id': byHash })),
    'prov:wasAssociatedWith': z.strictObject({
      '@type': typed('SoftwareApplication', 'prov:SoftwareAgent'),
      '@id': z.string(),
      name: z.literal('dossierpress'),
      softwareVersion: z.literal('0.0.0'),
    }),
  }),
  hasPart: z.array(part),
})

describe('JSON-LD', () => {
  const data = dossier.parse(dataOf(here.get('site/index.html')))

  it('says by which rules each part was derived from its source (PROV-O)', () => {
    const notice = data.hasPart.find(({ name }) => name.startsWith('Harbour'))
    const association = notice?.['prov:wasGeneratedBy']['prov:qualifiedAssociation']
    expect(association?.['prov:hadPlan'].map(({ name }) => name)).toContain('normalize:lines-are-joined')
    expect(association?.['prov:agent']['@id']).toBe(data['prov:wasGeneratedBy']['prov:wasAssociatedWith']['@id'])
    const counted = association?.['prov:hadPlan'].reduce((sum, one) => sum + one['prov:value'], 0)
    expect(counted).toBe(document.parts.find(({ id }) => id === 'notice')?.edits.length)
  })

  it('names the same sources for the dossier and for its parts', () => {
    const used = data['prov:wasGeneratedBy']['prov:used']
    expect(data.hasPart.map((one) => one['prov:wasDerivedFrom']['@id'])).toEqual(used.map((one) => one['@id']))
    for (const one of data.hasPart)
      expect(one['prov:wasGeneratedBy']['prov:used']['@id']).toBe(one['prov:wasDerivedFrom']['@id'])
  })

  it('leads to each part where it is: on its page in a site, below in a single file', () => {
    expect(data.hasPart.map((one) => one['@id'])).toEqual(['part-river.html', 'part-notice.html', 'part-report.html'])
    const whole = dossier.parse(dataOf(here.get('dossier.html')))
    expect(whole.hasPart.map((one) => one['@id'])).toEqual(['#river', '#notice', '#report'])
  })

  it('of a part says the same, and what it is part of', () => {
    const isPartOf = z.strictObject({
      '@id': z.literal(data['@id']),
      '@type': z.literal('CreativeWork'),
      name: z.literal('The river'),
    })
    const {
      '@context': _,
      isPartOf: __,
      ...own
    } = part.extend({ '@context': context, isPartOf }).parse(dataOf(here.get('site/part-river.html')))
    expect(own).toEqual(data.hasPart[0])
  })
})

describe('meta elements', () => {
  it('say what the dossier and each part are (Open Graph)', () => {
    expect(metaOf(here.get('site/index.html'))).toMatchObject({ 'og:type': ['website'], 'og:title': ['The river'] })
    expect(metaOf(here.get('site/part-river.html'))).toMatchObject({
      'og:type': ['article'],
      'og:site_name': ['The river'],
      'article:published_time': ['2021-06-01'],
    })
  })

  it('can be read by reference managers', () => {
    expect(metaOf(here.get('dossier.html'))).toMatchObject({
      citation_title: ['The river'],
      citation_author: ['A. Gauger', 'B. Sluice'],
      citation_publication_date: ['2024/05/14'],
    })
    const river = metaOf(there.get('site/part-river.html'))
    expect(river).toMatchObject({ citation_author: ['A. Gauger'], citation_publisher: ['Water Service'] })
    expect(river.citation_public_url).toEqual(['https://example.org/d/part-river.html'])
    // A text without an author is its publisher's.
    expect(metaOf(here.get('site/part-notice.html')).citation_author).toEqual(['Harbour Office'])
  })
})

describe('the address of the site', () => {
  it('gives every page its own, and the site a map of them', () => {
    const pages = [...there.keys()].filter((path) => /^site\/.*\.html$/.test(path)).map((path) => path.slice(5))
    const map = there.get('site/sitemap.xml') ?? ''
    expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)).toEqual(
      pages.map((page) => `${address}/${page}`),
    )
    for (const page of pages)
      expect(there.get(`site/${page}`)).toContain(`<link rel="canonical" href="${address}/${page}">`)
    expect(metaOf(there.get('site/index.html'))['og:url']).toEqual([address])
    expect(here.has('site/sitemap.xml')).toBe(false)
    expect([...here.values()].filter((text) => text.includes('rel="canonical"'))).toEqual([])
  })

  it('is that of dossier.yaml', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dossierpress-address-'))
    const sources = join(folder, 'sources')
    mkdirSync(sources)
    writeFileSync(join(sources, 'river.md'), '# The river\n\nIt rose in March.\n')
    writeFileSync(join(sources, 'dossier.yaml'), `title: The river\naddress: ${address}/\n`)
    const { written } = await build({ sources, out: join(folder, 'out'), formats: ['html'] })
    expect(written).toBe(true)
    expect(readFileSync(join(folder, 'out/site/sitemap.xml'), 'utf8')).toContain(
      `<loc>${address}/part-river.html</loc>`,
    )
    writeFileSync(join(sources, 'dossier.yaml'), 'address: ftp://example.org\n')
    const { files } = await build({ sources, formats: ['html'] })
    expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([
      expect.stringMatching(/dossier\.yaml:1:\d+.*expected an address that begins with http:\/\/ or https:\/\//),
    ])
    rmSync(folder, { recursive: true })
  })
})

describe('the publication manifest', () => {
  it('names every file of the site once, those to read in order', () => {
    const manifest = JSON.parse(there.get('site/publication.json') ?? '')
    expect(manifest).toMatchObject({
      conformsTo: 'https://www.w3.org/TR/pub-manifest/',
      name: 'The river',
      url: address,
    })
    expect(manifest['@context'].slice(0, 2)).toEqual(['https://schema.org', 'https://www.w3.org/ns/pub-context'])
    const order: string[] = manifest.readingOrder.map(({ url }: { url: string }) => url)
    expect(order).toEqual(['index.html', 'part-river.html', 'part-notice.html', 'part-report.html', 'registers.html'])
    const site = [...there.keys()].filter((path) => path.startsWith('site/')).map((path) => path.slice(5))
    const made = site.filter((path) => path !== 'publication.json' && path !== 'sitemap.xml')
    expect([...order, ...manifest.resources].sort()).toEqual(made.sort())
  })
})
