import { pick, type Random, whole } from './random.ts'
import { tellerFrom } from './sentences.ts'
import { type Block, heading, lines, paragraph, type Text } from './text.ts'

/* Texts that put on record: minutes, statutes, chronologies, interviews, bulletins. */

/** Minutes of a meeting. */
export function minutes(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Minutes of the Quay Board'
  const items = [
    'Opening',
    'Repairs to the scales',
    'Lamp oil for the winter',
    'Letters received',
    'Any other business',
  ]
  const blocks = items.flatMap((item, at): Block[] => [
    heading(2, `${at + 1}. ${item}`),
    ...Array.from({ length: whole(random, 1, 3) }, () => paragraph(teller.prose(2))),
    paragraph(pick(random, ['Agreed.', 'Deferred to the next meeting.', 'Noted without a vote.'])),
  ])
  const attendance = lines(
    'Date: 14 October 1927',
    'Place: Harnside, the old net loft',
    'Chair: Wilma Thatch',
    'Present: Aron Lisle, Petra Quill, Jonas Hallam',
  )
  return { kind: 'minutes', metadata: { title }, blocks: [heading(1, title), attendance, ...blocks], notes: [] }
}

/** A statute with sections and lettered paragraphs. */
export function statute(random: Random): Text {
  const title = 'Ferries and Fords Ordinance'
  const parts = [
    ['Part I: General', ['Short title', 'Meaning of words', 'Duty to carry']],
    ['Part II: Charges', ['Who may set a charge', 'Goods that go free', 'Penalties']],
  ] as const
  let number = 0
  const rule = () => {
    const subjects = ['A ferryman', 'The Quay Board', 'Any person', 'An owner of cattle', 'The keeper of a ford']
    const duties = [
      'shall not refuse passage to',
      'may, by notice on the church door, exempt',
      'shall keep a written account of',
      'is liable for the loss of',
    ]
    const objects = [
      'goods that are fit to be carried',
      'a traveller who has paid the charge',
      'beasts that are led on a rope',
      'any vessel that lies across the landing',
    ]
    return `${pick(random, subjects)} ${pick(random, duties)} ${pick(random, objects)}, unless section ${whole(random, 1, 6)} says otherwise.`
  }
  const blocks = parts.flatMap(([part, sections]): Block[] => [
    heading(2, part),
    ...sections.flatMap((section): Block[] => {
      number++
      return [
        heading(3, `${number} ${section}`),
        paragraph(`(1) ${rule()}`),
        paragraph(`(2) ${rule()}`),
        paragraph(`(a) where the river is in flood; or`),
        paragraph(`(b) where ice has been reported on ${whole(random, 2, 9)} days.`),
      ]
    }),
  ])
  return { kind: 'statute', metadata: { title }, blocks: [heading(1, title), ...blocks], notes: [] }
}

/** A chronology: each entry begins with its day. */
export function chronology(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'The Pier, Year by Year'
  const months = ['3 February', '19 May', '7 September', '30 November']
  const entries = Array.from({ length: 14 }, (_, at) =>
    paragraph(`${months[at % 4]} ${1903 + Math.floor(at / 2)}: ${teller.prose(whole(random, 1, 2))}`),
  )
  return {
    kind: 'chronology',
    metadata: { title },
    blocks: [heading(1, title), paragraph(teller.prose(2)), ...entries],
    notes: [],
  }
}

/** An interview: questions and answers by the same two people. */
export function interview(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'The Last Lamp Keeper'
  const questions = [
    'How did you come to the light?',
    'And in winter?',
    'Was there no telephone?',
    'What do you miss?',
    'Did anybody ever thank you?',
    'Who has the key today?',
  ]
  const blocks = questions.flatMap((question) => [
    paragraph(`Reporter: ${question}`),
    paragraph(`Renn: ${teller.prose(whole(random, 1, 3))}`),
  ])
  return {
    kind: 'interview',
    metadata: { title },
    blocks: [heading(1, title), paragraph(teller.prose(2)), ...blocks],
    notes: [],
  }
}

/** A statistical bulletin with two tables. */
export function bulletin(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Landings in the Third Quarter'
  const table = (caption: string): Block => ({
    ...{ kind: 'table', caption },
    rows: [
      ['Harbour', '1926', '1927', 'Change'],
      ...['Aldmoor', 'Corrin Bay', 'Estholm', 'Gellinport', 'Harnside'].map((harbour) => [
        harbour,
        ...[whole(random, 1_000, 9_900), whole(random, 1_000, 9_900)].map((figure) => figure.toLocaleString('en-GB')),
        `${whole(random, 1, 30)}.${whole(random, 0, 9)}`,
      ]),
    ],
  })
  return {
    ...{ kind: 'bulletin', metadata: { title }, notes: [] },
    blocks: [
      ...[heading(1, title), paragraph(teller.prose(3)), heading(2, 'Herring and cod'), paragraph(teller.prose(2))],
      ...[
        table('Table 1: Herring, in barrels'),
        paragraph(teller.prose(3)),
        heading(2, 'Other fish'),
        paragraph(teller.prose(2)),
      ],
      ...[table('Table 2: Other fish, in crates'), paragraph(teller.prose(2))],
    ],
  }
}

/** A fact box: labels and values, then some words. */
export function factBox(random: Random): Text {
  const teller = tellerFrom(random)
  const title = 'Harnside in Figures'
  const facts = lines(
    ...[
      `Population: ${whole(random, 1_000, 9_000).toLocaleString('en-GB')}`,
      `Founded: ${whole(random, 1400, 1700)}`,
      `Boats: ${whole(random, 20, 90)}`,
    ],
    ...[
      `Highest point: ${whole(random, 30, 210)} m`,
      'Market day: Thursday',
      `Ferries a week: ${whole(random, 2, 14)}`,
    ],
  )
  return {
    kind: 'factbox',
    metadata: { title },
    blocks: [heading(1, title), facts, paragraph(teller.prose(3)), paragraph(teller.prose(2))],
    notes: [],
  }
}
