/** How a line of the test of notes begins in markdown, and what Typst has in its place. */
const starts: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^## /, (text) => `== ${text}`],
  [/^# /, (text) => `= ${text}`],
  [/^> /, (text) => `#quote(block: true)[${text}]`],
  [/^- /, (text) => `- ${text}`],
]

const preamble = `#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "DejaVu Serif", size: 10pt, lang: "en")
#set par(justify: true)
#show footnote.entry: set text(size: 8pt)
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
`

/** The test of 881 notes as Typst has it. It is plain: headings, paragraphs, items, quotations and notes of one line each. */
export function notesInTypst(markdown: string): string {
  const body = markdown.replace(/^---\n.*?\n---\n/s, '')
  const notes = new Map(
    Array.from(body.matchAll(/^\[\^(\w+)\]: (.*)$/gm), ([, label = '', text = '']) => [label, text]),
  )
  const lines = body
    .split('\n')
    .filter((line) => !/^\[\^\w+\]:/.test(line))
    .map((line) => {
      const withNotes = (text: string) => text.replace(/\[\^(\w+)\]/g, (_, label) => `#footnote[${notes.get(label)}]`)
      const start = starts.find(([pattern]) => pattern.test(line))
      return start ? start[1](withNotes(line.replace(start[0], ''))) : withNotes(line)
    })
  return preamble + lines.join('\n')
}
