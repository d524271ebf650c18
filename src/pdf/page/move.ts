import { type Fragment, lineAt } from '../galley/strip.ts'

/** The same fragment, moved right by `dx` and down by `dy` points. */
export function moved(fragment: Fragment, dx: number, dy: number): Fragment {
  if (fragment.kind === 'line') {
    return lineAt(fragment.x + dx, fragment.y + dy, fragment.line, fragment.tag, fragment.goesOn, fragment.outer)
  }
  return { ...fragment, x: fragment.x + dx, y: fragment.y + dy }
}
