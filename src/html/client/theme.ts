import { word } from './page.ts'

const key = 'dossierpress:theme'
const choices = ['auto', 'light', 'dark'] as const
const names = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const

/** A button that goes round: as the system, light, dark. The choice is kept where the browser lets a page keep things. */
export function switchTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme')
  if (!button) return
  let choice = choices.find((known) => known === remembered()) ?? 'auto'
  const show = () => {
    if (choice === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
    button.textContent = `${word('theme')}: ${word(names[choice])}`
  }
  button.addEventListener('click', () => {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length] ?? 'auto'
    remember(choice)
    show()
  })
  button.hidden = false
  show()
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(choice: string): void {
  try {
    localStorage.setItem(key, choice)
  } catch {
    // A page from a memory stick may not be allowed to keep anything: the choice then lasts as long as the page.
  }
}
