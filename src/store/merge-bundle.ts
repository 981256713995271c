/** Joining a bundle into the project, inside one transaction. */
import { newEffort } from '../core/anchor.ts'
import type { Bundle } from '../core/bundle-schema.ts'
import { type PlacedSide, sidesOf } from '../core/bundle-sides.ts'
import { canonicalText } from '../core/canonical.ts'
import { annotationToInternal, toExchange, toInternal } from '../core/convert.ts'
import type { Finding } from '../core/finding.ts'
import { decide, kindOf, type Side } from '../core/merge.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import type { Conflict, RecordKind } from '../core/records.ts'
import { settle } from '../core/settle.ts'
import { compareVersions } from '../core/version-vector.ts'
import { findText } from './articles.ts'
import { sha256Of } from './content.ts'
import { readProjectRow } from './project-row.ts'
import { findSide, plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'
import { accept, putConflict, putProject, type StoredConflict, type Tx } from './write.ts'

export type Counts = Partial<Record<RecordKind | 'tombstone', number>>

export type MergeOutcome = {
  new: Counts
  newer: Counts
  older: Counts
  equal: Counts
  conflicts: Counts
  /** Annotations found elsewhere, or nowhere, in a text of ours that differs from the bundle's. */
  reanchored: number
  orphans: number
  /** A 'concurrent' one means that the merge must not be kept. */
  findings: Finding[]
}

/**
 * Takes every record and tombstone of a bundle that is new or newer. Records that were changed on both sides are told and
 * left alone: the caller gives the whole transaction up then. Versions stay as they came.
 */
export const mergeBundle = (tx: Tx, bundle: Bundle): MergeOutcome => {
  const takesOver = isEmpty(tx.db)
  const outcome: MergeOutcome = {
    new: {},
    newer: {},
    older: {},
    equal: {},
    conflicts: {},
    reanchored: 0,
    orphans: 0,
    findings: [],
  }
  const texts = textsFor(tx.db, bundle)
  for (const incoming of sidesOf(bundle)) {
    // Ids stand in a bundle once: in an empty project nothing needs to be looked for.
    const local = takesOver ? undefined : findSide(tx.db, kindOf(incoming), incoming.record.id)
    mergeSide(tx, local, incoming, texts, outcome)
  }
  mergeConflicts(tx, bundle.conflicts, outcome)
  mergeProject(tx, bundle, takesOver)
  return outcome
}

/** Looks an annotation's text up: ours, after the bundle's articles were taken. `same` where it is the bundle's as well. */
type Texts = (articleId: string) => { index: IndexedText; same: boolean } | undefined

const mergeSide = (
  tx: Tx,
  local: Side | undefined,
  incoming: PlacedSide,
  texts: Texts,
  outcome: MergeOutcome,
): void => {
  const { where } = incoming
  const settled = incoming.kind === 'annotation' ? settleHere(incoming, where, texts, outcome) : incoming
  const decision = decide(local && exchanged(local, texts), settled)
  switch (decision.outcome) {
    case 'new':
    case 'newer':
      accept(tx, internal(settled, texts), local)
      break
    case 'joined':
      accept(tx, internal(decision.side, texts), local)
      break
    case 'concurrent':
      outcome.findings.push({ code: 'concurrent', where, params: { kind: kindOf(incoming), id: incoming.record.id } })
      break
    default:
  }
  countIn(outcome, decision.outcome, incoming.kind)
}

const countIn = (outcome: MergeOutcome, what: ReturnType<typeof decide>['outcome'], kind: keyof Counts): void => {
  const counts = outcome[what === 'joined' ? 'equal' : what === 'concurrent' ? 'conflicts' : what]
  counts[kind] = (counts[kind] ?? 0) + 1
}

const exchanged = (side: Side, texts: Texts): Side => {
  if (side.kind === 'tombstone') return side
  return toExchange(side, side.kind === 'annotation' ? texts(side.record.articleId)?.index : undefined)
}

const internal = (side: Side, texts: Texts): Side => {
  if (side.kind === 'tombstone') return side
  if (side.kind !== 'annotation') return toInternal(side)
  const index = texts(side.record.articleId)?.index
  // Without characters of two units every offset stays as it is; the quotes were settled.
  if (!index || index.length === index.text.length) return side
  return { kind: 'annotation', record: annotationToInternal(side.record, index) }
}

/** The reader settled the annotation over the bundle's text; where ours is another one it is settled over ours. */
const settleHere = (side: Side & { kind: 'annotation' }, where: string, texts: Texts, outcome: MergeOutcome): Side => {
  const { record } = side
  const text = texts(record.articleId)
  if (!text || text.same) return side
  const { annotation, faults } = settle(record, text.index, newEffort())
  for (const fault of faults) outcome.findings.push({ code: fault.code, where: where + fault.where })
  if (annotation !== record && annotation.anchor === 'reanchored') outcome.reanchored++
  if (annotation !== record && annotation.anchor === 'orphan') outcome.orphans++
  return { kind: 'annotation', record: annotation }
}

const textsFor = (db: Db, bundle: Bundle): Texts => {
  const theirs = new Map(bundle.articles.map(({ id, text }) => [id, text]))
  // Annotations come article by article.
  let last: { id: string; found: ReturnType<Texts> } | undefined
  return (articleId) => {
    if (last?.id !== articleId) {
      const text = findText(db, articleId)
      const found = text === undefined ? undefined : { index: indexText(text), same: theirs.get(articleId) === text }
      last = { id: articleId, found }
    }
    return last.found
  }
}

/** What is undecided elsewhere is undecided here, unless what stands here has seen it. What is decided is dropped. */
const mergeConflicts = (tx: Tx, conflicts: readonly Conflict[], outcome: MergeOutcome): void => {
  for (const conflict of conflicts) {
    const stored = storedConflict(conflict)
    if (isDecided(tx.db, conflict) || !putConflict(tx, stored, true)) continue
    countIn(outcome, 'concurrent', conflict.kind)
  }
  for (const stored of sql<StoredConflict>(tx.db, 'SELECT id, kind, content FROM conflicts').all()) {
    const conflict: Conflict = { kind: stored.kind, record: JSON.parse(stored.content) }
    if (isDecided(tx.db, conflict)) putConflict(tx, stored, false)
  }
}

const storedConflict = ({ kind, record }: Conflict): StoredConflict => {
  const content = canonicalText(record)
  return { id: sha256Of(`${kind} ${content}`), kind, content }
}

const isDecided = (db: Db, conflict: Conflict): boolean => {
  const standing = findSide(db, kindOf(conflict), conflict.record.id)
  const order = standing && compareVersions(standing.record.version, conflict.record.version)
  return order === 'equal' || order === 'dominates'
}

/** An empty project becomes the one the bundle is from; members of `ext` that are not here yet are kept for later. */
const mergeProject = (tx: Tx, { project, ext }: Bundle, takesOver: boolean): void => {
  const row = readProjectRow(tx.db)
  const merged = {
    ...(takesOver ? { id: project.id, title: project.title } : { id: row.id, title: row.title }),
    ...((ext ?? row.ext) && { ext: { ...ext, ...row.ext } }),
  }
  if (canonicalText(merged) !== canonicalText(row)) putProject(tx, merged)
}

const isEmpty = (db: Db): boolean =>
  [...Object.values(plainTables), 'articles', 'annotations', 'tombstones', 'conflicts', 'steps'].every(
    (table) => sql(db, `SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
  )
