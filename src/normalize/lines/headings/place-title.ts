import type { Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { isSure } from '../../../captured/doubt.ts'
import { endOf, headingOf, lineAt, startOf } from '../../../captured/lines.ts'
import { type EditRequest, record } from '../../../captured/record.ts'
import type { Metadata } from '../../../captured/source.ts'
import { kindsOfText } from '../../../language/words/title.ts'
import type { Title } from './head-matter.ts'

/** Puts the heading in the place of the headline's lines. */
export function placeTitle(tree: Root, file: VFile, title: Title): Metadata {
  const publisher = publisherBefore(file, title)
  const cut = publisher === undefined ? undefined : publisherEdit(title, publisher)
  const isCut = cut !== undefined && isSure(file, cut)
  const heading = headingOf(file, isCut ? cutPublisher(file, title, cut) : title, 1)
  const gone = new Set<RootContent>(title)
  const at = tree.children.findIndex((node) => gone.has(node))
  tree.children = tree.children.filter((node) => !gone.has(node))
  tree.children.splice(at, 0, heading)
  const text = heading.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return isCut && publisher ? { title: text, publisher } : { title: text }
}

/** "Name: Headline", where the text never speaks of the name and what follows is a headline by itself. */
function publisherBefore(file: VFile, title: Title): string | undefined {
  const text = title.map((line) => line.value).join(' ')
  const parts = /^(\p{Lu}[\p{L}\p{N}.-]{2,30}): (?=["'“‘«„]?\p{Lu})(.*)$/u.exec(text)
  const [, name, rest] = parts ?? []
  if (!name || !rest || rest.split(' ').length < 6 || kindsOfText.has(name.toLowerCase())) return undefined
  const whole = String(file.value).toLowerCase()
  return whole.indexOf(name.toLowerCase()) === whole.lastIndexOf(name.toLowerCase()) ? name : undefined
}

function publisherEdit(title: Title, name: string): EditRequest {
  const start = title[0] ? startOf(title[0]) : 0
  const evidence = 'a name before the headline that the text never speaks of: publisher of the source'
  return {
    rule: 'normalize:source-line-is-metadata',
    start,
    end: start + name.length + 2,
    after: '',
    evidence,
    confidence: 0.8,
  }
}

/** The headline's lines without the publisher's name. */
function cutPublisher(file: VFile, title: Title, cut: EditRequest): Title {
  record(file, cut)
  return title.map((line, at) => (at > 0 ? line : lineAt(file, line, cut.end, endOf(line))))
}
