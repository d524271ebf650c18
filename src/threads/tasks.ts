import type { Root } from 'mdast'
import type { DataMap } from 'vfile'
import type { Edit } from '../captured/edit.ts'
import type { Metadata, Source } from '../captured/source.ts'
import type { ReportDetails } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import type { SourceLedger } from '../ledger/source-ledger.ts'
import type { ResolvedDocument } from '../link/resolved.ts'
import type { LaidChapter } from '../pdf/layout.ts'
import type { Renumbering, ThreadGlyphs } from '../pdf/paint/glyphs.ts'
import type { PaintedChapter } from '../pdf/paint/painted.ts'
import type { PressSettings } from '../pdf/press.ts'
import type { Round } from '../pdf/settle.ts'

/** What another thread can be asked for: the question, and the answer. Both are plain data (HTML, "structured clone"). */
export interface Tasks {
  /** Gets ready to normalize texts of a queue. */
  queue: readonly [TextQueue, undefined]
  /** Normalizes the next texts of the queue, as many as make a message worth its way; gives none when there are none left. */
  normalize: readonly [undefined, readonly NormalizedReply[]]
  /** Sets up a press for some chapters. */
  setUp: readonly [PressShare, undefined]
  layOut: readonly [Round, ReadonlyMap<number, LaidChapter>]
  paint: readonly [Int32Array, ThreadGlyphs]
  /** Begins to finish all chapters. */
  finish: readonly [FinishRequest, undefined]
  /** Gives a finished chapter away. */
  chapter: readonly [number, PaintedChapter]
}

export type TaskName = keyof Tasks

/** Texts that several threads normalize: each takes the next one. */
export interface TextQueue {
  readonly texts: readonly QueuedText[]
  /** In memory that the threads share: the index of the next text. */
  readonly next: Int32Array
}

/** A text on its way to another thread. */
export interface QueuedText {
  readonly source: Source
  readonly path: string
  readonly text: string
  /** The hand corrections that belong to it. */
  readonly corrections?: { readonly path: string; readonly text: string }
}

/** A text that another thread has normalized, without what the asking one has already. */
export interface NormalizedReply {
  /** Index in the queue. */
  readonly index: number
  /** Absent when normalizing failed; the messages say why. */
  readonly result?: {
    readonly tree: Root
    readonly metadata: Metadata
    readonly edits: readonly Edit[]
    readonly markdown: string
    readonly ledger: SourceLedger
  }
  /** What the stages keep with the file. */
  readonly data: Partial<DataMap>
  readonly messages: readonly MessageReply[]
}

/** A message, and which file it is about. */
export interface MessageReply extends ReportDetails {
  readonly about: 'text' | 'corrections'
  readonly ruleId: RuleId
  readonly reason: string
}

/** What a press in another thread is set up with. */
export interface PressShare extends Omit<PressSettings, 'labels'> {
  /** With the trees of its own parts only. */
  readonly document: ResolvedDocument
  /** BCP 47 tag of the labels. */
  readonly language: string
  /** Folder with templates of the user's own. */
  readonly templates?: string | undefined
}

export interface FinishRequest {
  readonly pageNumbers: ReadonlyMap<string, number>
  readonly renumbering: Renumbering
}

/** Another thread, as the asking one sees it. */
export interface Thread {
  /** Rejects when the thread fails or ends. */
  ask<Name extends TaskName>(name: Name, question: Tasks[Name][0]): Promise<Tasks[Name][1]>
  /** Ends the thread, which gives its memory back: a thread's heap takes as much room when it is idle. */
  end(): void
}

/** A question on its way, and its answer: a thread answers in order. */
export interface Question {
  readonly name: TaskName
  readonly question: unknown
}

export type Answer = { readonly answer: unknown } | { readonly failure: string }
