import type { Rule } from '../rule.ts'

export const outputRules = {
  // Templates: theme, labels, pages. Both writers read them.
  'template:file-is-readable': {
    severity: 'error',
    summary: 'A template file has the format of its kind',
    help: 'Labels and theme are JSON objects, pages are HTML. The message says where reading stopped; the built-in file is used in its place.',
  },
  'template:label-is-known': {
    severity: 'error',
    summary: 'A label has a known name and the right kind of value',
    help: 'The names are those of `templates/labels.en.json`. Most labels are strings; those that begin with `count` are objects of plural forms.',
  },
  'template:slot-is-known': {
    severity: 'error',
    summary: 'A slot of a page template has a known name',
    help: 'A slot is an element with `data-slot="contents"`, or a name in braces in an attribute or in text. The message lists the names that the template can use.',
  },
  'template:slot-is-used': {
    severity: 'error',
    summary: 'A page template has every slot that holds text of the dossier',
    help: 'Without this slot a part of the dossier would be left out. It is put at the end of the page until the template has the slot.',
  },
  'template:theme-is-known': {
    severity: 'error',
    summary: 'A theme that is named exists',
    help: 'Themes are the files of `templates/themes/`: briefing, book and large-print, and those of your own templates folder. The dossier is built with the default theme.',
  },
  'template:token-is-valid': {
    severity: 'error',
    summary: 'A token of the theme has a known name and a valid value',
    help: 'The tokens are those of `templates/themes/briefing.json`; a theme names the theme that it extends and gives what differs. The theme that it extends is used as it is until the token is mended.',
  },
  // HTML.
  'html:address-is-safe': {
    severity: 'warning',
    summary: 'A link leads to a web or mail address',
    help: 'Addresses such as `javascript:` or `data:` are never written as links. The words of the link stay, and the address stays in the markdown.',
  },
  'html:image-is-supplied': {
    severity: 'warning',
    summary: 'An image of a source is among the images of the dossier',
    help: 'The dossier loads nothing from other places. Add the image under `images` of its source; until then its text alternative and address are printed.',
  },
  // PDF.
  'pdf:glyph-is-in-font': {
    severity: 'warning',
    summary: 'Every character has a glyph in one of the fonts of its style',
    help: 'None of the fonts that the theme lists has the character, so the PDF shows an empty box in its place. Add a font that has it to the end of `fonts.text.families` in `templates/theme.json`: a family, or the path of a .ttf or .otf file in the templates folder.',
  },
  'pdf:layout-converges': {
    severity: 'warning',
    summary: 'Page numbers settle within five rounds of layout',
    help: 'A page number printed in the text changes the length of its line, which can change the page that it names. The message names the anchor whose number would not hold; its number may be wrong by one.',
  },
  'pdf:block-fits-page': {
    severity: 'warning',
    summary: 'No line, picture or table row is higher than a page',
    help: 'What is higher than a page runs over its foot. Choose a larger paper, a smaller type, or a smaller picture.',
  },
} as const satisfies Record<string, Rule>
