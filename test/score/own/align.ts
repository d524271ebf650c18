/** Where each word of a text stands in another one: the longest row of words that both have in the same order; -1 where a word is not in it. */
export function align(words: readonly string[], others: readonly string[]): Int32Array {
  const width = others.length + 1
  // longest[i, j]: length of the longest such row of the words from i and the others from j on.
  const longest = new Uint16Array((words.length + 1) * width)
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const skip = Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
      longest[i * width + j] = words[i] === others[j] ? 1 + (longest[(i + 1) * width + j + 1] ?? 0) : skip
    }
  }
  const places = new Int32Array(words.length).fill(-1)
  for (let i = 0, j = 0; i < words.length && j < others.length; ) {
    if (words[i] === others[j]) places[i++] = j++
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return places
}
