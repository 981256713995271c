/**
 * The content of a structurally sound bundle: places that do not hold, layout past the text, references without an end.
 * Each concerns one record; what can be mended is.
 */
import { newEffort } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import type { Effort } from './approximate.ts'
import type { Article } from './article.ts'
import type { Bundle } from './bundle-schema.ts'
import { conflictingSidesOf, sidesOf } from './bundle-sides.ts'
import type { FindingList } from './finding-list.ts'
import type { Side } from './merge.ts'
import { type IndexedText, indexText } from './offsets.ts'
import type { Conflict, RecordKind } from './records.ts'
import { nameOf, referencesOf, visitReferences } from './references.ts'
import { settle } from './settle.ts'
import type { Span } from './span.ts'
import { recordsAStep, type Steps, within } from './steps.ts'

export type MendedBundle = {
  bundle: Bundle
  /** Annotations (conflicting ones not counted) that were found elsewhere, or not at all. */
  reanchored: number
  orphans: number
}

/**
 * Mends a bundle: annotations are settled over the articles it holds, layout past a text is dropped. Every fault is added
 * to the findings, references without an end among them. Searching is bounded: of a file with very many wrong places
 * those that are searched last become orphans.
 */
export function* mendBundle(bundle: Bundle, findings: FindingList, effort: Effort = newEffort()): Steps<MendedBundle> {
  const desk: Desk = { texts: textsOf(bundle.articles), effort, findings }
  const articles = mapKeeping(bundle.articles, (article, i) => mendLayout(article, `/articles/${i}`, findings))
  const annotations: Annotation[] = []
  for (const [i, record] of bundle.annotations.entries()) {
    annotations.push(mendAnnotation(record, () => `/annotations/${i}`, desk))
    if (i % recordsAStep === recordsAStep - 1) yield (0.5 * i) / bundle.annotations.length
  }
  const conflicts = mapKeeping(bundle.conflicts, (conflict, i) =>
    mendConflict(conflict, `/conflicts/${i}/record`, desk),
  )
  yield* within(0.5, 1, reportDangling(bundle, findings))
  const became = (anchor: Annotation['anchor']) =>
    annotations.filter((annotation, i) => annotation !== bundle.annotations[i] && annotation.anchor === anchor).length
  return {
    bundle: { ...bundle, articles, annotations, conflicts },
    reanchored: became('reanchored'),
    orphans: became('orphan'),
  }
}

type Desk = { texts: ReadonlyMap<string, () => IndexedText>; effort: Effort; findings: FindingList }

/** The texts by article id, each indexed when it is first asked for. */
const textsOf = (articles: readonly Article[]): Map<string, () => IndexedText> =>
  new Map(
    articles.map(({ id, text }) => {
      let indexed: IndexedText | undefined
      return [
        id,
        () => {
          indexed ??= indexText(text)
          return indexed
        },
      ]
    }),
  )

const mendAnnotation = (record: Annotation, where: () => string, { texts, effort, findings }: Desk): Annotation => {
  const text = texts.get(record.articleId)
  if (!text) return record
  const { annotation, faults } = settle(record, text(), effort)
  for (const fault of faults) findings.add(fault.code, where() + fault.where)
  return annotation
}

const mendLayout = (article: Article, where: string, findings: FindingList): Article => {
  let length: number | undefined
  const within = <T extends Span>(list: T[], name: string): T[] =>
    keptOf(list, ({ end }, i) => {
      // No text has more code points than code units: most layout needs no counting.
      if (end <= article.text.length / 2) return true
      length ??= indexText(article.text).length
      if (end <= length) return true
      findings.add('layout-past-text', `${where}/${name}/${i}/end`, { end, length })
      return false
    })
  const blocks = within(article.blocks, 'blocks')
  const marks = within(article.marks, 'marks')
  return blocks === article.blocks && marks === article.marks ? article : { ...article, blocks, marks }
}

const mendConflict = (conflict: Conflict, where: string, desk: Desk): Conflict => {
  if (conflict.kind === 'annotation') {
    const record = mendAnnotation(conflict.record, () => where, desk)
    return record === conflict.record ? conflict : { kind: 'annotation', record }
  }
  if (conflict.kind !== 'article') return conflict
  const record = mendLayout(conflict.record, where, desk.findings)
  return record === conflict.record ? conflict : { kind: 'article', record }
}

/** References whose other end is no record of the bundle; a tombstone is no end. */
function* reportDangling(bundle: Bundle, findings: FindingList): Steps<void> {
  const known = new Map<RecordKind, Set<string>>()
  for (const side of sidesOf(bundle)) {
    if (side.kind === 'tombstone') continue
    const names = known.get(side.kind) ?? new Set()
    known.set(side.kind, names.add(nameOf(side)))
  }
  const report = (side: Side, where: string) => {
    let isWhole = true
    visitReferences(side, (kind, id) => {
      isWhole &&= known.get(kind)?.has(id) === true
    })
    if (isWhole) return
    for (const { kind, id, where: inside } of referencesOf(side)) {
      if (!known.get(kind)?.has(id)) findings.add('dangling-reference', where + inside, { kind, id })
    }
  }
  let done = 0
  for (const side of sidesOf(bundle)) {
    report(side, side.where)
    // Of most bundles annotations are nearly all.
    if (++done % recordsAStep === 0) yield Math.min(1, done / (bundle.annotations.length + recordsAStep))
  }
  for (const side of conflictingSidesOf(bundle)) report(side, side.where)
}

/** The list with every item changed: the same list where none was. */
const mapKeeping = <T>(list: T[], change: (item: T, index: number) => T): T[] => {
  const changed = list.map(change)
  return changed.some((item, i) => item !== list[i]) ? changed : list
}

/** The items kept: the same list where all were. */
const keptOf = <T>(list: T[], keep: (item: T, index: number) => boolean): T[] => {
  const kept = list.filter(keep)
  return kept.length === list.length ? list : kept
}
