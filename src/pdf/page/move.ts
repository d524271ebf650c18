import type { Fragment } from '../galley/strip.ts'

/** The same fragment, moved right by `dx` and down by `dy` points. */
export function moved(fragment: Fragment, dx: number, dy: number): Fragment {
  return { ...fragment, x: fragment.x + dx, y: fragment.y + dy }
}
