/** The structure of a bundle: what the schemas say and what they cannot say. A fault here refuses the file. */
import { z } from 'zod'
import type { Annotation } from './annotation.ts'
import type { Article } from './article.ts'
import { type Bundle, bundle, conflict, listPaths } from './bundle-schema.ts'
import { placeOfList } from './bundle-sides.ts'
import { articleIdOf } from './digest.ts'
import type { FindingList } from './finding-list.ts'
import { fitsOf } from './fits.ts'
import { looseGroups } from './fragments.ts'
import { type RecordKind, recordKinds, recordSchemas, tombstone } from './records.ts'
import { reportIssues } from './schema-issues.ts'
import type { Span } from './span.ts'
import { recordsAStep, type Steps } from './steps.ts'

/** A parsed file, if it has a bundle's structure; what it lacks is added to the findings, until they are full. */
export function* soundBundle(value: unknown, findings: FindingList): Steps<Bundle | undefined> {
  const format = formatOf.safeParse(value)
  if (!format.success) {
    // Some other file: what else it lacks of a bundle helps nobody.
    reportIssues(format.error.issues, value, { where: '' }, findings)
    return undefined
  }
  const outline = outlineOf.safeParse(value)
  if (!outline.success) reportIssues(outline.error.issues, value, { where: '' }, findings)
  const ids = new Set<string>()
  const records = [
    ...recordKinds.map((kind) => ({ kind, path: listPaths[kind], where: placeOfList(kind) })),
    { kind: 'tombstone' as const, path: ['tombstones'], where: '/tombstones' },
  ].map((each) => ({ ...each, list: listAt(value, each.path) }))
  const total = records.reduce((sum, { list }) => sum + list.length, 0)
  let done = 0
  for (const { kind, where, list } of records) {
    for (const [i, item] of list.entries()) {
      checkId(item, where, i, ids, findings)
      checkRecord(item, kind, () => `${where}/${i}`, findings)
      if (findings.full()) break
      if (++done % recordsAStep === 0) yield done / total
    }
  }
  for (const [i, item] of listAt(value, ['conflicts']).entries()) {
    checkConflict(item, `/conflicts/${i}`, findings)
    if (findings.full()) break
  }
  return findings.refused() ? undefined : (value as Bundle)
}

const formatOf = z.looseObject({ format: bundle.shape.format })

/** The bundle with its lists left open: they are gone through one record at a time. */
const anyList = z.array(z.unknown())
const outlineOf = bundle.extend({
  annotators: anyList,
  codebook: z.strictObject({ codes: anyList, attributes: anyList, linkTypes: anyList }),
  actors: anyList,
  issues: anyList,
  articles: anyList,
  annotations: anyList,
  links: anyList,
  adjudications: anyList,
  progress: anyList,
  tombstones: anyList,
  conflicts: anyList,
})

const listAt = (value: unknown, path: readonly string[]): unknown[] => {
  const list = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), value)
  return Array.isArray(list) ? list : []
}

const checkId = (item: unknown, list: string, index: number, ids: Set<string>, findings: FindingList): void => {
  const id = isObject(item) ? item['id'] : undefined
  if (typeof id !== 'string') return
  const known = ids.size
  if (ids.add(id).size === known) findings.add('duplicate-id', `${list}/${index}/id`, { id: id.slice(0, 100) })
}

const schemas = { ...recordSchemas, tombstone }
const fitsArticle = fitsOf(recordSchemas.article)
const fitsAnnotation = fitsOf(recordSchemas.annotation)

/** Nearly every record fits, and nearly all are annotations; zod, which is slower, then only words what does not. */
const checkRecord = (
  value: unknown,
  kind: RecordKind | 'tombstone',
  where: () => string,
  findings: FindingList,
): void => {
  if (kind === 'article' && fitsArticle(value)) checkArticle(value, where(), findings)
  else if (kind === 'annotation' && fitsAnnotation(value)) checkAnnotation(value, where, findings)
  else {
    const parsed = schemas[kind].safeParse(value)
    if (!parsed.success) reportIssues(parsed.error.issues, value, { where: where(), kind }, findings)
  }
}

const checkConflict = (value: unknown, where: string, findings: FindingList): void => {
  const kind = isObject(value) ? kindOfConflict.safeParse(value['kind']) : undefined
  if (isObject(value) && kind?.success && Object.hasOwn(value, 'record')) {
    const wrapper = conflictWrapper.safeParse(value)
    if (!wrapper.success) reportIssues(wrapper.error.issues, value, { where }, findings)
    checkRecord(value['record'], kind.data, () => `${where}/record`, findings)
  } else {
    const parsed = conflict.safeParse(value)
    if (!parsed.success) reportIssues(parsed.error.issues, value, { where }, findings)
  }
}

const kindOfConflict = z.enum([...recordKinds, 'tombstone'])
const conflictWrapper = z.strictObject({ kind: kindOfConflict, record: z.unknown() })

const checkArticle = (article: Article, where: string, findings: FindingList): void => {
  if (article.textRevision === 0 && article.id !== articleIdOf(article.text)) {
    findings.add('wrong-article-id', `${where}/id`)
  }
  checkRanges(article.blocks, () => `${where}/blocks`, findings)
  checkRanges(article.marks, () => `${where}/marks`, findings)
}

const checkAnnotation = (annotation: Annotation, where: () => string, findings: FindingList): void => {
  checkFragments(annotation.target.fragments, () => `${where()}/target/fragments`, findings)
  for (const group of looseGroups(annotation)) checkFragments(group.fragments, () => where() + group.where, findings)
}

/** Fragments are disjoint and in text order, those aside that are lost. */
const checkFragments = (
  fragments: readonly (Span & { lost?: true | undefined })[],
  where: () => string,
  findings: FindingList,
) => {
  checkRanges(fragments, where, findings)
  let end = 0
  for (const [i, fragment] of fragments.entries()) {
    if (fragment.lost || fragment.start >= fragment.end) continue
    if (fragment.start < end) findings.add('fragment-order', `${where()}/${i}`)
    end = Math.max(end, fragment.end)
  }
}

const checkRanges = (ranges: readonly Span[], where: () => string, findings: FindingList): void => {
  for (const [i, { start, end }] of ranges.entries()) {
    if (start >= end) findings.add('start-after-end', `${where()}/${i}`, { start, end })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
