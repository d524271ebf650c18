import { word } from './page.ts'

let opener: HTMLElement | undefined

const box = () => document.querySelector<HTMLElement>('.pop')

/** Whether the box is open. */
export function isOpen(): boolean {
  return box()?.matches(':popover-open') ?? false
}

/** What the box shows. */
export interface Shown {
  /** What it is, for those who do not see it. */
  readonly title: string
  readonly content: Node
  /** Whether the focus goes into the box; it comes back to the opener when the box closes (Escape, a click elsewhere). */
  readonly enter: boolean
  readonly wide?: boolean
}

/** Shows content in the one box that floats, below what it belongs to, or above where there is no room. */
export function open(near: HTMLElement, { title, content, enter, wide = false }: Shown): void {
  const pop = box()
  if (!pop?.showPopover) return
  if (isOpen()) close()
  pop.classList.toggle('wide', wide)
  pop.setAttribute('aria-label', title)
  const body = document.createElement('div')
  body.append(content)
  pop.replaceChildren(...(enter ? [closeButton()] : []), body)
  opener = enter ? near : undefined
  pop.showPopover()
  place(pop, near)
  if (enter) pop.focus()
}

/** Closes the box; does nothing when it is closed. */
export function close(): void {
  if (isOpen()) box()?.hidePopover()
}

function closeButton(): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'close'
  button.ariaLabel = word('close')
  button.addEventListener('click', close)
  return button
}

function place(pop: HTMLElement, near: HTMLElement): void {
  const anchor = near.getBoundingClientRect()
  const { width, height } = pop.getBoundingClientRect()
  const room = document.documentElement.clientWidth
  const left = Math.max(8, Math.min(anchor.left + anchor.width / 2 - width / 2, room - width - 8))
  const fits = anchor.bottom + height + 16 < innerHeight || anchor.top < height + 16
  pop.style.left = `${left + scrollX}px`
  pop.style.top = `${scrollY + (fits ? anchor.bottom + 8 : anchor.top - height - 8)}px`
}

/** Gives the focus back when the box closes. */
export function watchPopover(): void {
  box()?.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return
    const focused = document.activeElement
    if (opener && (focused === document.body || box()?.contains(focused))) opener.focus({ preventScroll: true })
    opener = undefined
  })
}
