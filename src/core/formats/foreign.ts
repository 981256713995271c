/**
 * What another tool's file says, before anybody has decided which of it become actors, positions and claims. Every reader of
 * such files answers with this. Offsets are UTF-16 code units of `text`.
 */
import type { Span } from '../span.ts'

export type ForeignDocument = {
  /** How the file or the record calls it. */
  name: string
  text: string
  spans: ForeignSpan[]
  relations: ForeignRelation[]
  /** What a tokenised format takes for words, and for sentences. */
  tokens?: Span[]
  sentences?: Span[]
}

export type ForeignValue = string | number | boolean

export type ForeignSpan = {
  /** Unique in the file. */
  id: string
  /** The tool's name for this kind of span: a type, a layer, a label. */
  layer: string
  /** In text order, disjoint. A place without words has one fragment of no length. */
  fragments: Span[]
  features: Record<string, ForeignValue>
  /** Who made it, where the file says so. */
  annotator?: string
}

export type ForeignRelation = {
  id: string
  layer: string
  /** Ids of spans. */
  from: string
  to: string
  features: Record<string, ForeignValue>
  annotator?: string
}

/** What could not be read, and where; the rest was. */
export type ForeignProblem = { line: number; reason: ForeignReason; detail?: string }

export type ForeignReason = 'format' | 'columns' | 'offsets' | 'quote' | 'reference' | 'value'

export type ForeignFile = { documents: ForeignDocument[]; problems: ForeignProblem[] }
