import type { ArticleSummary } from '../../../workbench/contract.ts'
import type { ProgressState } from '../registry/progress.ts'
import { folded } from './folded.ts'

export type ArticleFilter = {
  /** In title, opening, outlet or file name, in any order. */
  words: string
  hidden?: readonly ProgressState[]
  /** Only what is assigned to this person. */
  assignedTo?: string | undefined
  /** Only these. */
  only?: readonly string[] | undefined
}

/** The articles that fit; the very same array where nothing is asked for. */
export const matchingArticles = (
  articles: ArticleSummary[],
  { words, hidden = [], assignedTo, only }: ArticleFilter,
): ArticleSummary[] => {
  const wanted = folded(words).split(' ').filter(Boolean)
  if (wanted.length === 0 && hidden.length === 0 && assignedTo === undefined && !only) return articles
  const among = only && new Set(only)
  return articles.filter(({ id, title, opening, outlet, fileName, people, progress = 'todo' }) => {
    if (hidden.includes(progress) || (among && !among.has(id))) return false
    if (assignedTo !== undefined && !people.some(({ annotatorId }) => annotatorId === assignedTo)) return false
    const text = folded([title, opening, outlet, fileName].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
