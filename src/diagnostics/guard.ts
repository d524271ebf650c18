import type { VFile } from 'vfile'
import { report } from './report.ts'

/** Runs a stage; what it throws is a mistake of the program, put on the file that it was working on. */
export function guard<Result>(file: VFile, doing: string, work: () => Result): Result | undefined {
  try {
    return work()
  } catch (error) {
    reportMistake(file, doing, error)
    return undefined
  }
}

/** As `guard`, for stages that wait. */
export async function guardAsync<Result>(
  file: VFile,
  doing: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    reportMistake(file, doing, error)
    return undefined
  }
}

function reportMistake(file: VFile, doing: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  const message = report(file, 'build:stage-does-its-work', `dossierpress failed while ${doing}: ${reason}`, {
    note: 'This is a mistake of dossierpress: please report it with the source',
  })
  message.cause = error
}
