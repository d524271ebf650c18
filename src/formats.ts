/** The forms that a dossier can have. */
export const formats = ['pdf', 'html', 'markdown'] as const
export type Format = (typeof formats)[number]
