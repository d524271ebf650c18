/** Marks in the contents where the reader is: the last heading that has passed the upper edge of the window. */
export function followContents(): void {
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.side a')) {
    const id = link.hash.slice(1)
    const target = id === '' ? null : document.getElementById(decodeURIComponent(id))
    const heading = target?.matches('.part') ? target.querySelector('h2') : target
    if (heading) links.set(heading, link)
  }
  const below = new Set<Element>(links.keys())
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { boundingClientRect, rootBounds, target } of entries) {
        if (boundingClientRect.top > (rootBounds?.bottom ?? 0)) below.add(target)
        else below.delete(target)
      }
      mark([...links.keys()].findLast((heading) => !below.has(heading)))
    },
    { rootMargin: '0px 0px -75% 0px' },
  )
  const mark = (heading: Element | undefined) => {
    for (const link of links.values()) link.removeAttribute('aria-current')
    const link = heading && links.get(heading)
    link?.setAttribute('aria-current', 'location')
    link?.scrollIntoView({ block: 'nearest' })
  }
  if (matchMedia('(min-width: 80rem)').matches) for (const heading of links.keys()) observer.observe(heading)
}
