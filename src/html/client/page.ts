/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Words that the page template hands to the script, as `data-` attributes of the body. */
export function word(name: string): string {
  return document.body.dataset[name] ?? ''
}

/** The element that a link within this page leads to. */
export function targetOf(link: HTMLAnchorElement): HTMLElement | null {
  const [page, anchor] = link.href.split('#')
  if (anchor === undefined || page !== location.href.split('#')[0]) return null
  return document.getElementById(decodeURIComponent(anchor))
}

/** A copy of an element's contents that can stand a second time in the page: without ids and, if asked, out of the tab order. */
export function copyOf(element: Element, skip = '.number, .origin, .backs', still = false): DocumentFragment {
  const copy = element.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll(skip)) extra.remove()
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  if (still) for (const link of copy.querySelectorAll('a')) link.tabIndex = -1
  const fragment = document.createDocumentFragment()
  fragment.append(...copy.childNodes)
  return fragment
}

/** Tells something in passing, to the eye and to a screen reader. */
export function tell(message: string): void {
  const status = document.querySelector<HTMLElement>('.status')
  if (!status) return
  status.textContent = message
  setTimeout(() => {
    if (status.textContent === message) status.textContent = ''
  }, 2500)
}
