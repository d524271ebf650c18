import type { VFile } from 'vfile'
import { mediaTypes } from '../captured/media-types.ts'
import { type AccountedText, type Accounts, ledgerPath, markdownPath } from '../ledger/accounts.ts'
import type { Attachment } from './paint/attachments.ts'

/** What the PDF carries inside: all that it takes to check the dossier against its sources; `manifest` is dossier.yaml. */
export function attachedFiles({ texts, ledger }: Accounts, manifest: VFile): Attachment[] {
  const own = manifest.value === undefined ? [] : [manifestAttachment(String(manifest.value))]
  return [...texts.map(sourceAttachment), ...own, ...texts.map(markdownAttachment), ledgerAttachment(ledger)]
}

/** The bytes are those of the file that was read: it was taken only because its text gives them back. */
function sourceAttachment({ source, file }: AccountedText): Attachment {
  return {
    name: `sources/${source.path}`,
    bytes: () => mediaTypes[source.mediaType].bytes(String(file.value), source),
    mediaType: source.mediaType,
    relationship: 'Source',
    description: `The source ${source.id}`,
  }
}

function manifestAttachment(text: string): Attachment {
  return {
    name: 'sources/dossier.yaml',
    bytes: () => bytesOf(text),
    mediaType: 'application/yaml',
    relationship: 'Source',
    description: 'What the dossier says of its sources',
  }
}

function markdownAttachment({ source, markdown }: AccountedText): Attachment {
  return {
    name: markdownPath(source.id),
    bytes: () => bytesOf(markdown),
    mediaType: 'text/markdown',
    relationship: 'Alternative',
    description: `The normalized markdown of ${source.id}`,
  }
}

function ledgerAttachment(ledger: string): Attachment {
  return {
    name: ledgerPath,
    bytes: () => bytesOf(ledger),
    mediaType: 'application/json',
    relationship: 'Data',
    description: 'Every edit to the sources',
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
