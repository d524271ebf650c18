/** Dots, with or without spaces between them, that lead from an entry of a table of contents to its page. */
const leaders = /(?:[.·…_]\s?){4,}$/u

/** Whether a number behind this text is the page of an entry of a table of contents. */
export function endsWithLeaders(before: string): boolean {
  return leaders.test(before)
}

const entry = /(?:[.·…_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/iu

/** Whether a line is an entry of a table of contents, with the leaders to its page. */
export function isContentsEntry(line: string): boolean {
  return entry.test(line)
}
