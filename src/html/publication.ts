import type { ResolvedDocument } from '../link/resolved.ts'

/** How a dossier is published: by what, and where. */
export interface Publication {
  /** Version of dossierpress. */
  readonly version: string
  /** Address at which the dossier will stand, when it is known. */
  readonly address?: string | undefined
}

/** What a publication manifest says beside the document. */
export interface PublicationFiles {
  /** Where the site will stand, when that is known. */
  readonly address?: string | undefined
  /** Titles of pages by their address, in reading order. */
  readonly readingOrder: ReadonlyMap<string, string>
  /** Addresses of everything else that the site consists of. */
  readonly resources: readonly string[]
}

/** A W3C publication manifest (Publication Manifest, 2020): what the dossier is, and what it consists of. */
export function publicationManifest(document: ResolvedDocument, files: PublicationFiles): string {
  const manifest = {
    '@context': ['https://schema.org', 'https://www.w3.org/ns/pub-context', { language: document.language }],
    conformsTo: 'https://www.w3.org/TR/pub-manifest/',
    type: 'CreativeWork',
    id: `urn:sha256:${document.fingerprint}`,
    url: files.address,
    name: document.title,
    inLanguage: document.language,
    datePublished: document.date,
    author: document.authors.length === 0 ? undefined : document.authors,
    readingOrder: Array.from(files.readingOrder, ([url, name]) => ({
      type: 'LinkedResource',
      url,
      encodingFormat: 'text/html',
      name,
    })),
    resources: files.resources,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** The whole address of a page of the site; nothing when nobody has said where the site will stand. */
export function wholeAddress(address: string | undefined, page: string): string | undefined {
  if (address === undefined) return undefined
  return new URL(page, address.endsWith('/') ? address : `${address}/`).href
}

/** A sitemap (sitemaps.org protocol 0.9), which names pages by their whole addresses: `address` is where the site will stand. */
export function sitemap(address: string, pages: readonly string[]): string {
  const entries = pages.map((page) => `  <url><loc>${escapeXml(wholeAddress(address, page) ?? '')}</loc></url>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n')
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
