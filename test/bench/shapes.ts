/*
 * Texts that no person wrote, for the bench: each is one thing only, over and over, so that whatever takes more than
 * linear time in it shows. Their sentences differ, because equal ones would be taken for running heads.
 */

const words =
  'the harbour board raised its dues for timber and left those on coal as they were because nobody had asked'.split(' ')

/** A line of fourteen words without a full stop; another one for each number. */
function sentence(at: number): string {
  return Array.from({ length: 14 }, (_, nth) => words[(at * 7 + nth * 5 + (at % 3)) % words.length]).join(' ')
}

function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
}

function counted(piece: (at: number) => string): (size: number) => string {
  return (size) => {
    const pieces: string[] = []
    let length = 0
    for (let at = 1; length < size; at++) {
      const next = piece(at)
      pieces.push(next)
      length += next.length
    }
    return pieces.join('').slice(0, size)
  }
}

/** Numbered sentences, and a note for each in a list at the end. */
function notes(size: number): string {
  const count = Math.floor(size / 200)
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const body = numbers.map((at) => `${sentence(at)}.${at}\n\n`)
  return `${body.join('')}Notes\n\n${numbers.map((at) => `${at}. See ${sentence(at)}, p. ${at}.\n`).join('')}`
}

/** Each text by its name: takes a size in characters and gives a text of about that size. */
export const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one paragraph': counted((at) => `${sentence(at)}${at % 9 ? '' : '.'}\n`),
  'one line': counted((at) => `${sentence(at)}. `),
  'long lines': counted((at) => `${Array.from({ length: 100 }, (_, nth) => sentence(at + nth)).join('. ')}.\n\n`),
  digits: repeated('7'),
  'lines of digits': repeated('1234567890123456789012345678901234567890\n'),
  dots: repeated('.'),
  'open brackets': repeated('['),
  'nested brackets': (size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'numbers in brackets': counted((at) => `[${at}]`),
  hyphens: repeated('-'),
  'split words': repeated('an exam-\nple of a word that is div-\nided at the end of its line\n'),
  spaces: repeated(' '),
  'no-break spaces': repeated('word\u00A0word '),
  'list markers': counted((at) => `${at}. item of the list\n`),
  'nested items': counted((at) => `${' '.repeat((at % 30) * 2)}- item of the list\n`),
  tables: counted((at) =>
    at % 40 ? `Row ${at}      ${at * 3}      ${at * 7}      ${at % 11}\n` : `\nTable ${at / 40}: Dues of the year\n\n`,
  ),
  notes,
  'notes at feet': counted(
    (at) =>
      `${sentence(at)}.${at}\n${sentence(at + 1)}.\n\n${at} See the yearbook of ${1900 + (at % 100)}, p. ${at}.\n\f`,
  ),
  headings: counted((at) => `Section ${at}\n\n${sentence(at)} ${sentence(at + 1)} ${sentence(at + 3)}.\n\n`),
  pages: counted((at) => `Dues of the harbour\n${sentence(at)}\n${sentence(at + 1)}\n${at}\n\f`),
  markup: repeated('*_`~<&|\\#> '),
  'blank lines': repeated('\n'),
  'letters between carriage returns': repeated('a\r'),
  'form feeds': repeated('\f'),
  'quotation marks': repeated('"'),
  'lines of quotation marks': repeated('" \u201C \u00BB\n'),
  'lines of asterisks': repeated('*\n'),
  'page numbers': counted((at) => `${at}\n\f`),
  'lines of numbers in brackets': counted((at) => `[${at % 100}]\n`),
  'the same sentence': repeated(`${sentence(1)}.\n`),
  'the same paragraph': repeated(`${sentence(1)}.\n\n`),
  'alternating indent': counted((at) => `${at % 2 ? '' : '        '}${sentence(at)}\n`),
  'deep numbers': counted((at) => `${Array.from({ length: 1 + (at % 12) }, (_, nth) => nth + 1).join('.')}. a\n`),
  'short words': counted((at) => `${words[at % words.length]}\n`),
  'short figures': counted((at) => `${at % 4 ? (at * 37) % 9973 : `Row ${at}`}\n`),
  'rows with single spaces': counted((at) => `Row ${at} ${at * 3} ${at * 7} ${at % 11}\n`),
  'cells under captions': counted((at) =>
    at % 40 ? `cell of ${at}\n\n${at * 7}\n\n` : `Table ${at / 40}: Dues of the year\n`,
  ),
  captions: counted((at) => `Table ${at}: Dues of the year\n`),
  'rows with tabs': counted((at) => `Row\t${at}\t${at * 7}\n`),
  'rows with bars': counted((at) => `| row ${at} | ${at * 7} |\n`),
  rulings: repeated('-----  -----  -----\n'),
}
