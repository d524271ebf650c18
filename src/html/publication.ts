import type { ResolvedDocument } from '../link/resolved.ts'

/** A W3C publication manifest (Publication Manifest, 2020): what the dossier is, and titles of its pages by address, in reading order. */
export function publicationManifest(document: ResolvedDocument, pages: ReadonlyMap<string, string>): string {
  const manifest = {
    '@context': ['https://schema.org', 'https://www.w3.org/ns/pub-context'],
    conformsTo: 'https://www.w3.org/TR/pub-manifest/',
    type: 'CreativeWork',
    id: `urn:sha256:${document.fingerprint}`,
    name: document.title,
    inLanguage: document.language,
    ...(document.date === undefined ? {} : { datePublished: document.date }),
    ...(document.authors.length === 0 ? {} : { author: document.authors }),
    readingOrder: [...pages].map(([url, name]) => ({ type: 'LinkedResource', url, encodingFormat: 'text/html', name })),
    resources: ['assets/style.css', 'assets/reader.js', 'assets/search.js', 'assets/search-index.js'],
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** A sitemap (sitemaps.org protocol 0.9), which names pages by their whole addresses: `address` is where the site will stand. */
export function sitemap(address: string, pages: readonly string[]): string {
  const base = address.endsWith('/') ? address : `${address}/`
  const entries = pages.map((page) => `  <url><loc>${escapeXml(new URL(page, base).href)}</loc></url>`)
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
