import { tell, word } from './page.ts'

/** A click on a paragraph's number goes there, and puts the paragraph's address on the clipboard. */
export function copyLinks(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.number')
    if (!link) return
    navigator.clipboard?.writeText(link.href).then(
      () => tell(word('copied')),
      () => undefined,
    )
  })
}
