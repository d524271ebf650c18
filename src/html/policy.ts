import { sha256Of } from '../sha256.ts'

/** What a page of one file may do: show itself. Its own style and script are named by their hashes; nothing else runs, loads or is sent. */
export function singleFilePolicy(styles: readonly string[], scripts: readonly string[]): string {
  return policy(sources(styles.map(hash)), sources(scripts.map(hash)))
}

/** The same for a page of a site, whose style and script are files beside it. */
export function sitePolicy(): string {
  return policy("'self'", "'self'")
}

function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${style}`,
    `script-src ${script}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sources(list: readonly string[]): string {
  return list.length > 0 ? list.join(' ') : "'none'"
}

/** A source expression for the text of an inline element (Content Security Policy Level 3, section 2.3.1). */
function hash(text: string): string {
  return `'sha256-${sha256Of(text, 'base64')}'`
}
