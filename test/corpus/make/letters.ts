import type { Random } from './random.ts'
import { tellerFrom } from './sentences.ts'
import { type Block, lines, paragraph, type Text } from './text.ts'

/* Texts from one person to another. */

/** A letter with addresses, salutation and signature. */
export function letter(random: Random): Text {
  const teller = tellerFrom(random)
  const blocks = [
    lines('The Bell Fund', '4 Rope Walk', 'Dunmarrow'),
    paragraph('9 March 1931'),
    lines('Miss Petra Quill', 'Schoolhouse', 'Brackwater'),
    paragraph('Dear Miss Quill,'),
    ...Array.from({ length: 4 }, (_, at) => paragraph(teller.prose(2 + (at % 2)))),
    paragraph('Yours sincerely,'),
    lines('Jonas Hallam', 'Treasurer'),
  ]
  return { kind: 'letter', metadata: {}, blocks, notes: [] }
}

/** A mail that answers another one, which it quotes. */
export function mail(random: Random): Text {
  const teller = tellerFrom(random)
  const quotation: Block = { kind: 'quotation', paragraphs: [teller.prose(2), teller.prose(3)] }
  const blocks = [
    lines(
      'From: Marit Sorrel <sorrel@quay.example>',
      'To: Aron Lisle <lisle@quay.example>',
      'Date: 2 June 1998 09:14',
      'Subject: Re: The scales',
    ),
    paragraph('Dear Aron,'),
    ...[paragraph(teller.prose(3)), paragraph('On 1 June 1998, Aron Lisle wrote:'), quotation],
    ...[paragraph(teller.prose(2)), paragraph(teller.prose(3)), paragraph('Best wishes,')],
    lines('Marit Sorrel', 'The Quay Board', 'Tel. 0551 20 44'),
  ]
  return { kind: 'mail', metadata: {}, blocks, notes: [] }
}
