/** A block of a text. In its words `[^1]` is a note call, and `·` a place where a word may be divided. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines that end where their author ended them. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'items'; readonly marks: 'bullets' | 'numbers'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[] }
  /** What another letter said. */
  | { readonly kind: 'quotation'; readonly paragraphs: readonly string[] }

/** A text before anybody has captured it. */
export interface Text {
  /** What kind of text it is. */
  readonly kind: string
  readonly metadata: {
    readonly title?: string
    readonly publisher?: string
    readonly date?: string
    readonly author?: string
  }
  readonly blocks: readonly Block[]
  /** Texts of the notes, the first one for `[^1]`. */
  readonly notes: readonly string[]
}

/** A text as somebody captured it. */
export interface Captured {
  readonly input: string
  /** Lines around the text that are no part of it. */
  readonly boilerplate: readonly string[]
}

/** A heading. */
export function heading(depth: number, text: string): Block {
  return { kind: 'heading', depth, text }
}

/** A paragraph. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** Lines of their own. */
export function lines(...own: readonly string[]): Block {
  return { kind: 'lines', lines: own }
}
