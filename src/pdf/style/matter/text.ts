import type { TextRole } from '../../../template/theme.ts'
import type { MatterContext } from '../context.ts'
import type { StyledRun, TextItem } from '../item.ts'
import { type Role, type Tag, tagUnder } from '../tag.ts'

/** Where a text stands, and what differs from a plain paragraph at the left edge. */
export interface TextOptions {
  /** Its tag, and the one that it stands under. */
  readonly tag: Role
  readonly parent: Tag
  readonly before?: number
  readonly after?: number
  readonly keep?: number
  readonly anchors?: readonly string[]
  readonly left?: number
  readonly right?: number
}

/** Kinds of text whose lines are about as long as each other. */
const displayRoles: ReadonlySet<TextRole> = new Set<TextRole>(['title', 'subtitle', 'part', 'section'])

/** A paragraph or heading of the dossier's own words. */
export function textItem(
  context: MatterContext,
  role: TextRole,
  content: string | ((tag: Tag) => readonly StyledRun[]),
  options: TextOptions,
): TextItem {
  const { style, leading } = context.sheet.role(role, context.language)
  const tag = tagUnder(options.parent, options.tag)
  return {
    kind: 'text',
    runs: typeof content === 'string' ? [{ text: content, style }] : content(tag),
    tag,
    align: 'start',
    hyphenate: false,
    indent: 0,
    left: options.left ?? 0,
    right: options.right ?? 0,
    size: style.size,
    leading,
    before: options.before ?? 0,
    after: options.after ?? 0,
    anchors: options.anchors ?? [],
    beside: [],
    keep: options.keep ?? 0,
    ...(displayRoles.has(role) ? { balanced: true } : {}),
  }
}

/** A text, or as many of its first words as have no more than `most` UTF-16 code units, with an ellipsis. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.lastIndexOf(' ', most)
  return `${text.slice(0, end > 0 ? end : most).replace(/[\p{P}\s]+$/u, '')}…`
}
