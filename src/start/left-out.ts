/*
 * pdfkit and fontkit load three things that this tool never uses: ciphers for encrypted files, a line breaker for
 * pdfkit's own `text()`, and Brotli for WOFF2 fonts. They take a tenth of a second to start. The bundled command has this
 * module in their place (`npm run bundle`); in the library they are loaded as they are.
 */

function leftOut(): never {
  throw new Error('The bundled command leaves this part of pdfkit out')
}

/** In place of `@noble/ciphers/aes`. */
export const cbc = leftOut
/** In place of `@noble/ciphers/aes`. */
export const ecb = leftOut
/** In place of `linebreak` and `brotli/decompress.js`. */
export default leftOut
