import { tell, word } from './page.ts'

/** A click on a paragraph's number goes there, and puts the paragraph's address on the clipboard. */
export function copyLinks(): void {
  document.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.number')
    if (!link) return
    try {
      await navigator.clipboard.writeText(link.href)
      tell(word('copied'))
    } catch {
      // A browser may refuse; the address then stands where addresses stand, because the link was followed.
    }
  })
}
