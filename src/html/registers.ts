import type { ElementContent, RootContent } from 'hast'
import { h } from 'hastscript'
import type { RegisterEntry } from '../link/resolved.ts'
import type { PageContext } from './context.ts'
import { openAddress } from './markup.ts'
import { fillTemplate } from './template.ts'

/** The registers: what is missing, doubtful or taken out, each a table with place, matter, reason and rule. */
export function registers(context: PageContext): RootContent[] {
  const { labels, templates, document } = context
  const tables = Object.fromEntries(
    Object.entries(document.registers).map(([name, entries]) => [name, registerTable(context, name, entries)]),
  )
  const isEmpty = Object.values(tables).every((table) => table.length === 0)
  const empty = isEmpty ? [h('p', labels.text('registersEmpty'))] : []
  return fillTemplate(templates.pages['registers.html'], { ...tables, empty }, labels)
}

function registerTable(context: PageContext, name: string, entries: readonly RegisterEntry[]): ElementContent[] {
  if (entries.length === 0) return []
  const { labels } = context
  const head = (['place', 'what', 'why', 'rule'] as const).map((label) => h('th', { scope: 'col' }, labels.text(label)))
  const rows = entries.map((entry) => registerRow(context, entry))
  return [
    h('div.table', { role: 'group', tabIndex: 0, ariaLabelledBy: [headingOf(name)] }, [
      h('table.register', [h('thead', [h('tr', head)]), h('tbody', rows)]),
    ]),
  ]
}

/** The registers' names as they stand in the ids of `registers.html`. */
function headingOf(name: string): string {
  return `dossier:${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function registerRow(context: PageContext, entry: RegisterEntry) {
  return h('tr', [
    h('td.place', place(context, entry)),
    h('td.what', entry.what),
    h('td', entry.why),
    h('td', [h('code', entry.rule)]),
  ])
}

function place(context: PageContext, entry: RegisterEntry): (ElementContent | string)[] {
  const { document, labels } = context
  const part = document.targets.get(entry.part)
  const target = entry.target === undefined ? undefined : document.targets.get(entry.target)
  const name = target && target.kind !== 'section' ? target.number : part ? labels.text('part', { n: part.number }) : ''
  const id = target?.id ?? part?.id
  const line = labels.text('line', { n: labels.number(entry.line) })
  return [id === undefined ? h('span', name) : h('a', { href: openAddress(id) }, name), ', ', h('span.line', line)]
}
