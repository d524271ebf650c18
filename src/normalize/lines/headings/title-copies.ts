import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { removeLines } from '../../../captured/lines.ts'
import { type HeadMatter, plain, type Title } from './head-matter.ts'

const rule = 'normalize:title-is-given-once'

/** Takes out the headline where it is given again, and with the lead behind it, cut short. */
export function removeCopies(tree: Root, file: VFile, { lines, below }: HeadMatter, title: Title): void {
  const headline = plain(title.map((line) => line.value).join(' '))
  const copies = lines.filter((line) => !title.includes(line) && plain(line.value) === headline)
  removeLines(tree, file, copies, { rule, evidence: 'the same headline is given again', confidence: 1 })
  const leads = lines.filter((line) => {
    const value = plain(line.value)
    if (title.includes(line) || value.length <= headline.length || !value.startsWith(headline)) return false
    const lead = value.slice(headline.length).replace(/^[\s:.–—-]+|[\s….]+$/g, '')
    return lead.length >= 20 && below.some((other) => other.startsWith(lead))
  })
  const evidence = 'headline and lead in one line; the lead is cut short and given again in full below'
  removeLines(tree, file, leads, { rule, evidence, confidence: 1 })
}
