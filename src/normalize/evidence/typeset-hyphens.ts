import type { Root } from 'mdast'
import { linesOf } from '../../captured/lines.ts'

const softHyphen = '\u00AD'
const hyphen = '\u2010'

/** The hyphens that stand at line ends only, so that a typesetter must have put them there; a soft hyphen is always one. */
export function typesetHyphensIn(tree: Root): ReadonlySet<string> {
  let ends = 0
  let within = 0
  for (const { value } of linesOf(tree)) {
    const at = value.indexOf(hyphen)
    if (at < 0) continue
    if (at === value.length - 1) ends++
    else within++
  }
  return new Set(ends > within ? [softHyphen, hyphen] : [softHyphen])
}
