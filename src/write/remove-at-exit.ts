import { rmSync } from 'node:fs'

/** Removes a folder if the process ends before the function that is returned is called. */
export function removeAtExit(folder: string): () => void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return () => {
    process.off('exit', remove)
  }
}
