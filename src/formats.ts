/** The forms that a dossier can have. */
export const formats = ['pdf', 'html', 'markdown'] as const
/** One of the forms that a dossier can have. */
export type Format = (typeof formats)[number]

/** Kinds of PDF with rules of their own: "bundle" numbers and bookmarks its pages as courts ask of bundles. */
export const profiles = ['bundle'] as const
/** One of the kinds of PDF. */
export type Profile = (typeof profiles)[number]
