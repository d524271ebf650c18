import type { Schema } from 'hast-util-sanitize'

const phrasing = ['a', 'br', 'code', 'del', 'em', 'img', 'span', 'strong', 'sup']
const flow = ['blockquote', 'div', 'figcaption', 'figure', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'ul']
const tables = ['caption', 'table', 'tbody', 'td', 'th', 'thead', 'tr']

/**
 * What the text of a part may consist of. The handlers make nothing else; this is the second lock, and it holds
 * whatever a handler or a plugin before it does. No element that can run, load, submit or style; no style attribute;
 * addresses of web, mail and the dossier itself only.
 */
export const schema: Schema = {
  tagNames: [...phrasing, ...flow, ...tables],
  attributes: {
    '*': ['id', 'lang', 'dir', 'className'],
    a: ['href', 'rel', 'role', 'ariaLabel', 'dataN'],
    div: [['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: [['scope', 'col', 'colgroup'], 'colSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  ancestors: {},
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}
