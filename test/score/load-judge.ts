import { fileURLToPath } from 'node:url'
import type { Judge } from './judge.ts'
import { loadSharedJudge, shared } from './shared-judge.ts'

/** The scorers beside the project. */
export async function loadJudge(): Promise<Judge> {
  const judge = await loadSharedJudge()
  if (judge) return judge
  throw new Error(
    `No scorer in ${fileURLToPath(shared)}, or not its packages: npm install there, or name a copy in JUDGES`,
  )
}
