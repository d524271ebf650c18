/** The forms that a dossier can have. */
export const formats = ['pdf', 'html', 'markdown'] as const
export type Format = (typeof formats)[number]

/** Kinds of PDF with rules of their own: "bundle" numbers and bookmarks its pages as courts ask of bundles. */
export const profiles = ['bundle'] as const
export type Profile = (typeof profiles)[number]
