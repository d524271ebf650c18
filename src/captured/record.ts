import type { VFile } from 'vfile'
import type { RuleId } from '../diagnostics/rules.ts'
import type { Edit } from './edit.ts'

declare module 'vfile' {
  interface DataMap {
    /** Every edit made to this file so far. */
    edits: Edit[]
    /** Edits that later rules have superseded; they leave the ledger when all rules have run. */
    withdrawn: Set<Edit>
  }
}

/** What a rule says about an edit; the text before is taken from the file. */
export interface EditRequest {
  readonly rule: RuleId
  readonly start: number
  readonly end: number
  readonly after: string
  readonly evidence: string
  /** 0 to 1; 1 when left out. */
  readonly confidence?: number
  readonly editor?: string
}

/** Records one edit on the file's ledger and returns it. The only way an edit comes into being. */
export function record(file: VFile, request: EditRequest): Edit {
  const text = String(file.value)
  if (request.start < 0 || request.end < request.start || request.end > text.length) {
    throw new RangeError(
      `An edit must lie within its source: ${request.rule} ${request.start}-${request.end} of ${text.length}`,
    )
  }
  const edit: Edit = { confidence: 1, ...request, before: text.slice(request.start, request.end) }
  editsOf(file).push(edit)
  return edit
}

/** The file's edits, in the order in which they were made. */
export function editsOf(file: VFile): Edit[] {
  file.data.edits ??= []
  return file.data.edits
}

/** Takes an edit off the ledger, because a later rule replaces its result together with the text around it. */
export function withdraw(file: VFile, edit: Edit): void {
  file.data.withdrawn ??= new Set()
  file.data.withdrawn.add(edit)
}

/** Removes the withdrawn edits from the ledger; called once, when all rules have run. */
export function dropWithdrawn(file: VFile): void {
  const { withdrawn } = file.data
  if (!withdrawn || withdrawn.size === 0) return
  file.data.edits = editsOf(file).filter((edit) => !withdrawn.has(edit))
  withdrawn.clear()
}
