/** Joining a bundle into the project, inside one transaction. */
import { newEffort } from '../core/anchor.ts'
import type { Anchor } from '../core/annotation.ts'
import type { Effort } from '../core/approximate.ts'
import type { Bundle } from '../core/bundle-schema.ts'
import { conflictingSidesOf, type PlacedSide, sidesOf } from '../core/bundle-sides.ts'
import { canonicalText } from '../core/canonical.ts'
import type { Finding } from '../core/finding.ts'
import { decide, kindOf, type Side, standing } from '../core/merge.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import type { RecordKind } from '../core/records.ts'
import { regained, settle } from '../core/settle.ts'
import type { Steps } from '../core/steps.ts'
import { findText } from './articles.ts'
import { losersOf } from './conflicts.ts'
import { exchanged, internal, placeVersions } from './placing.ts'
import { readProjectRow } from './project-row.ts'
import { findSide, plainTables } from './records.ts'
import { type Db, sql } from './sql.ts'
import { accept, putProject, type Tx } from './write.ts'

export type Counts = Partial<Record<RecordKind | 'tombstone', number>>

export type MergeOutcome = {
  new: Counts
  newer: Counts
  older: Counts
  equal: Counts
  /** Records that came to stand in conflict, or in one more. */
  conflicts: Counts
  /** Annotations found elsewhere, or nowhere, because texts differed: the bundle's on our text, ours on a corrected one. */
  reanchored: number
  orphans: number
  /** Articles that were here with another text. */
  texts: string[]
  /** 'concurrent' names records that were changed on both sides. */
  findings: Finding[]
}

/** Brings the versions of every record of a bundle together with ours, in steps of few records. Versions stay as they came. */
export function* mergeBundle(tx: Tx, bundle: Bundle): Steps<MergeOutcome> {
  const takesOver = isEmpty(tx.db)
  const outcome: MergeOutcome = {
    new: {},
    newer: {},
    older: {},
    equal: {},
    conflicts: {},
    reanchored: 0,
    orphans: 0,
    texts: [],
    findings: [],
  }
  tx.onPlaced = (anchor) => countPlaced(outcome, anchor)
  const desk: Desk = { tx, texts: textsFor(tx.db, bundle), effort: newEffort(), outcome }
  // Nearly all records are annotations.
  const total = bundle.annotations.length + bundle.articles.length
  let done = 0
  for (const { side, losers } of recordsOf(bundle)) {
    // Ids stand in a bundle once: in an empty project nothing needs to be looked for.
    mergeRecord(desk, takesOver ? undefined : findSide(tx.db, kindOf(side), side.record.id), side, losers)
    if (++done % recordsAPause === 0) yield Math.min(1, done / total)
  }
  // The last chance to stop.
  yield 1
  mergeProject(tx, bundle, takesOver)
  return outcome
}

/** Looks an annotation's text up: ours, after the bundle's articles were taken. `same` where it is the bundle's as well. */
type Texts = (articleId: string) => { index: IndexedText; same: boolean } | undefined

type Desk = { tx: Tx; texts: Texts; effort: Effort; outcome: MergeOutcome }

/** Every record of a bundle with its losing versions; one that stands among the conflicts only is a record too. */
function* recordsOf(bundle: Bundle): Generator<{ side: PlacedSide; losers: PlacedSide[] }> {
  const losers = new Map<string, PlacedSide[]>()
  for (const side of conflictingSidesOf(bundle))
    losers.set(side.record.id, [...(losers.get(side.record.id) ?? []), side])
  for (const side of sidesOf(bundle)) {
    yield { side, losers: losers.get(side.record.id) ?? [] }
    losers.delete(side.record.id)
  }
  for (const [first, ...rest] of losers.values()) if (first) yield { side: first, losers: rest }
}

const mergeRecord = (desk: Desk, shown: Side | undefined, side: PlacedSide, losers: PlacedSide[]): void => {
  const { tx, outcome } = desk
  const kind = kindOf(side)
  const incoming = [side, ...losers].map((version) => settledHere(version, desk))
  const [first = side] = incoming
  const index = indexFor([shown, side], desk.texts)
  if (!shown && losers.length === 0) {
    accept(tx, internal(first, index), undefined)
    countIn(outcome.new, side.kind)
    return
  }
  if (
    kind === 'article' &&
    shown?.kind === 'article' &&
    side.kind === 'article' &&
    shown.record.text !== side.record.text
  )
    outcome.texts.push(side.record.id)
  const before = shown ? [exchanged(shown, index), ...losersOf(tx.db, side.record.id)] : []
  const after = standing([...before, ...incoming])
  placeVersions(tx, after, before, shown, index)
  const isNews = after.length > 1 && after.some((version) => !before.includes(version))
  if (isNews) countIn(outcome.conflicts, kind)
  if (isNews && shown) {
    outcome.findings.push({ code: 'concurrent', where: side.where, params: { kind, id: side.record.id } })
  } else countIn(outcome[groupOf(decide(before[0], first).outcome)], side.kind)
}

/** Writing these takes about a millisecond; of texts that differ each takes much longer. */
const recordsAPause = 10

type Group = 'new' | 'newer' | 'older' | 'equal'

/** Where nothing was added, concurrent versions are ones that stand here already. */
const groupOf = (what: ReturnType<typeof decide>['outcome']): Group =>
  what === 'joined' || what === 'concurrent' ? 'equal' : what

const countIn = (counts: Counts, kind: keyof Counts): void => {
  counts[kind] = (counts[kind] ?? 0) + 1
}

const countPlaced = (outcome: MergeOutcome, anchor: Anchor): void => {
  if (anchor === 'reanchored') outcome.reanchored++
  if (anchor === 'orphan') outcome.orphans++
}

/** The text of the annotation that two sides are versions of. */
const indexFor = (sides: (Side | undefined)[], texts: Texts): IndexedText | undefined => {
  const found = sides.find((side) => side?.kind === 'annotation')
  return found?.kind === 'annotation' ? texts(found.record.articleId)?.index : undefined
}

/** The reader settled annotations over the bundle's text; where ours is another one they are settled over ours. */
const settledHere = ({ where, kind, record: placed }: PlacedSide, { texts, effort, outcome }: Desk): Side => {
  const side = { kind, record: placed } as Side
  if (side.kind !== 'annotation') return side
  const { record } = side
  const text = texts(record.articleId)
  if (!text || text.same) return side
  const { annotation, faults } = settle(record, text.index, effort)
  for (const fault of faults) outcome.findings.push({ code: fault.code, where: where + fault.where })
  if (annotation !== record) countPlaced(outcome, annotation.anchor)
  return { kind: 'annotation', record: regained(annotation, text.index) }
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

/** An empty project becomes the one the bundle is from; members of `ext` that are not here yet are kept for later. */
const mergeProject = (tx: Tx, { project, ext }: Bundle, takesOver: boolean): void => {
  const row = readProjectRow(tx.db)
  const merged = {
    ...(takesOver ? { id: project.id, title: project.title } : { id: row.id, title: row.title }),
    ...((ext ?? row.ext) && { ext: { ...ext, ...row.ext } }),
  }
  if (canonicalText(merged) !== canonicalText(row)) putProject(tx, merged)
}

/** Whether nothing was ever written to a project. */
export const isEmpty = (db: Db): boolean =>
  [...Object.values(plainTables), 'articles', 'annotations', 'tombstones', 'conflicts', 'steps'].every(
    (table) => sql(db, `SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
  )
