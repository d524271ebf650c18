/** Longest label before the colon of a field, in characters. */
const longestLabel = 40

/** Whether a line is a field of a form, a label and its value: "Place: Harbour". */
export function isLabelled(value: string): boolean {
  const colon = value.indexOf(': ')
  return colon > 1 && colon <= longestLabel && /\S/.test(value.slice(colon + 2))
}
