import { pick, type Random, shuffled, whole } from './random.ts'

/*
 * What the texts are made of. Nothing in them happened anywhere. Braces are filled in, a middle dot shows where a word
 * may be divided at the end of a line.
 */

const places = ['Aldmoor', 'Brackwater', 'Corrin Bay', 'Dunmarrow', 'Estholm', 'Farrowgate', 'Gellinport', 'Harnside']
const offices = ['the Tide Office', 'the Bell Fund', 'the Moss Council', 'the Lamp Guild', 'the Quay Board']
const people = [
  'Ines Cawdrey',
  'Tobias Renn',
  'Marit Sorrel',
  'Jonas Hallam',
  'Petra Quill',
  'Aron Lisle',
  'Wilma Thatch',
]
const matters = [
  'peat cut·ting',
  'the night ferry',
  'lamp oil',
  'the tide mill',
  'the school barge',
  'slate roofs',
  'well water',
]
const months = ['January', 'March', 'April', 'June', 'August', 'October', 'November']

const templates = [
  'The coun·cil of {place} heard eleven wit·nesses on {matter} and de·cided noth·ing.',
  'Nobody in {place} had ever kept ac·counts of {matter}, so the first fig·ures date from {year}.',
  'Three of the {count} house·holds that an·swered would rather pay more than wait an·other win·ter.',
  '{person}, who kept the light at {place} for {small} years, called the plan a bridge with one bank.',
  'Be·tween {year} and {later} the charges for {matter} went up by {share} per cent, wages by half of that.',
  'It is easy to over·look how much of the work was done by chil·dren be·fore school.',
  '{office} asked for {money} crowns, was given {count}, and sent the rest of the bill to {place}.',
  'What the map shows as a road is a dry bed for nine months and a river for three.',
  'When the pumps stopped in {month} {year}, two boats brought water from {place} for {small} weeks.',
  'The re·port has a chap·ter on {matter}, but its authors never went to {place} to look.',
  'A com·mit·tee of five met twice, once in the rain, and agreed on a col·our for the gates.',
  'Older mem·bers re·mem·ber a time when {matter} needed no li·cence and no lock.',
  'Un·til {year} the quar·ter-days were kept; af·ter·wards rents fell due when {office} said so.',
  'One could ar·gue that {matter} is a small thing, and yet it emp·tied {place} in a sin·gle sum·mer.',
  '“We were told to ex·pect a let·ter,” said {person}, “and we are still ex·pect·ing it.”',
  'Of the {count} lamps that were or·dered, {small} ar·rived whole.',
  'The sur·vey·ors mea·sured the wall on a day without wind and found it up·right.',
  'There is no agree·ment about who owns the strand be·low the low-water mark.',
  'In {place}, by con·trast, {matter} was left to the par·ish and cost a third as much.',
  'Since then {office} pub·lishes its fig·ures every {month}, on one page and with·out com·ment.',
  'The har·bour freezes later than it did, which helps the fer·ries and hurts the ice-cut·ters.',
  'Most of the doc·u·ments burned in {year}; what is left fills {small} boxes at {place}.',
  '{person} added that the mea·sure had been tried be·fore, un·der an·other name and at an·other price.',
  'A cart can carry {count} turves, a boat ten times as many, and the boat needs no hay.',
  'The ten·ants’ own es·ti·mate, {money} crowns, was not read out.',
  'If the weather holds, the last roof will be fin·ished be·fore the first snow of {later}.',
  'So far the self-gov·ern·ing dis·tricts have an·swered ques·tions about {matter} with ques·tions of their own.',
  'On {day} {month} {year} a storm took the pier, the scales and the only copy of the ta·riff.',
  'Every house·hold kept a key, and every key fit·ted every door, as {person} dis·cov·ered.',
  'The price of {matter} at {place} fol·lows that of salt by about {small} weeks.',
  'None of this would mat·ter if {office} had writ·ten down what was agreed.',
  'Two vil·lages share one doc·tor, one horse and, in bad years, one stove.',
  'The new rules were pinned to the church door, where the rain read them first.',
  'Whether {matter} should be taxed by weight or by jour·ney was left open.',
  'Visitors praise the view from {place}; those who live there praise the wall that hides it.',
  'The engine was bought sec·ond-hand, with a man·ual in a lan·guage that no·body could name.',
  '{person} walked to {place} and back in {small} hours to have one word in the lease changed.',
  'At the time, {count} people were em·ployed there, and {small} of them could swim.',
  'A meet·ing that was to set·tle {matter} was put off for want of chairs.',
  'Ice, tim·ber and patience were the three things of which there was al·ways enough.',
]

/** Tells sentences about one matter after another; none comes twice. */
export interface Teller {
  /** So many sentences. */
  sentences(count: number): string[]
  /** A paragraph of so many sentences. */
  prose(count: number): string
  /** Words with their braces filled in. */
  fill(template: string): string
}

/** A teller of its own for each text. */
export function tellerFrom(random: Random): Teller {
  let rest: string[] = []
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, slot: string) => filling(random, slot))
  const sentences = (count: number) =>
    Array.from({ length: count }, () => {
      if (rest.length === 0) rest = shuffled(random, templates)
      const sentence = fill(rest.pop() as string)
      return sentence.charAt(0).toUpperCase() + sentence.slice(1)
    })
  return { sentences, fill, prose: (count) => sentences(count).join(' ') }
}

function filling(random: Random, slot: string): string {
  const number = (least: number, most: number) => whole(random, least, most).toLocaleString('en-GB')
  switch (slot) {
    case 'place':
      return pick(random, places)
    case 'office':
      return pick(random, offices)
    case 'person':
      return pick(random, people)
    case 'matter':
      return pick(random, matters)
    case 'month':
      return pick(random, months)
    case 'year':
      return String(whole(random, 1861, 1939))
    case 'later':
      return String(whole(random, 1946, 1988))
    case 'day':
    case 'small':
      return number(2, 28)
    case 'count':
      return number(31, 980)
    case 'money':
      return number(1_200, 98_000)
    case 'share':
      return `${whole(random, 3, 60)}.${whole(random, 1, 9)}`
    default:
      throw new Error(`Unknown slot ${slot}`)
  }
}
