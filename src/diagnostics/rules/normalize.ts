import type { Rule } from '../rules.ts'

export const normalizeRules = {
  // Lines and blocks.
  'normalize:lines-are-joined': {
    severity: 'info',
    summary: 'The lines of a paragraph are one line',
    help: "Captured text is often cut into lines of equal length. Lines that belong to one paragraph are joined with a space. Where a line is not joined although it should be, or the other way round, list it under `keep` in the source's overrides, or correct it by hand.",
  },
  // Notes, references, matter around the text.
  'normalize:white-space-is-plain': {
    severity: 'info',
    summary: 'White space inside text is plain spaces',
    help: 'No-break spaces, several spaces in a row and characters without width come from web pages and stretch lines. Each becomes one space or nothing. A no-break space that groups digits, or that French punctuation asks for, stays.',
  },
  'normalize:sentence-is-not-cut-by-an-address': {
    severity: 'warning',
    summary: 'No web address stands in the middle of a sentence',
    help: 'PDF readers write the addresses of links at the end of a page, so that they cut the sentence that runs on. They are taken out of the sentence and listed with the removed matter. Where it is not sure, the address stays and is reported: remove it by hand.',
  },
  'normalize:site-matter-is-left-out': {
    severity: 'warning',
    summary: 'Menus, forms and notices of a web page are not part of the text',
    help: 'Runs of menu words, "related posts", comment forms and imprints above or below the text are taken out and listed with the removed matter. A line that may be one of them, without others beside it, stays and is reported.',
  },
  'normalize:title-is-given-once': {
    severity: 'info',
    summary: 'The headline stands once, at the head of the text',
    help: 'Captures of web pages often give the headline twice, or once more together with the beginning of the lead. The copies are taken out and listed with the removed matter.',
  },
  'normalize:source-line-is-metadata': {
    severity: 'info',
    summary: 'Date, category, kicker and publisher are metadata',
    help: "Short lines around the headline that say when, where and as what the text was published go to the front matter. What `dossier.yaml` says about a source comes before what its text says.",
  },
  'normalize:figures-are-a-table': {
    severity: 'info',
    summary: 'Figures given in running text are a table',
    help: 'A row of entries such as "Name: date, territory 12 km2; Name: ..." is set as a table. Heads of columns are the words before the numbers and the units; no value is changed.',
  },
} as const satisfies Record<string, Rule>
