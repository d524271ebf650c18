import type { Rule } from '../rule.ts'

export const writeRules = {
  'write:output-is-writable': {
    severity: 'error',
    summary: 'The output folder can be written',
    help: 'The dossier is written to a new folder beside the output folder, which then takes its place. The operating system refused: the message says why. The former output is as it was.',
  },
  'write:output-is-a-dossier': {
    severity: 'error',
    summary: 'Only a former dossier or an empty folder is replaced',
    help: 'The output folder has files, but no SHA256SUMS of dossierpress, so it is not a former output. Nothing is written, because it might be your work. Name a new or empty folder. Files that you add to a dossier later are kept by the next build.',
  },
  'write:file-is-not-replaced': {
    severity: 'error',
    summary: 'A file that dossierpress did not write is never replaced',
    help: 'A file of the new dossier has the name of a file that you added to the output folder. Nothing is written. Move or rename your file.',
  },
  'write:output-is-apart-from-sources': {
    severity: 'error',
    summary: 'The output folder is not the sources folder, nor around it',
    help: 'Replacing the output folder would replace the sources, too. Name another output folder; one inside the sources folder is fine.',
  },
  'verify:dossier-is-readable': {
    severity: 'error',
    summary: 'A dossier to verify has its ledger and its checksums',
    help: '`dossierpress verify OUT` reads OUT/ledger.json and OUT/SHA256SUMS. One of them is missing, cannot be read, or is not in its format, so the folder is no dossier or was damaged.',
  },
  'verify:file-is-unchanged': {
    severity: 'error',
    summary: 'Every file of a dossier has the hash that SHA256SUMS says',
    help: 'A file of the dossier is missing or was changed after the build. Build the dossier again, or compare it with another copy.',
  },
} as const satisfies Record<string, Rule>
