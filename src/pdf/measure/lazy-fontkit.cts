import type * as Fontkit from 'fontkit'

/**
 * In place of fontkit: the bundled command has this module instead (`npm run bundle`), and loads fontkit when it opens its
 * first font. Most dossiers have no text that takes more than `simple-shaper.ts`.
 */
const create: typeof Fontkit.create = (buffer, name) => {
  const fontkit: typeof Fontkit = require('fontkit')
  return fontkit.create(buffer, name)
}

module.exports = { create }
