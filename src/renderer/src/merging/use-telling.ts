import { useQuery } from '@tanstack/react-query'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { emptyCodebook } from '../codebook/codebook.ts'
import type { Rows } from '../data/annotation-rows.ts'
import { articlesQuery, codebookQuery } from '../data/queries.ts'
import { linkName } from '../links/link-types.ts'
import { articleName } from '../panes/article-name.ts'
import { useNames } from '../panes/names.ts'
import type { Telling } from './members.ts'

const none: Rows = []

/** What telling of a record in words needs; of what stands in an article, with its annotations. */
export const useTelling = (articleId: string | undefined): Telling => {
  const shell = useShell()
  const words = useWords()
  const { data: rows = none } = useQuery({
    ...shell.annotations.everything(articleId ?? ''),
    enabled: articleId !== undefined,
  })
  const { data: articles = [] } = useQuery(articlesQuery(shell))
  const { data: { linkTypes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const names = useNames(rows)
  return {
    words,
    names,
    articleName(id) {
      const article = articles.find((each) => each.id === id)
      return article ? isolated(articleName(article)) : words.t('member.elsewhere')
    },
    linkName: (key) => linkName(words, linkTypes, key, 'out'),
  }
}
