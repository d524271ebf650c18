/** Marks in the contents where the reader is: the last heading above the first quarter of the window. */
export function followContents(): void {
  const main = document.querySelector('main')
  const wide = matchMedia('(min-width: 80rem)')
  const links = linksByHeading()
  const headings = [...links.keys()]
  let marked: HTMLAnchorElement | undefined
  let waiting = false
  const mark = () => {
    waiting = false
    const place = main && wide.matches ? elementAt(main) : undefined
    if (!place) return
    const heading = headings[countBefore(headings, place) - 1]
    const link = heading && links.get(heading)
    if (link === marked) return
    marked?.removeAttribute('aria-current')
    link?.setAttribute('aria-current', 'location')
    link?.scrollIntoView({ block: 'nearest' })
    marked = link
  }
  const soon = () => {
    if (!waiting) setTimeout(mark, 100)
    waiting = true
  }
  if (headings.length === 0) return
  addEventListener('scroll', soon, { passive: true })
  addEventListener('resize', soon)
  soon()
}

function linksByHeading(): Map<Element, HTMLAnchorElement> {
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.side a')) {
    const id = link.hash.slice(1)
    const target = id === '' ? null : document.getElementById(decodeURIComponent(id))
    const heading = target?.matches('.part') ? target.querySelector('h2') : target
    if (heading) links.set(heading, link)
  }
  return links
}

/** The block at the first quarter of the window, or the next above it. To ask each heading for its place would make the browser set the whole text. */
function elementAt(main: Element): Element | undefined {
  const { left } = main.getBoundingClientRect()
  const column = left + Number.parseFloat(getComputedStyle(main).paddingLeft) + 24
  for (let y = innerHeight / 4; y > 0; y -= 16) {
    const element = document.elementFromPoint(column, y)
    if (element && element !== main && main.contains(element) && !element.matches('.part, .run')) return element
  }
  return undefined
}

/** How many of the headings, which stand in the order of the page, begin before or at an element. */
function countBefore(headings: readonly Element[], element: Element): number {
  let from = 0
  let to = headings.length
  while (from < to) {
    const middle = (from + to) >> 1
    const heading = headings[middle]
    const isBefore = heading && (heading.contains(element) || heading.compareDocumentPosition(element) & 4)
    if (isBefore) from = middle + 1
    else to = middle
  }
  return from
}
