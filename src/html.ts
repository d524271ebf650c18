/* The door `dossierpress/html`: the writer of the HTML dossier. */
export { type HtmlOptions, toHtml } from './html/html.ts'
export { type WebFont, type WebFontLibrary, webFontLibrary } from './read/web-fonts.ts'
