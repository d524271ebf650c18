/** Marks in the contents where the reader is: the last heading that has passed the upper edge of the window. */
export function followContents(): void {
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.side a')) {
    const id = link.hash.slice(1)
    const target = id === '' ? null : document.getElementById(decodeURIComponent(id))
    const heading = target?.matches('.part') ? target.querySelector('h2') : target
    if (heading) links.set(heading, link)
  }
  const headings = [...links.keys()]
  const mark = (heading: Element | undefined) => {
    for (const link of links.values()) link.removeAttribute('aria-current')
    const link = heading && links.get(heading)
    link?.setAttribute('aria-current', 'location')
    link?.scrollIntoView({ block: 'nearest' })
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, boundingClientRect, rootBounds, target } of entries) {
        if (isIntersecting) mark(target)
        else if (boundingClientRect.top > (rootBounds?.bottom ?? 0)) mark(headings[headings.indexOf(target) - 1])
      }
    },
    { rootMargin: '0px 0px -75% 0px' },
  )
  if (matchMedia('(min-width: 80rem)').matches) for (const heading of headings) observer.observe(heading)
}
