import type { Stage } from '../work.ts'

/** A line on the terminal that says how far the work is. */
export interface Progress {
  readonly show: (stage: Stage, done: number, total: number) => void
  readonly stop: () => void
}

const silent: Progress = { show: () => undefined, stop: () => undefined }

const names: Readonly<Record<Stage, string>> = {
  read: 'Reading',
  normalize: 'Normalizing',
  link: 'Linking',
  html: 'Writing HTML',
  pdf: 'Setting the PDF',
  write: 'Saving',
}

/** Share of a build that is over when a stage begins, roughly, in hundredths. */
const begins: Readonly<Record<Stage, number>> = { read: 0, normalize: 5, link: 35, html: 40, pdf: 50, write: 95 }
const ends: Readonly<Record<Stage, number>> = { read: 5, normalize: 35, link: 40, html: 50, pdf: 95, write: 100 }

/** Starts a progress bar on standard error. */
export async function startProgress(visible: boolean): Promise<Progress> {
  if (!visible) return silent
  const { default: progress } = await import('cli-progress')
  const bar = new progress.SingleBar({
    format: '{bar} {stage}',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
    barsize: 30,
  })
  bar.start(100, 0, { stage: '' })
  return {
    show(stage, done, total) {
      bar.update(begins[stage] + ((ends[stage] - begins[stage]) * done) / Math.max(1, total), { stage: names[stage] })
      bar.render()
    },
    stop: () => bar.stop(),
  }
}
