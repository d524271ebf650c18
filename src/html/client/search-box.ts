import { word } from './page.ts'

/** Looks words up. */
export type Find = (query: string) => Findings

export interface Findings {
  /** The best first. */
  readonly hits: readonly Hit[]
  /** Lists of names of one thing, of which the query has one and all were looked for. */
  readonly variants: readonly (readonly string[])[]
}

/** One block in which words were found. */
export interface Hit {
  readonly href: string
  /** Where it is: part, and number of the block. */
  readonly place: string
  /** Text around the first word found; pieces at odd places are the words. */
  readonly excerpt: readonly string[]
}

declare global {
  interface Window {
    /** Set by the search script once it is there: reads the index. */
    dossierSearch?: () => Promise<Find>
  }
}

let loaded: Promise<void> | undefined
let find: Find | undefined

/** The search box: opened by its button or by `/`, led by the keyboard, closed by Escape. */
export function equipSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search')
  const button = document.querySelector<HTMLButtonElement>('.open-search')
  const input = dialog?.querySelector('input')
  if (!dialog || !button || !input) return
  // A popover, not a modal dialog: a modal one makes the browser style every element of the page anew.
  dialog.popover = 'auto'
  const start = () => {
    if (!loaded) loaded = loadSearch(button.dataset.scripts ?? '').then(() => list(dialog, input.value))
    dialog.showPopover()
    input.focus()
    input.select()
  }
  button.hidden = false
  button.addEventListener('click', start)
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select')
    const open = dialog.matches(':popover-open')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || open) return
    event.preventDefault()
    start()
  })
  equipDialog(dialog, input)
}

function equipDialog(dialog: HTMLDialogElement, input: HTMLInputElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => list(dialog, input.value), 60)
  })
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    list(dialog, input.value)
    dialog.querySelector<HTMLAnchorElement>('.hits a')?.click()
  })
  dialog.addEventListener('keydown', (event) => move(event, dialog, input))
  dialog.addEventListener('click', (event) => {
    if ((event.target as Element).closest('.hits a, .close')) dialog.hidePopover()
  })
  dialog.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !dialog.contains(relatedTarget)) dialog.hidePopover()
  })
}

/** In a site script and index are files of their own, loaded when they are first wanted; scripts work from `file:`, requests do not. */
async function loadSearch(scripts: string): Promise<void> {
  await Promise.all(scripts.split(' ').filter(Boolean).map(loadScript))
  find = await window.dossierSearch?.()
}

function loadScript(address: string): Promise<void> {
  return new Promise((done) => {
    const script = document.createElement('script')
    script.src = address
    script.addEventListener('load', () => done())
    script.addEventListener('error', () => done())
    document.body.append(script)
  })
}

function list(dialog: HTMLDialogElement, query: string): void {
  const { hits, variants } = find?.(query) ?? { hits: [], variants: [] }
  dialog.querySelector('.hits')?.replaceChildren(...hits.map(hitItem))
  const status = dialog.querySelector('[role="status"]')
  if (!status) return
  const count = hits.length === 0 ? word('noHits') : String(hits.length)
  const names = variants.map((equal) => equal.join(' = '))
  status.textContent = query.trim() === '' || !find ? '' : [count, ...names].join(' \u00b7 ')
}

function hitItem({ href, place, excerpt }: Hit): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  const where = document.createElement('span')
  link.href = href
  where.className = 'place'
  where.textContent = place
  link.append(where, ' ')
  excerpt.forEach((piece, index) => {
    const mark = index % 2 === 1 ? document.createElement('mark') : document.createElement('span')
    mark.textContent = piece
    link.append(mark)
  })
  item.append(link)
  return item
}

function move(event: KeyboardEvent, dialog: HTMLDialogElement, input: HTMLInputElement): void {
  // By itself a search field only empties itself.
  if (event.key === 'Escape') dialog.hidePopover()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const stops: HTMLElement[] = [input, ...dialog.querySelectorAll<HTMLElement>('.hits a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
}
