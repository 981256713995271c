/** What a transaction that writes carries with it. */
import type { Anchor } from '../core/annotation.ts'
import type { Article } from '../core/article.ts'
import type { RecordKind } from '../core/records.ts'
import type { Project } from './open.ts'
import type { Db } from './sql.ts'

/** Who works in an open project, and with which clock. */
export type Session = {
  /** Whether blind mode, where it is set, hides others' work from who works here. */
  keepsBlind?: boolean
  readonly project: Project
  now(): Date
  newId(): string
  me?: { id: string; name: string }
}

/** Ids of annotations are gathered up to this many. */
export const manyAnnotations = 201

/** What a transaction touched. */
export type Touched = {
  kinds: Set<RecordKind>
  articleIds: Set<string>
  /** No longer all of them when there are `manyAnnotations`. */
  annotationIds: Set<string>
  project: boolean
}

export const newTouched = (): Touched => ({
  kinds: new Set(),
  articleIds: new Set(),
  annotationIds: new Set(),
  project: false,
})

/** A transaction that writes. */
export type Tx = {
  readonly db: Db
  readonly session: Session
  readonly replicaId: string
  /** The time of everything it writes. */
  readonly at: string
  readonly touched: Touched
  /** Keeps what a change goes back to; absent where nothing can be undone (in undoing itself). */
  readonly remember?: (kind: string, recordId: string, content: string | null) => void
  signed: boolean
  /** Records that were written beside losing versions: which one is shown is settled at the end. */
  readonly undecided: Map<string, RecordKind>
  /** Set by a transaction that places annotations itself: what it left is found again on changed texts at its end. */
  corrected?: Map<string, Article>
  /** Told of every annotation that a changed text gave another anchor. */
  onPlaced?: (anchor: Anchor) => void
}
