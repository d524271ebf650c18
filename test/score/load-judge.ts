import type { Judge } from './judge.ts'
import { ownJudge } from './own/own-judge.ts'
import { loadSharedJudge } from './shared-judge.ts'

/** The scorers beside the project; where they or their packages are missing, our own, which looks at less. */
export async function loadJudge(): Promise<Judge> {
  return (await loadSharedJudge()) ?? ownJudge
}
