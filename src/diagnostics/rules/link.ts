import type { Rule } from '../rule.ts'

export const linkRules = {
  'link:reference-target-resolves': {
    severity: 'warning',
    summary: 'What a text refers to is in the dossier',
    help: 'The text names an annex, a figure, a section or another place that its captured source does not have. The words stay as they are, without a link, and are listed in the register of unresolved references. Check whether the capture lost the place, or capture the source again.',
  },
  'link:note-has-text': {
    severity: 'warning',
    summary: 'The text of every note is in the captured source',
    help: 'A call in the text leads to a note whose text the capture lost. The note says so in both outputs. You can supply the text by hand in dossier.yaml, under "notes" of the source.',
  },
  'link:note-has-call': {
    severity: 'warning',
    summary: 'Every note is called in the text',
    help: 'The captured source has a note that no call in its text leads to, usually because the capture lost the small raised figures. The note is kept after the others and listed in the register.',
  },
  'link:figure-has-image': {
    severity: 'warning',
    summary: 'The image of every figure is in the dossier',
    help: 'The captured text has a caption, a credit or an annex whose picture is missing. Both outputs print a placeholder. You can supply the image in dossier.yaml, under "images" of the source, with its text alternative.',
  },
  'link:image-has-figure': {
    severity: 'warning',
    summary: 'Every image that the manifest supplies belongs to a figure',
    help: 'dossier.yaml names an image for a figure or an annex that the text does not have, so the image is left out. Give the label as the text has it ("Annex 1"), or the number of the figure in order.',
  },
  'link:link-has-address': {
    severity: 'warning',
    summary: 'Words that were a link have their address',
    help: 'Words such as "click here" were a link where the text was captured, and its address was lost. They stay as they are and are listed in the register of dead links.',
  },
} as const satisfies Record<string, Rule>
