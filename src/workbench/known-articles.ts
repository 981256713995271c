/** The articles of a project, for files that say something about them without having their text. */
import type { Article } from '../core/article.ts'
import { fileNameIn } from '../core/formats/annotated-texts.ts'
import type { KnownArticle, KnownArticles } from '../core/formats/foreign.ts'
import { eachArticle, findText } from '../store/articles.ts'
import type { Db } from '../store/sql.ts'

export const knownArticles = (db: Db): KnownArticles => {
  let listed: Listed[] | undefined
  const list = () => {
    listed ??= [...eachArticle(db)].map(({ article }) => article)
    return listed
  }
  const withText = (article: Listed): KnownArticle[] => {
    const text = findText(db, article.id)
    return text === undefined ? [] : [{ articleId: article.id, name: nameOf(article), text }]
  }
  return {
    called: (source) =>
      list()
        .filter((article) => isCalled(article, source))
        .flatMap(withText),
    *all() {
      for (const article of list()) yield* withText(article)
    },
  }
}

type Listed = Pick<Article, 'id' | 'title' | 'url' | 'source'>

const nameOf = ({ id, title, source }: Listed): string => title ?? source?.fileName ?? id

const isCalled = ({ id, url, source: from }: Listed, source: string): boolean => {
  if (source === '') return false
  if (source === id || source === `urn:${id}`) return true
  if (url !== undefined && sameAddress(url, source)) return true
  return from?.fileName !== undefined && from.fileName === fileNameIn(source)
}

/** What leads to the same page: with or without encryption, a last slash, a place in it. */
const sameAddress = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (address: string): string =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
