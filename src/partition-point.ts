/**
 * How many of the indices from 0 up to `count` come before a border, by binary search: `isBefore` is true for those up
 * to it and false for all behind. So it is the index of the first for which `isBefore` is false, or `count`.
 */
export function partitionPoint(count: number, isBefore: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last number of an ascending list that is at most `limit`; -1 when none is. For hot paths: it calls nothing. */
export function lastAtMost(numbers: ArrayLike<number>, limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
