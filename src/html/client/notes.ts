import { copyOf, targetOf } from './page.ts'
import { open } from './popover.ts'

const wide = matchMedia('(min-width: 68.75rem)')

/** Notes beside the text where the page is wide enough; elsewhere a note opens at its call. */
export function showNotes(): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting && wide.matches) putAside(target)
    },
    { rootMargin: '200% 0px' },
  )
  const watch = () => {
    near.disconnect()
    for (const note of document.querySelectorAll('.sidenote')) note.remove()
    if (wide.matches) for (const block of document.querySelectorAll('.part > :has(.call a)')) near.observe(block)
  }
  watch()
  wide.addEventListener('change', watch)
  document.addEventListener('click', (event) => {
    const call = (event.target as Element).closest<HTMLAnchorElement>('.call a')
    if (call && !event.ctrlKey && !event.metaKey && openNote(call)) event.preventDefault()
  })
}

/** Copies the notes of the calls in a block, or in a run of blocks, beside them. In a table there is no room beside a call. */
function putAside(block: Element): void {
  if (block.matches('.notes, .source') || block.querySelector('.sidenote')) return
  for (const call of block.querySelectorAll<HTMLAnchorElement>('.call a')) {
    const note = targetOf(call)
    if (!note || call.closest('table')) continue
    const aside = document.createElement('span')
    aside.className = 'sidenote'
    aside.ariaHidden = 'true'
    aside.append(copyOf(note, '.backs', true))
    call.closest('.call')?.after(aside)
  }
}

function openNote(call: HTMLAnchorElement): boolean {
  const note = targetOf(call)
  if (!note || call.closest('.call')?.nextElementSibling?.matches('.sidenote')) return false
  open(call, { title: call.ariaLabel ?? '', content: copyOf(note), enter: true })
  return true
}
