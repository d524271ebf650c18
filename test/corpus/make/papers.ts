import { type Random, whole } from './random.ts'
import { type Teller, tellerFrom } from './sentences.ts'
import { type Block, heading, lines, paragraph, type Text } from './text.ts'

/* Texts that argue: papers, statements, articles. */

/** Some paragraphs, some of which call a note. */
interface Section {
  readonly title: string
  readonly paragraphs: number
}

/** A policy paper with numbered sections and notes. */
export function policyPaper(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Ferries, Pumps and Patience: What the Coast Can Afford'
  const sections = [
    { title: '1 What was promised', paragraphs: 4 },
    { title: '2 What it cost', paragraphs: 5 },
    { title: '2.1 Who paid', paragraphs: 3 },
    { title: '3 What could be done', paragraphs: 4 },
  ]
  const { blocks, notes } = sectionsWithNotes(teller, sections, 14)
  return { kind: 'policypaper', metadata: { title }, blocks: [heading(1, title), ...blocks], notes }
}

/** An article with few headings and a list of notes at its end. */
export function article(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'A Bridge with One Bank'
  const sections = [
    { title: 'How it began', paragraphs: 4 },
    { title: 'Who was asked', paragraphs: 4 },
  ]
  const { blocks, notes } = sectionsWithNotes(teller, sections, 6)
  return {
    kind: 'article',
    metadata: { title },
    blocks: [heading(1, title), paragraph(teller.prose(3)), ...blocks],
    notes,
  }
}

function sectionsWithNotes(teller: Teller, sections: readonly Section[], most: number) {
  const notes: string[] = []
  const blocks = sections.flatMap((section): Block[] => [
    heading(/^\d+\.\d/.test(section.title) ? 3 : 2, section.title),
    ...Array.from({ length: section.paragraphs }, (_, at) => {
      const sentences = teller.sentences(3 + (at % 3))
      return paragraph(
        sentences
          .map((text, nth) => (nth % 2 === 0 && notes.length < most ? withNote(text, notes, teller) : text))
          .join(' '),
      )
    }),
  ])
  return { blocks, notes }
}

function withNote(sentence: string, notes: string[], teller: Teller): string {
  const forms = [
    '{person}, Let·ters from {place}, {year}, let·ter {small}.',
    'See the min·utes of {office} for {month} {year}, where the sum is given with·out the freight.',
    'Ibid., p. {small}.',
    '{person} and {person}, “On {matter}”, Pro·ceed·ings of the So·ci·ety at {place} {small} ({year}), pp. 31–48.',
  ]
  notes.push(teller.fill(forms[notes.length % forms.length] as string))
  return `${sentence}[^${notes.length}]`
}

/** A statement read out somewhere: paragraphs, nothing else. */
export function statement(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Statement on the Closing of the Pier'
  const paragraphs = Array.from({ length: 7 }, (_, at) => paragraph(teller.prose(3 + (at % 2))))
  return { kind: 'statement', metadata: { title }, blocks: [heading(1, title), ...paragraphs], notes: [] }
}

/** An essay without a note, full of numbers that could be taken for calls. */
export function figures(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Weights, Heights and Other Certainties'
  const forms = [
    'Wall {small} is {share} metres high, wall 12 is 3.9 and leans.',
    'The scale reads 4,194.68 at low water and 4,201.7 at high water, which no one has ex·plained.',
    'On route 7 the cart takes 2 hours 40 min·utes; on route 11, which is shorter, it takes 3 hours.',
    'Type B12 lamps burn 0.8 litres a night, type C3 lamps 1.1 litres.',
    'The score stood at 3 to 2 when the fog came, and at 3 to 2 when it left.',
    'Box {small} holds the let·ters of {year}, box 9 those that were nev·er sent.',
    'Of {count} ropes, 17 broke at once, 6 in the first hour and 2 af·ter a week.',
    'Grade 4 slate costs {money} crowns, grade 2 half as much, grade 1 noth·ing.',
  ]
  const paragraphs = Array.from({ length: 10 }, (_, at) => {
    const own = [0, 3, 5].map((step) => teller.fill(forms[(at + step) % forms.length] as string))
    return paragraph([...own, ...teller.sentences(2)].join(' '))
  })
  return { kind: 'figures', metadata: { title }, blocks: [heading(1, title), ...paragraphs], notes: [] }
}

/** Questions and answers. */
export function questionsAndAnswers(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Ten Questions about the New Ferry'
  const questions = [
    'When will the ferry sail?',
    'What does a crossing cost?',
    'May I bring a horse?',
    'Who decides when there is fog?',
    'Where do I complain?',
    'Why is there no pier on the other side?',
    'What became of the old ferry?',
  ]
  const blocks = questions.flatMap((question) => [heading(2, question), paragraph(teller.prose(whole(random, 2, 4)))])
  return {
    kind: 'faq',
    metadata: { title },
    blocks: [heading(1, title), paragraph(teller.prose(2)), ...blocks],
    notes: [],
  }
}

/** A poem. */
export function verse(): Text {
  const title = 'The Ferryman Counts'
  const stanzas = [
    [
      'One for the rope and one for the oar,',
      'one for the child who waits on the shore,',
      'one for the fog that nobody sees',
      'and one for the salt in the trees.',
    ],
    [
      'Two for the lamp that burns in the day,',
      'two for the priest who has nothing to say,',
      'two for the horse that will not come aboard',
      'and two for the widow of Ford.',
    ],
    [
      'Three for the ice and three for the thaw,',
      'three for the clerk who remembers the law,',
      'three for the bell that is deaf in the cold',
      'and three for the tales that are told.',
    ],
    [
      'None for the bridge that they promised to send,',
      'none for the stone at the low river bend,',
      'none for the map with its line of bright red,',
      'and none for the drowned in their bed.',
    ],
  ]
  return {
    ...{ kind: 'verse', metadata: { title }, notes: [] },
    blocks: [heading(1, title), ...stanzas.map((stanza) => lines(...stanza))],
  }
}
