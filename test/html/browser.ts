import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import type { OutputFile } from '../../src/write/output-file.ts'

/** A browser for a test file: Chromium from npm, without a network. */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
  })
}

/** Files written to a folder that is gone after the test. */
export interface Folder {
  readonly address: (path: string) => string
  readonly remove: () => void
}

/** Writes the files of a dossier, to be opened from `file:` as from a memory stick. */
export function writeFolder(files: readonly OutputFile[]): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'dossierpress-'))
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  return {
    address: (path) => pathToFileURL(join(folder, path)).href,
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** What went wrong in a page while it was used: errors, messages of the security policy, requests to elsewhere. */
export function watch(page: Page): string[] {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob|about):/.test(request.url())) troubles.push(`request: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return troubles
}
