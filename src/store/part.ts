/** Which records belong to a part of a project: some people's work, some articles, or both, with all it refers to of the registries. */
import type { Annotation } from '../core/annotation.ts'
import type { Article } from '../core/article.ts'
import type { Entry } from '../core/convert.ts'
import type { Side } from '../core/merge.ts'
import { type RecordKind, recordKinds } from '../core/records.ts'
import { type Reference, referencesOf } from '../core/references.ts'
import { listArticles } from './articles.ts'
import { unpack } from './content.ts'
import { findRecord, listRecords, type PlainKind } from './records.ts'
import { exists } from './references.ts'
import { type Db, sql } from './sql.ts'

/** Of which people, of which articles; absent means all. */
export type Wanted = { annotatorIds?: string[] | undefined; articleIds?: string[] | undefined }

export type Part = {
  ids: Record<RecordKind, ReadonlySet<string>>
  /** Annotations that belong to it, and those on its articles that do not, by annotator. */
  made: ReadonlyMap<string, number>
  leftOut: ReadonlyMap<string, number>
  /** References to annotations and articles that are in the project and not in the part. */
  dangling: number
}

/**
 * Articles: those named, or those that the people worked on. Annotations, links, decisions and progress: theirs, on these
 * articles. The codebook goes along whole, of actors and issues what is referred to. Deletions never do.
 */
export const partOf = (db: Db, { annotatorIds, articleIds }: Wanted): Part => {
  const ids = Object.fromEntries(recordKinds.map((kind) => [kind, new Set<string>()])) as Record<
    RecordKind,
    Set<string>
  >
  const isTheirs = among(annotatorIds)
  const isWanted = among(articleIds)
  const made = new Map<string, number>()
  const others: Annotation[] = []
  const references: Reference[] = []
  const include = (entry: Entry): void => {
    ids[entry.kind].add(entry.record.id)
    references.push(...referencesOf(entry))
  }
  const includeAll = <K extends PlainKind>(
    kind: K,
    isPart: (record: ReturnType<typeof listRecords<K>>[number]) => boolean,
  ) => {
    for (const record of listRecords(db, kind)) if (isPart(record)) include({ kind, record } as Entry)
  }

  const worked = new Set<string>()
  for (const annotation of annotations(db, articleIds)) {
    const { articleId, annotatorId } = annotation
    if (isTheirs(annotatorId)) {
      include({ kind: 'annotation', record: annotation })
      worked.add(articleId)
      count(made, annotatorId)
    } else others.push(annotation)
  }
  includeAll('adjudication', ({ articleId, decidedBy }) => isWanted(articleId) && isTheirs(decidedBy))
  includeAll('progress', ({ articleId, annotatorId }) => isWanted(articleId) && isTheirs(annotatorId))
  for (const { kind, id } of references) if (kind === 'article') worked.add(id)
  for (const { article } of listArticles(db)) {
    const isPart = articleIds || !annotatorIds ? isWanted(article.id) : worked.has(article.id)
    if (isPart) include({ kind: 'article', record: withoutText(article) })
  }
  includeAll(
    'link',
    ({ from, to, createdBy }) =>
      isTheirs(createdBy) && (ids.annotation.has(from) || ('annotation' in to && ids.annotation.has(to.annotation))),
  )
  const whole = annotatorIds || articleIds ? [] : (['actor', 'issue', 'annotator'] as const)
  for (const kind of ['code', 'attribute', 'linkType', ...whole] as const) includeAll(kind, () => true)
  for (const conflict of losing(db, ids)) references.push(...referencesOf(conflict))

  // What entries refer to comes along too: the list grows while it is walked.
  for (const { kind, id } of references) {
    if ((kind !== 'actor' && kind !== 'issue' && kind !== 'annotator') || ids[kind].has(id)) continue
    const record = findRecord(db, kind, id)
    if (record) include({ kind, record } as Entry)
  }

  const leftOut = new Map<string, number>()
  for (const { articleId, annotatorId } of others) if (ids.article.has(articleId)) count(leftOut, annotatorId)
  const dangling = references.filter(
    (reference) =>
      (reference.kind === 'annotation' || reference.kind === 'article') &&
      !ids[reference.kind].has(reference.id) &&
      exists(db, reference),
  ).length
  return { ids, made, leftOut, dangling }
}

const among = (wanted: readonly string[] | undefined): ((id: string) => boolean) => {
  if (!wanted) return () => true
  const set = new Set(wanted)
  return (id) => set.has(id)
}

const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)

function* annotations(db: Db, articleIds: readonly string[] | undefined): Generator<Annotation> {
  const some = `WHERE articleKey IN (SELECT key FROM articleKeys WHERE id IN (SELECT value FROM json_each(?)))`
  const rows = sql<{ content: string }>(db, `SELECT content FROM annotations ${articleIds ? some : ''}`)
  for (const { content } of rows.iterate(...(articleIds ? [JSON.stringify(articleIds)] : []))) {
    yield unpack<Annotation>(content)
  }
}

/** Losing versions of the records that belong to it. */
const losing = (db: Db, ids: Record<RecordKind, ReadonlySet<string>>): Side[] =>
  sql<{ kind: string; content: string; recordId: string }>(db, 'SELECT kind, content, recordId FROM conflicts')
    .all()
    .filter(({ kind, recordId }) => isIn(ids, kind, recordId))
    .map(({ kind, content }) => ({ kind, record: unpack(content) }) as Side)

/** Whether a losing version goes along: never a deletion. */
export const isIn = (ids: Record<RecordKind, ReadonlySet<string>>, kind: string, id: string): boolean =>
  recordKinds.some((known) => known === kind && ids[known].has(id))

const withoutText = (article: Omit<Article, 'text' | 'blocks' | 'marks'>): Article => ({
  ...article,
  text: '',
  blocks: [],
  marks: [],
})
