/** Listing, changing and removing articles. */
import type { Article } from '../core/article.ts'
import { articleMetadata } from '../core/article.ts'
import { canonicalText } from '../core/canonical.ts'
import { Failure } from '../core/failure.ts'
import type { Progress } from '../core/records.ts'
import { listAnnotations } from '../store/annotations.ts'
import { findArticle, findOriginal, type ListedArticle } from '../store/articles.ts'
import { act } from '../store/history.ts'
import { adjudicationsOf, progressOf } from '../store/links.ts'
import type { OwnCounts } from '../store/sight.ts'
import { put, remove, type Session, type Tx } from '../store/write.ts'
import { removeWithLinks } from './annotate.ts'
import type { Announce } from './announce.ts'
import type { ArticleSummary, MetadataChange } from './contract.ts'
import { type ReadFile, readContent } from './read-content.ts'

export const summaryOf = (
  { article, length, opening, counts }: ListedArticle,
  me: string | undefined,
  people: readonly Pick<Progress, 'annotatorId' | 'state'>[] = [],
  own: OwnCounts | false | undefined = undefined,
): ArticleSummary => {
  const progress = people.find(({ annotatorId }) => annotatorId === me)?.state
  const { id, title, outlet, publishedAt, language, source, createdAt } = article
  return {
    id,
    ...(title !== undefined && { title }),
    opening,
    ...(outlet && { outlet: outlet.name }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    ...(source?.fileName !== undefined && { fileName: source.fileName }),
    ...(source?.encoding !== undefined && { encoding: source.encoding }),
    createdAt,
    length,
    annotations: own ? own.annotations : counts,
    people: people.map(({ annotatorId, state }) => ({ annotatorId, state })),
    ...(own && own.hiddenPeople > 0 && { hiddenPeople: own.hiddenPeople }),
    ...(progress && { progress }),
  }
}

export const existingArticle = (session: Session, id: string): Article => {
  const found = findArticle(session.project.db, id)
  if (!found) throw new Failure('not-found', { kind: 'article', id })
  return found
}

export const updateArticle = (session: Session, announce: Announce, id: string, change: MetadataChange): void => {
  const article = existingArticle(session, id)
  const changed = { ...article, ...withoutNulls(change) }
  for (const [name, value] of Object.entries(change)) if (value === null) Reflect.deleteProperty(changed, name)
  if (canonicalText(changed) === canonicalText(article)) return
  announce(
    act(session, { action: 'article.update', params: titleOf(article), articleId: id }, (tx) => {
      put(tx, 'article', changed)
    }),
  )
}

/** The beginning of the text as another encoding would give it. */
export const previewEncoding = async (
  session: Session,
  read: ReadFile,
  id: string,
  encoding: string,
): Promise<string> => {
  const { text } = await readAgain(session, read, existingArticle(session, id), encoding)
  return text.slice(0, PREVIEW).toWellFormed()
}

const PREVIEW = 400

/** Reads the file's bytes anew. What a person changed of the metadata stays; what was read wrongly is read again. */
export const reinterpretArticle = async (
  session: Session,
  announce: Announce,
  read: ReadFile,
  id: string,
  encoding: string,
): Promise<Article> => {
  const { source } = existingArticle(session, id)
  const before = await readAgain(session, read, { source }, source?.encoding)
  const content = await readAgain(session, read, { source }, encoding)
  // From here on nothing waits, so that what is checked is what is written over.
  const article = existingArticle(session, id)
  const { db } = session.project
  if (listAnnotations(db, id, { skip: 0, limit: 1 }).length > 0) throw new Failure('annotated', { id })
  const edited = Object.keys(articleMetadata).filter(
    (name) => !isEqual(memberOf(article, name), memberOf(before, name)),
  )
  const kept = Object.fromEntries(edited.map((name) => [name, memberOf(article, name)]))
  return announce(
    act(session, { action: 'article.reinterpret', params: { ...titleOf(article), encoding } }, (tx) => {
      if (content.id !== id) removeWhole(tx, id)
      return put(tx, 'article', { ...content, ...kept })
    }),
  )
}

const readAgain = async (
  { project }: Session,
  read: ReadFile,
  { source }: Pick<Article, 'source'>,
  encoding: string | undefined,
) => {
  const bytes = source && findOriginal(project.db, source.digest)
  if (!bytes) throw new Failure('unreadable-article', { file: source?.fileName ?? '', reason: 'no-original' })
  const { digest, fileName, mediaType, reader } = source
  return readContent(read, { bytes, digest, how: { fileName, mediaType, encoding, reader } })
}

export const removeArticles = (session: Session, announce: Announce, ids: string[]): void => {
  const articles = [...new Set(ids)].map((id) => existingArticle(session, id))
  const [first] = articles
  if (!first) return
  const params = { count: articles.length, ...titleOf(first) }
  announce(
    act(session, { action: 'article.remove', params, articleId: first.id }, (tx) => {
      for (const { id } of articles) removeWhole(tx, id)
    }),
  )
}

/** How a step names an article. */
export const titleOf = ({ title, source, text }: Pick<Article, 'title' | 'source' | 'text'>): { title: string } => ({
  title: title ?? source?.fileName ?? text.slice(0, 60).toWellFormed(),
})

/** The article goes last, so that taking the step back brings it first. */
export const removeWhole = (tx: Tx, id: string): void => {
  for (const annotation of listAnnotations(tx.db, id)) removeWithLinks(tx, annotation.id)
  for (const adjudication of adjudicationsOf(tx.db, id)) remove(tx, 'adjudication', adjudication)
  for (const progress of progressOf(tx.db, id)) remove(tx, 'progress', progress)
  remove(tx, 'article', id)
}

const withoutNulls = (change: MetadataChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null && value !== undefined))

const memberOf = (record: object, name: string): unknown => Reflect.get(record, name)

const isEqual = (a: unknown, b: unknown): boolean => canonicalText({ v: a }) === canonicalText({ v: b })
