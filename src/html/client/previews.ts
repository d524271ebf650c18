import { copyOf, targetOf } from './page.ts'
import { close, open } from './popover.ts'

let timer: ReturnType<typeof setTimeout> | undefined

/** A reference shows what it leads to while the pointer or the focus is on it; a link to the source opens its place there. */
export function showPreviews(): void {
  for (const name of ['pointerover', 'focusin'] as const) {
    document.addEventListener(name, (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a.reference')
      if (!link || (name === 'focusin' && !link.matches(':focus-visible'))) return
      clearTimeout(timer)
      timer = setTimeout(() => preview(link), 250)
    })
  }
  for (const name of ['pointerout', 'focusout'] as const) {
    document.addEventListener(name, (event) => {
      if ((event.target as Element).closest('a.reference, .pop')) leave()
    })
  }
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.origin')
    const row = link && targetOf(link)
    if (!row || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    open(link, { title: link.ariaLabel ?? '', content: wrapped('row', copyOf(row)), enter: true, wide: true })
  })
}

function preview(link: HTMLAnchorElement): void {
  const target = targetOf(link)
  if (!target) return
  const content = wrapped('preview', copyOf(target))
  const next = target.nextElementSibling
  if (/^H\d$/.test(target.tagName) && next) content.append(wrapped('preview', copyOf(next)))
  open(link, { title: link.textContent ?? '', content, enter: false })
}

/** The box stays while the pointer is in it (WCAG 2.2, 1.4.13). */
function leave(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const entered = document.querySelector('.pop')?.contains(document.activeElement)
    if (!entered && !document.querySelector('.pop:hover, a.reference:hover, a.reference:focus-visible')) close()
  }, 200)
}

function wrapped(name: string, content: Node): HTMLElement {
  const element = document.createElement('div')
  element.className = name
  element.append(content)
  return element
}
