import { word } from './page.ts'

/** What `search.ts` gives the page: looks words up and lists the hits. */
export interface Search {
  readonly find: (query: string) => readonly Hit[]
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
    /** Set by the search script once it is there. */
    dossierSearch?: Search
  }
}

/** The search box: opened by its button or by `/`, led by the keyboard, closed by Escape. */
export function equipSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search')
  const button = document.querySelector<HTMLButtonElement>('.open-search')
  const input = dialog?.querySelector('input')
  if (!dialog || !button || !input) return
  const start = () => {
    loadSearch(button.dataset.scripts ?? '', () => list(dialog, input.value))
    dialog.showModal()
    input.select()
  }
  button.hidden = false
  button.addEventListener('click', start)
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select')
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return
    event.preventDefault()
    start()
  })
  input.addEventListener('input', () => list(dialog, input.value))
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    dialog.querySelector<HTMLAnchorElement>('.hits a')?.click()
  })
  dialog.addEventListener('keydown', (event) => move(event, dialog, input))
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('.hits a, .close')) dialog.close()
  })
}

/** In a site the index is a file of its own, loaded when it is first wanted; scripts work from `file:`, requests do not. */
function loadSearch(scripts: string, ready: () => void): void {
  if (window.dossierSearch || scripts === '' || document.querySelector('script[data-search]')) return ready()
  for (const address of scripts.split(' ')) {
    const script = document.createElement('script')
    script.src = address
    script.async = false
    script.dataset.search = ''
    script.addEventListener('load', ready)
    document.body.append(script)
  }
}

function list(dialog: HTMLDialogElement, query: string): void {
  const hits = window.dossierSearch?.find(query) ?? []
  dialog.querySelector('.hits')?.replaceChildren(...hits.map(hitItem))
  const status = dialog.querySelector('[role="status"]')
  if (!status) return
  if (query.trim() === '' || !window.dossierSearch) status.textContent = ''
  else status.textContent = hits.length === 0 ? word('noHits') : String(hits.length)
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
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const stops: HTMLElement[] = [input, ...dialog.querySelectorAll<HTMLElement>('.hits a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
}
