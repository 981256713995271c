/** The articles of a project, for files that say something about them without having their text. */
import type { Article } from '../core/article.ts'
import { fileNameIn } from '../core/formats/annotated-texts.ts'
import type { KnownArticle, KnownArticles } from '../core/formats/foreign.ts'
import { eachArticle, findText } from '../store/articles.ts'
import type { Db } from '../store/sql.ts'

export const knownArticles = (db: Db): KnownArticles => {
  const list = once(() => [...eachArticle(db)].map(({ article }) => briefly(article)))
  const byName = once(() =>
    Map.groupBy(
      list().flatMap((article) => namesOf(article).map((name) => ({ name, article }))),
      ({ name }) => name,
    ),
  )
  const withText = (article: Brief): KnownArticle[] => {
    const text = findText(db, article.id)
    return text === undefined ? [] : [{ articleId: article.id, name: nameOf(article), text }]
  }
  return {
    called: (source) => {
      const found = namesIn(source).flatMap((name) => byName().get(name) ?? [])
      return [...new Set(found.map(({ article }) => article))].flatMap(withText)
    },
    *all() {
      for (const article of list()) yield* withText(article)
    },
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const briefly = ({ id, title, url, source }: Pick<Article, 'id' | 'title' | 'url' | 'source'>) => ({
  ...{ id, title, url },
  fileName: source?.fileName,
})

type Brief = ReturnType<typeof briefly>

const nameOf = ({ id, title, fileName }: Brief): string => title ?? fileName ?? id

const namesOf = ({ id, url, fileName }: Brief): string[] => [
  ...[`id ${id}`, `id urn:${id}`],
  ...(url === undefined ? [] : [`address ${bare(url)}`]),
  ...(fileName === undefined ? [] : [`file ${fileName}`]),
]

/** Of the article that is meant, each of which may be one of its names. */
const namesIn = (source: string): string[] =>
  source === '' ? [] : [`id ${source}`, `address ${bare(source)}`, `file ${fileNameIn(source)}`]

/** What all addresses of a page have in common: with or without encryption, a last slash, a place in it. */
const bare = (address: string): string => {
  const [page = ''] = address.split('#', 1)
  let end = page.length
  while (page[end - 1] === '/') end -= 1
  return page.slice(0, end).replace(/^https?:\/\//i, '')
}
