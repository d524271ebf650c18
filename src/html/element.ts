import type { Element, ElementContent, Properties } from 'hast'

/** An element as it is, without hastscript's checks: for what a page has thousands of. Text among `children` becomes text nodes. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly (ElementContent | string)[],
): Element {
  const nodes = children.map(
    (child): ElementContent => (typeof child === 'string' ? { type: 'text', value: child } : child),
  )
  return { type: 'element', tagName, properties, children: nodes }
}
