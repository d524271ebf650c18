import type { Rule } from '../rule.ts'

export const readRules = {
  'read:folder-is-readable': {
    severity: 'error',
    summary: 'The sources folder exists and can be read',
    help: 'The folder with the source texts is missing, is not a folder, or may not be read by you. Check the path and its permissions.',
  },
  'read:folder-has-texts': {
    severity: 'error',
    summary: 'A sources folder holds at least one text',
    help: 'Source texts are files whose names end in .txt, .text, .md or .markdown and stand in the folder itself; texts in folders below it are read when dossier.yaml names them. Put texts there, or name another folder.',
  },
  'read:folder-below-is-named': {
    severity: 'info',
    summary: 'Texts in folders below the sources folder are named in dossier.yaml',
    help: 'Without a dossier.yaml only the texts that stand in the sources folder itself are read. To use a text of a folder below it, list it in dossier.yaml by its path ("annexes/map.txt").',
  },
  'read:document-is-captured': {
    severity: 'warning',
    summary: 'A document of the folder has been captured as text',
    help: 'A PDF, a saved web page or a word processor file is not read as a source: only its text is. Save it as plain text (.txt), for instance with pdftotext, or copy it from the browser. The document may stay in the folder beside a text of the same name.',
  },
  'read:text-is-in-manifest': {
    severity: 'info',
    summary: 'Every text of the folder is named in dossier.yaml',
    help: 'dossier.yaml lists the sources of the dossier, and this text is not among them, so it is left out. List it, or move it out of the folder.',
  },
  'read:file-is-readable': {
    severity: 'error',
    summary: 'A file of the dossier exists and can be read',
    help: 'A file that dossier.yaml names, or that was in the folder, is missing or cannot be read. The rest of the dossier is built without it.',
  },
  'read:file-is-in-folder': {
    severity: 'error',
    summary: 'Every file of a dossier is inside its folder',
    help: 'Paths in dossier.yaml are relative to the sources folder, written with "/", and may not lead out of it. Copy the file into the folder.',
  },
  'read:format-is-known': {
    severity: 'error',
    summary: 'A source is plain text or markdown',
    help: 'Sources are plain text (.txt, .text) or markdown (.md, .markdown). Save the document as text first, for instance with pdftotext.',
  },
  'read:source-has-text': {
    severity: 'error',
    summary: 'A source has text',
    help: 'The file is empty or holds nothing but white space. A scanned PDF gives such a file: it needs character recognition first.',
  },
  'read:source-is-text': {
    severity: 'error',
    summary: 'A source is text, not binary data',
    help: 'The file holds NUL bytes, so it is a document, a picture, or text in UTF-16 that is damaged. Save it as plain text in UTF-8; for UTF-16 name the encoding in dossier.yaml ("encoding: utf-16le").',
  },
  'read:byte-order-is-marked': {
    severity: 'info',
    summary: 'A text in UTF-16 says in which order its bytes stand',
    help: 'The file has no byte order mark and dossier.yaml names no encoding, but its bytes are a text in UTF-16 in one order of bytes only. It was read so. Name the encoding at the source in dossier.yaml ("encoding: utf-16le") to have it said.',
  },
  'read:source-is-decodable': {
    severity: 'error',
    summary: 'The bytes of a source have a meaning in its encoding',
    help: 'Texts are read as UTF-8, or as UTF-16 when they begin with a byte order mark or are a text in no other way. For any other encoding name it in dossier.yaml ("encoding: windows-1251"). A text is never decoded by guess, because a wrong guess changes it.',
  },
  'read:source-id-is-unique': {
    severity: 'warning',
    summary: 'Two sources never share an id',
    help: "An id names a source's normalized markdown and its part. Two files whose names differ only in extension, case or characters that file names cannot have get the same id, so the second is given a number. Give it an id of its own in dossier.yaml.",
  },
  'read:manifest-id-is-unique': {
    severity: 'error',
    summary: 'An id is given once in dossier.yaml',
    help: 'Hand corrections, references and file names use the id of a source, so it must name one source only. Change one of the two.',
  },
  'read:manifest-is-yaml': {
    severity: 'error',
    summary: 'dossier.yaml is YAML 1.2',
    help: 'The file cannot be read as YAML, so nothing is known about the dossier and nothing is built. Frequent causes: a tab in the indentation, a colon in a text without quotation marks.',
  },
  'read:manifest-field-is-known': {
    severity: 'error',
    summary: 'Every field of dossier.yaml is one that dossierpress knows',
    help: 'A field with an unknown name has no effect, which is rarely what was meant. The message names the nearest known field.',
  },
  'read:manifest-field-is-valid': {
    severity: 'error',
    summary: 'Every field of dossier.yaml has a value that it can have',
    help: 'The value has the wrong form. The field is left out and the rest of the dossier is built. Dates are ISO 8601 (2021-05-14), languages BCP 47 (en, az, hy), addresses begin with http:// or https://; a title that is a number needs quotation marks.',
  },
  'read:corrections-have-a-source': {
    severity: 'warning',
    summary: 'A file of hand corrections belongs to a source',
    help: 'Hand corrections of a source stand beside it in a file that is named after its id ("paper.edits.yaml" for the source "paper"). No source of this dossier has this id, so the corrections are not made.',
  },
  'read:image-is-supported': {
    severity: 'error',
    summary: 'A supplied image is a PNG or JPEG file that can be shown',
    help: 'Images for figures that the capture lost are whole PNG or JPEG files in RGB or grey with 100 million pixels at most, because both outputs can show these. The message says what is wrong with the image. Until it is mended, the figure is an empty frame, as if no image had been supplied.',
  },
  'parse:nesting-is-readable': {
    severity: 'warning',
    summary: 'Brackets, quotations and lists of a markdown source nest as deep as people nest them',
    help: 'A text with more than 500 brackets inside each other or 5,000 in one paragraph, or with more than 100 quotations or list items inside each other, is read without links or without quotations and lists, because looking for them would take hours. Nothing is lost: their marks stand in the text. If the text is not markdown, give it the extension .txt.',
  },
  'read:templates-are-readable': {
    severity: 'error',
    summary: 'A templates folder that is named exists and can be read',
    help: 'The folder of your own templates is missing or may not be read. The templates of dossierpress are used in its place.',
  },
} as const satisfies Record<string, Rule>
