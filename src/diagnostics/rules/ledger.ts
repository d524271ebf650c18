import type { Rule } from '../rule.ts'

export const ledgerRules = {
  'ledger:source-is-accounted-for': {
    severity: 'error',
    summary: 'Every character of a source is kept or edited',
    help: 'Kept and edited spans must tile the source from its first to its last character. A gap or an overlap is a mistake in a rule of dossierpress, never in your text: please report it with the source. No dossier is written then. Until it is mended, name the lines of the place under `keep` in the `overrides` of the source: no rule touches them.',
  },
  'ledger:undo-gives-source-back': {
    severity: 'error',
    summary: 'Undoing the ledger gives the source back byte for byte',
    help: 'The build undoes every ledger and compares the bytes with the source. A difference is a mistake in dossierpress: the dossier is not written. Please report it with the source.',
  },
  'ledger:source-is-unchanged': {
    severity: 'error',
    summary: 'The source has the hash that the ledger says',
    help: '`dossierpress verify` found that a source is missing or is not the file that the dossier was made of. Build the dossier again, or find the file with the SHA-256 in the ledger.',
  },
  'ledger:markdown-is-unchanged': {
    severity: 'error',
    summary: 'The normalized markdown has the hash that the ledger says',
    help: '`dossierpress verify` found that a normalized markdown file is missing or was changed after the build. Corrections belong in dossier.yaml or in the edits file of the source, so that the ledger has them.',
  },
  'ledger:nothing-is-added': {
    severity: 'error',
    summary: 'Every word of the markdown is kept from the source or put there by an edit',
    help: 'The body of the normalized markdown has letters or digits that are neither kept from the source nor the result of an edit. That is a mistake in a rule of dossierpress, never in your text: please report it with the source.',
  },
  'ledger:front-matter-is-written': {
    severity: 'info',
    summary: 'The front matter of a markdown source says where its text comes from',
    help: 'A markdown source is left as it is, but for its front matter: dossierpress writes its own, with title, publisher, date and hash, and carries over the fields that it does not know. The ledger has the front matter that stood there before.',
  },
  'ledger:white-space-is-layout': {
    severity: 'info',
    summary: 'White space between blocks is layout, not text',
    help: 'Blank lines, indentation and spaces at line ends are replaced by the white space of the normalized markdown. Each such edit is in the ledger.',
  },
} as const satisfies Record<string, Rule>
