import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface PackageManifest {
  readonly name: string
  readonly version: string
}

let found: { readonly root: string; readonly version: string } | undefined

/** The folder of this package: the nearest one above this module, compiled or not, that has its package.json. */
export function packageRoot(): string {
  return find().root
}

/** The folder of the package's templates. */
export function templatesFolder(): string {
  return join(packageRoot(), 'templates')
}

/** The version of this package. */
export function packageVersion(): string {
  return find().version
}

function find(): { readonly root: string; readonly version: string } {
  if (found) return found
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = manifestOf(folder)
    if (manifest?.name === 'dossierpress') {
      found = { root: folder, version: manifest.version }
      return found
    }
    if (folder === dirname(folder)) throw new Error('The package.json of dossierpress is missing: install it again')
  }
}

function manifestOf(folder: string): PackageManifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest
  } catch {
    return undefined
  }
}
