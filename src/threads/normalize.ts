import { setImmediate } from 'node:timers/promises'
import { VFile } from 'vfile'
import { guard } from '../diagnostics/guard.ts'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import type { NormalizedText } from '../ledger/normalized-text.ts'
import type { SourceText } from '../read/text.ts'
import type { MessageReply, NormalizedReply, TextQueue, Thread } from './tasks.ts'

/** Characters of text that another thread normalizes for one answer. */
const charactersAtOnce = 50_000

/** Takes one text through the stages up to its ledger. */
export type NormalizeText = (text: SourceText) => NormalizedText

/** Who else takes a share of the texts, and who is told how many are done. */
export interface Sharing {
  readonly threads: readonly Thread[]
  readonly onProgress: (stage: 'normalize', done: number, total: number) => void
}

/**
 * Normalizes texts together with other threads, each taking the next text of the queue. A text that fails is absent from
 * the result, and its file says why.
 */
export async function normalizeTexts(
  texts: readonly SourceText[],
  normalizeText: NormalizeText,
  { threads, onProgress }: Sharing,
): Promise<NormalizedText[]> {
  const order = threads.length > 0 ? longestFirst(texts) : texts
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const queue = { texts: order.map(queued), next }
  const normalized = new Map<SourceText, NormalizedText | undefined>()
  const normalizeHere = (text: SourceText): void => {
    onProgress('normalize', normalized.size, texts.length)
    normalized.set(
      text,
      guard(text.file, 'normalizing', () => normalizeText(text)),
    )
  }
  const takeOver = (replies: readonly NormalizedReply[]): void => {
    for (const reply of replies) {
      const text = order[reply.index]
      if (text) normalized.set(text, received(reply, text))
    }
  }
  const answers = threads.flatMap((thread) =>
    askFor(queue, thread).map((answer) => answer.then(takeOver).catch(() => undefined)),
  )
  for (let text = order[Atomics.add(next, 0, 1)]; text; text = order[Atomics.add(next, 0, 1)]) {
    normalizeHere(text)
    // What other threads have done comes in meanwhile: they need not hold it, nor this one wait for it in the end.
    if (threads.length > 0) await setImmediate()
  }
  await Promise.all(answers)
  // What a thread took and never gave back is done here.
  for (const text of texts) if (!normalized.has(text)) normalizeHere(text)
  return texts.flatMap((text) => normalized.get(text) ?? [])
}

/** So that no thread has a long text left when the others are done. */
function longestFirst(texts: readonly SourceText[]): SourceText[] {
  return [...texts].sort((a, b) => String(b.file.value).length - String(a.file.value).length)
}

/** Asks a thread for as many answers as it could ever give: so it never has to wait for the next question. */
function askFor(queue: TextQueue, thread: Thread): Promise<readonly NormalizedReply[]>[] {
  // A failure comes out with the first answer.
  thread.ask('queue', queue).catch(() => undefined)
  const characters = queue.texts.reduce((sum, { text }) => sum + text.length, 0)
  const most = 1 + Math.floor(characters / charactersAtOnce)
  return Array.from({ length: most }, () => thread.ask('normalize', undefined))
}

function queued({ source, file }: SourceText): TextQueue['texts'][number] {
  const { corrections, ...rest } = source
  // Pictures stay: rules ask only which there are.
  const images = source.images.map((image) => ({ ...image, bytes: new Uint8Array() }))
  return {
    source: { ...rest, images },
    path: file.path,
    text: String(file.value),
    ...(corrections ? { corrections: { path: corrections.path, text: String(corrections.value) } } : {}),
  }
}

function received(
  { result, data, messages }: NormalizedReply,
  { source, file }: SourceText,
): NormalizedText | undefined {
  Object.assign(file.data, data)
  for (const { about, ruleId, reason, ...details } of messages) {
    report(about === 'corrections' && source.corrections ? source.corrections : file, ruleId, reason, details)
  }
  if (!result) return undefined
  const { markdown, ledger, ...part } = result
  return { part: { ...part, source, file }, markdown, ledger }
}

/** Normalizes the next texts of a queue: the other thread's side. */
export function normalizeQueued({ texts, next }: TextQueue, normalizeText: NormalizeText): NormalizedReply[] {
  const replies: NormalizedReply[] = []
  for (let characters = 0; characters < charactersAtOnce; ) {
    const index = Atomics.add(next, 0, 1)
    const text = texts[index]
    if (!text) break
    replies.push(replyOf(index, text, normalizeText))
    characters += text.text.length
  }
  return replies
}

function replyOf(
  index: number,
  { source: given, path, text, corrections: by }: TextQueue['texts'][number],
  normalizeText: NormalizeText,
): NormalizedReply {
  const file = new VFile({ path, value: text })
  const corrections = by && new VFile({ path: by.path, value: by.text })
  const source = { ...given, ...(corrections ? { corrections } : {}) }
  const normalized = guard(file, 'normalizing', () => normalizeText({ source, file }))
  const { lineStarts: _, evidence: __, ...data } = file.data
  const messages = [...messagesOf(file, 'text'), ...(corrections ? messagesOf(corrections, 'corrections') : [])]
  if (!normalized) return { index, data, messages }
  const { part, markdown, ledger } = normalized
  const { tree, metadata, edits } = part
  return { index, result: { tree, metadata, edits, markdown, ledger }, data, messages }
}

function messagesOf(file: VFile, about: MessageReply['about']): MessageReply[] {
  return file.messages.map(({ source, ruleId, reason, place, actual, expected, note }) => ({
    about,
    ruleId: `${source}:${ruleId}` as RuleId,
    reason,
    place,
    ...(actual === undefined ? {} : { actual }),
    ...(expected === undefined ? {} : { expected }),
    ...(note === undefined ? {} : { note }),
  }))
}
