/** Articles: what is listed in one table, the texts in another, so that a list of thousands reads none. */
import type { Article } from '../core/article.ts'
import { type IndexedText, indexText } from '../core/offsets.ts'
import type { AnnotationType } from '../core/schema.ts'
import { articleKeyOf, ensureArticleKey } from './article-keys.ts'
import { pack, sha256Of, sumOf, unpack } from './content.ts'
import { type Db, sql } from './sql.ts'

/** What a list shows of an article. */
export type ListedArticle = {
  article: Omit<Article, 'text' | 'blocks' | 'marks'>
  /** Code points. */
  length: number
  opening: string
  counts: Record<AnnotationType, number>
}

/** Characters of the text a list shows where there is no title. */
const openingLength = 120

type ArticleRow = { key: number; content: string; text: string; blocks: string; marks: string }

export const findArticle = (db: Db, id: string): Article | undefined => {
  const row = sql<ArticleRow>(
    db,
    `SELECT content, text, blocks, marks FROM articles JOIN texts ON articleKey = key
     WHERE key = (SELECT key FROM articleKeys WHERE id = ?)`,
  ).get(id)
  return (
    row && { ...unpack<Article>(row.content), text: row.text, blocks: unpack(row.blocks), marks: unpack(row.marks) }
  )
}

export const hasArticle = (db: Db, id: string): boolean =>
  sql(db, 'SELECT 1 FROM articles WHERE key = (SELECT key FROM articleKeys WHERE id = ?)').get(id) !== undefined

export const findText = (db: Db, articleId: string): string | undefined =>
  sql<{ text: string }>(db, 'SELECT text FROM texts WHERE articleKey = (SELECT key FROM articleKeys WHERE id = ?)').get(
    articleId,
  )?.text

type KnownText = { key: number; hash: string; text: string }
const lastText = new WeakMap<Db, KnownText>()

/** Like `findText`, for one tag after the other in the same article: its text is read from the file once. */
export const findTextAgain = (db: Db, articleId: string): string | undefined => {
  const row = sql<{ key: number; hash: string }>(
    db,
    'SELECT key, textHash AS hash FROM articles WHERE key = (SELECT key FROM articleKeys WHERE id = ?)',
  ).get(articleId)
  if (!row) return undefined
  const last = lastText.get(db)
  if (last?.key === row.key && last.hash === row.hash) return last.text
  const text = findText(db, articleId)
  if (text !== undefined) lastText.set(db, { ...row, text })
  return text
}

/** The article whose file had these bytes. */
export const findByDigest = (db: Db, digest: string): string | undefined =>
  sql<{ id: string }>(db, 'SELECT id FROM articles WHERE digest = ? ORDER BY key').get(digest)?.id

/** By time of adding; only those named, where ids are given. */
export const listArticles = (db: Db, ids?: string[]): ListedArticle[] => [...eachArticle(db, ids)]

/** The same one after the other. */
export function* eachArticle(db: Db, ids?: string[]): Generator<ListedArticle> {
  const columns = `SELECT content, length, opening, coalesce(actor, 0) AS actor, coalesce(position, 0) AS position,
    coalesce(claim, 0) AS claim FROM articles LEFT JOIN annotationCounts ON articleKey = key`
  const rows = ids
    ? sql<ListRow>(
        db,
        `${columns} WHERE key IN (SELECT key FROM articleKeys WHERE id IN (SELECT value FROM json_each(?))) ORDER BY key`,
      ).iterate(JSON.stringify(ids))
    : sql<ListRow>(db, `${columns} ORDER BY key`).iterate()
  for (const { content, length, opening, ...counts } of rows) {
    yield { article: unpack<ListedArticle['article']>(content), length, opening, counts }
  }
}

type ListRow = { content: string; length: number; opening: string } & Record<AnnotationType, number>

export const countArticles = (db: Db): number =>
  sql<{ n: number }>(db, 'SELECT count(*) AS n FROM articles').get()?.n ?? 0

/** An article as its rows say it; what is missing there is null. */
export type ArticleRows = {
  id: string
  content: string
  length: number
  opening: string
  textHash: string
  sum: number
  text: string | null
  blocks: string | null
  marks: string | null
  textSum: number | null
}

/** The rows of all articles, by article id. */
export const articleRows = (db: Db): IterableIterator<ArticleRows> =>
  sql<ArticleRows>(
    db,
    `SELECT k.id, content, length, opening, textHash, a.sum, text, blocks, marks, t.sum AS textSum
     FROM articles AS a JOIN articleKeys AS k USING (key) LEFT JOIN texts AS t ON articleKey = key ORDER BY k.id`,
  ).iterate()

/** Whether an article's text is the one that was stored. */
export const textHolds = ({ text, textHash }: ArticleRows): boolean => text !== null && sha256Of(text) === textHash

/** Whether an article's rows say what was written into them. */
export const sumsHold = ({
  content,
  length,
  opening,
  textHash,
  sum,
  text,
  blocks,
  marks,
  textSum,
}: ArticleRows): boolean => sumOf(content, length, opening, textHash) === sum && sumOf(text, blocks, marks) === textSum

/** The article that rows stand for; only where their sums hold. */
export const articleOf = ({ content, text, blocks, marks }: ArticleRows): Article => ({
  ...unpack<Article>(content),
  text: text ?? '',
  blocks: unpack(blocks ?? '[]'),
  marks: unpack(marks ?? '[]'),
})

/** Puts an article in the place of what stood there. Only `records.ts` calls this. */
export const placeArticle = (db: Db, next: Article | undefined, previous: Article | undefined): void => {
  const key = next ? ensureArticleKey(db, next.id) : articleKeyOf(db, previous?.id ?? '')
  if (key === undefined) return
  const rewritten = !next || !previous || !sameLayout(next, previous)
  if (previous && rewritten) sql(db, 'DELETE FROM texts WHERE articleKey = ?').run(key)
  if (previous && !next) sql(db, 'DELETE FROM articles WHERE key = ?').run(key)
  if (!next) return
  const { text, blocks, marks, ...listed } = next
  const index = indexText(text)
  const row = [pack(listed), index.length, openingOf(text), sha256Of(text)] as const
  sql(
    db,
    `INSERT INTO articles (key, content, length, opening, textHash, sum) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET content = excluded.content, length = excluded.length, opening = excluded.opening,
     textHash = excluded.textHash, sum = excluded.sum`,
  ).run(key, ...row, sumOf(...row))
  if (!rewritten) return
  const layout = [text, pack(blocks), pack(marks)] as const
  sql(db, 'INSERT INTO texts (articleKey, text, blocks, marks, sum) VALUES (?, ?, ?, ?, ?)').run(
    key,
    ...layout,
    sumOf(...layout),
  )
}

/** The raw bytes of an article's file, kept so that a wrong encoding can be corrected. */
export const keepOriginal = (db: Db, digest: string, bytes: Uint8Array): void => {
  sql(db, 'INSERT INTO originals (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING').run(digest, Buffer.from(bytes))
}

export const findOriginal = (db: Db, digest: string): Uint8Array | undefined =>
  sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM originals WHERE digest = ?').get(digest)?.bytes

/** The text of an article that is here, indexed for conversion. */
export const findIndexedText = (db: Db, articleId: string): IndexedText | undefined => {
  const text = findText(db, articleId)
  return text === undefined ? undefined : indexText(text)
}

const sameLayout = (a: Article, b: Article): boolean =>
  a.text === b.text && pack(a.blocks) === pack(b.blocks) && pack(a.marks) === pack(b.marks)

const openingOf = (text: string): string =>
  text
    .slice(0, 4 * openingLength)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, openingLength)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
