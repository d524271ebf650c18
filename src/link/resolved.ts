import type { FootnoteDefinition, Heading, Root, Table } from 'mdast'
import type { VFile } from 'vfile'
import type { Edit } from '../captured/edit.ts'
import type { Metadata, Source } from '../captured/source.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import type { Figure } from '../mdast/figure.ts'
import type { TargetKind } from '../mdast/identifier.ts'
import type { Places } from './places.ts'

/** The dossier with all its numbers final: what both writers take. Page numbers are absent, only `pdf` knows them. */
export interface ResolvedDocument {
  readonly title: string
  readonly subtitle?: string
  /** ISO 8601 date. */
  readonly date?: string
  readonly authors: readonly string[]
  /** BCP 47 tag of the dossier's own words (labels, contents). */
  readonly language: string
  /** Lists of names that stand for one thing each, all of them equal: who searches for one finds the others. */
  readonly glossary: readonly (readonly string[])[]
  readonly parts: readonly ResolvedPart[]
  /** Every thing that a link can lead to, by anchor. */
  readonly targets: ReadonlyMap<string, Target>
  /** Parts, and in them their sections and annexes, nested as a reader's contents. */
  readonly outline: readonly OutlineEntry[]
  readonly figures: readonly NumberedFigure[]
  readonly tables: readonly NumberedTable[]
  readonly annexes: readonly NumberedAnnex[]
  readonly registers: Registers
  /** SHA-256 over the sources' hashes and the manifest, lower-case hexadecimal: the dossier's fingerprint. */
  readonly fingerprint: string
}

/** One source in the dossier. */
export interface ResolvedPart {
  /** Anchor of the part. */
  readonly id: string
  /** Place in the dossier, from 1. */
  readonly number: number
  readonly title: string
  /** The heading of the source that says the title; it is not in the tree. */
  readonly heading?: Heading
  readonly source: Source
  readonly metadata: Metadata
  readonly file: VFile
  /** Blocks with `data.id`, `data.number`; text leaves merged; the heading that is the part's title left out. */
  readonly tree: Root
  /** Notes in the order of their numbers, taken out of the tree. */
  readonly notes: readonly Note[]
  readonly edits: readonly Edit[]
  /** Words of body and notes in the normalized text. */
  readonly words: number
  /** What of the source is in which block: the nodes have no places. */
  readonly places: Places
}

/** One note of a part. */
export interface Note {
  readonly id: string
  /** The note's label in its source ("7", "*"). */
  readonly label: string
  readonly definition: FootnoteDefinition
  /** Anchors of its calls, in order; empty when the calls were lost. */
  readonly calls: readonly string[]
  /** Whether the capture lost the note's text. */
  readonly lost: boolean
}

export interface Target {
  readonly id: string
  readonly kind: TargetKind
  /** Number as shown, without its kind. */
  readonly number: string
  /** What a reader would call it ("Annex 1", a section's title). */
  readonly label: string
  readonly part: string
}

export interface OutlineEntry {
  readonly id: string
  readonly kind: TargetKind
  /** Number as the contents show it: the source's own where its heading has one. */
  readonly number: string
  readonly title: string
  readonly children: readonly OutlineEntry[]
}

export interface NumberedFigure {
  readonly id: string
  readonly number: string
  /** Its caption without the label that the source gives it. */
  readonly caption: string
  /** The source's own label ("Figure 1"), where its caption begins with one. */
  readonly sourceLabel?: string
  readonly part: string
  readonly node: Figure
  readonly lost: boolean
}

export interface NumberedTable {
  readonly id: string
  readonly number: string
  /** Its caption without the label that the source gives it, else the nearest heading before it. */
  readonly caption: string
  /** The source's own label ("Table 2"), where its caption begins with one. */
  readonly sourceLabel?: string
  readonly part: string
  readonly node: Table
}

export interface NumberedAnnex {
  readonly id: string
  /** Label in its source ("1", "A"). */
  readonly number: string
  readonly title: string
  readonly part: string
  readonly node: Heading
}

/** What is missing, doubtful or taken out, so that no reader has to find out alone. */
export interface Registers {
  /** Notes called in the text whose text the capture lost. */
  readonly lostNotes: readonly RegisterEntry[]
  /** Notes whose call the capture lost. */
  readonly uncalledNotes: readonly RegisterEntry[]
  readonly lostFigures: readonly RegisterEntry[]
  /** Words that were links in the original ("click here") and lead nowhere now. */
  readonly deadLinks: readonly RegisterEntry[]
  /** References to something that the dossier does not have. */
  readonly unresolvedReferences: readonly RegisterEntry[]
  /** Places that a rule would have changed, had it been surer; the text is as the source has it. */
  readonly doubtfulPlaces: readonly RegisterEntry[]
  /** Text of the capture that was not the author's: menus, page numbers, running heads. */
  readonly removedMatter: readonly RegisterEntry[]
}

export interface RegisterEntry {
  readonly rule: RuleId
  readonly part: string
  /** Anchor of the nearest block, where there is one. */
  readonly target?: string
  /** Line in the source file, from 1. */
  readonly line: number
  /** What it is about, as the source has it. */
  readonly what: string
  /** Why it is here. */
  readonly why: string
}
