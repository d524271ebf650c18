import { inColumns } from './columns.ts'
import { letter, mail } from './letters.ts'
import { onPages, type PageStyle } from './pages.ts'
import { article, figures, policyPaper, questionsAndAnswers, statement, verse } from './papers.ts'
import type { Random } from './random.ts'
import { bulletin, chronology, factBox, interview, minutes, statute } from './records.ts'
import type { Captured, Text } from './text.ts'
import { copied, type Frame } from './web.ts'

/** How a text of some kind comes to be captured in some way. */
export interface Recipe {
  readonly seed: number
  readonly make: (random: Random) => Text
  readonly capture: (text: Text) => Captured
  /** The way of capturing, for `meta.json`. */
  readonly look: 'pages' | 'columns' | 'plain' | 'spaced' | 'web'
}

const page: PageStyle = { width: 78, length: 40, head: '', divides: true, notes: 'feet', numbers: true, feeds: true }
const plain: PageStyle = {
  ...page,
  width: 72,
  length: 100_000,
  divides: false,
  numbers: false,
  feeds: false,
  notes: 'end',
}

const bare: Frame = { above: [], below: [] }
const frame: Frame = {
  above: ['Home', 'News', 'Opinion', 'Archive', 'Subscribe', 'Share', 'Print'],
  below: [
    'Related',
    'The smell of tar',
    'Letters to the harbour',
    'Comments (3)',
    'Log in to comment',
    'Privacy',
    'Contact',
    '© The Coast Courier',
  ],
}

const paged = (style: Partial<PageStyle>) => (text: Text) => onPages(text, { ...page, ...style })
const flowing = (style: Partial<PageStyle>) => (text: Text) => onPages(text, { ...plain, ...style })
const web = (around: Frame) => (text: Text) => copied(text, around)

/** Every capture by its name. */
export const recipes: Readonly<Record<string, Recipe>> = {
  'article-endnotes': {
    seed: 11,
    make: article,
    look: 'pages',
    capture: paged({ notes: 'end', head: 'The Coast Review' }),
  },
  'article-web': { seed: 12, make: article, look: 'web', capture: web(frame) },
  'bulletin-layout': { seed: 13, make: bulletin, look: 'pages', capture: paged({ divides: false }) },
  'chronology-plain': { seed: 14, make: chronology, look: 'plain', capture: flowing({}) },
  'factbox-web': { seed: 15, make: factBox, look: 'web', capture: web(bare) },
  'faq-web': { seed: 16, make: questionsAndAnswers, look: 'web', capture: web(frame) },
  'figures-pages': { seed: 17, make: figures, look: 'pages', capture: paged({ head: 'Weights and Heights' }) },
  'figures-plain': { seed: 18, make: figures, look: 'plain', capture: flowing({ width: 66 }) },
  'interview-pages': { seed: 19, make: interview, look: 'pages', capture: paged({ length: 30 }) },
  'interview-web': { seed: 20, make: interview, look: 'web', capture: web(bare) },
  'letter-plain': { seed: 21, make: letter, look: 'plain', capture: flowing({}) },
  'mail-plain': { seed: 22, make: mail, look: 'plain', capture: flowing({}) },
  'minutes-pages': {
    seed: 23,
    make: minutes,
    look: 'pages',
    capture: paged({ length: 32, head: 'Quay Board, Minutes 1927' }),
  },
  'minutes-plain': { seed: 24, make: minutes, look: 'plain', capture: flowing({}) },
  'policypaper-columns': {
    seed: 25,
    make: withoutNotes(policyPaper),
    look: 'columns',
    capture: (text) => inColumns(text, { width: 46, length: 44, divides: true }),
  },
  'policypaper-pages': { seed: 26, make: policyPaper, look: 'pages', capture: paged({ head: 'Harbour Papers 7' }) },
  'policypaper-plain': { seed: 27, make: policyPaper, look: 'plain', capture: flowing({}) },
  'statement-spaced': {
    seed: 28,
    make: statement,
    look: 'spaced',
    capture: paged({ spacing: 1, width: 62, divides: false }),
  },
  'statement-web': { seed: 29, make: statement, look: 'web', capture: web(frame) },
  'statute-pages': {
    seed: 30,
    make: statute,
    look: 'pages',
    capture: paged({ length: 36, head: 'Ferries and Fords' }),
  },
  'statute-plain': { seed: 31, make: statute, look: 'plain', capture: flowing({}) },
  'verse-plain': { seed: 32, make: verse, look: 'plain', capture: flowing({}) },
}

function withoutNotes(make: (random: Random) => Text): (random: Random) => Text {
  return (random) => {
    const text = make(random)
    const blocks = text.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: block.text.replace(/\[\^\d+\]/g, '') } : block,
    )
    return { ...text, blocks, notes: [] }
  }
}
