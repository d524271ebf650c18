import { type Fragment, lineAt } from '../galley/strip.ts'

/** The same fragment, moved right by `dx` and down by `dy` points. */
export function moved(fragment: Fragment, dx: number, dy: number): Fragment {
  if (fragment.kind === 'line') {
    const { x, y, outer, line, tag, goesOn } = fragment
    return lineAt({ x: x + dx, y: y + dy, outer }, line, tag, goesOn)
  }
  return { ...fragment, x: fragment.x + dx, y: fragment.y + dy }
}
