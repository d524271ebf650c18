import type { Data, Processor } from 'unified'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Constructs = NonNullable<Extension['text']>
type Construct = Extract<NonNullable<Constructs[string]>, { readonly tokenize: unknown }>

/** Where in a text the parser has to try for what is rare. */
interface Places {
  /** Offsets at which an address may begin. */
  readonly addresses: ReadonlySet<number>
  /** Numbers of the lines that may be a table's. */
  readonly tables: ReadonlySet<number>
}

const addresses = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

/**
 * GFM tries for an address at the start of each word, and for a table on the first line of each paragraph, which it
 * reads to its end and then once more. Lets it try where there is a sign of one: a quarter of the time of parsing.
 */
export function sparingAttempts(this: Processor): void {
  const data = this.data()
  let places: Places = { addresses: new Set(), tables: new Set() }

  const withAddresses = (construct: Construct): Construct => ({
    ...construct,
    previous(code) {
      return (construct.previous?.call(this, code) ?? true) && places.addresses.has(this.now().offset)
    },
  })
  const withTables = (construct: Construct): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      return places.tables.has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok
    },
  })
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    ...(extension.text && { text: replaced(extension.text, (name) => addresses.has(name), withAddresses) }),
    ...(extension.flow && { flow: replaced(extension.flow, (name) => name === 'table', withTables) }),
  }))
  const { parser } = this
  if (!parser) return
  this.parser = (document, file) => {
    // The parser drops a byte order mark, and counts without it.
    const text = document.replace(/^\ufeff/, '')
    places = { addresses: addressesIn(text), tables: tableLinesIn(text) }
    return parser(document, file)
  }
}

/** The constructs with some of them, by name, in another form: the same for all characters that it begins with. */
function replaced(
  constructs: Constructs,
  isMeant: (name: string) => boolean,
  change: (construct: Construct) => Construct,
): Constructs {
  const known = new Map<Construct, Construct>()
  const changed = (construct: Construct): Construct => {
    if (!isMeant(construct.name ?? '')) return construct
    const other = known.get(construct) ?? change(construct)
    known.set(construct, other)
    return other
  }
  return Object.fromEntries(
    Object.entries(constructs).map(([code, list]) => [
      code,
      Array.isArray(list) ? list.map(changed) : list && changed(list),
    ]),
  )
}

/** The first character of what stands before an "@", of "www." and of a scheme. */
const address = /(?<![\w.+-])(?=[\w.+-]+@)|www\.|https?:\/\//gi

function addressesIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(address), ({ index }) => index))
}

/** A row of a table that says how its columns are aligned; in a quotation, too. Other rules and underlines look alike. */
const delimiterRow = /^[ \t>]*[|:-][|: \t-]*$/

/** The numbers, from 1, of all lines that no white line separates from what may be a table's delimiter row. */
function tableLinesIn(text: string): ReadonlySet<number> {
  const lines = text.split(/\r\n?|\n/)
  const found = new Set<number>()
  const isPart = (row: number) => /[^ \t]/.test(lines[row] ?? '') && !found.has(row + 1)
  for (const [row, line] of lines.entries()) {
    if (!delimiterRow.test(line) || found.has(row + 1)) continue
    for (let at = row - 1; isPart(at); at--) found.add(at + 1)
    for (let at = row; isPart(at); at++) found.add(at + 1)
  }
  return found
}
