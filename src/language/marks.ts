/**
 * Marks that end a sentence: Latin and Cyrillic, the ellipsis, Armenian, Arabic, Urdu, Chinese and Japanese. One character
 * each, safe between the brackets of a regular expression.
 */
export const sentenceMarks = '.!?\u2026\u0589\u061F\u06D4\u3002'
