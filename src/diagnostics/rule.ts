/** `error`: the result is wrong or incomplete. `warning`: a person should look. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** What the table says about one rule. The id states the invariant that should hold. */
export interface Rule {
  readonly severity: Severity
  /** One line, in the present tense, without a full stop. */
  readonly summary: string
  /** What it means and what to do about it: a short paragraph, printed by `dossierpress explain`. */
  readonly help: string
}
