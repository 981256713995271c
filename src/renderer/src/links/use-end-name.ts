import { useQuery } from '@tanstack/react-query'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { quoteOf } from '../data/annotation-rows.ts'
import { articlesQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import type { Names } from '../panes/names.ts'
import { shortened } from '../parts/Name.tsx'
import type { LinkEnd } from './link-book.ts'

/** What stands at the end of a link, in words; nothing where that is no longer there. */
export const useEndName = (names: Names) => {
  const { t } = useWords()
  const { data: articles } = useQuery(articlesQuery(useShell()))
  return ({ to, far }: Pick<LinkEnd, 'to' | 'far'>): { name: string; article?: string } | undefined => {
    if ('actor' in to) return { name: names.actor(to.actor) }
    const row = far ?? names.annotation(to.annotation)
    if (!row) return undefined
    const name = t('form.quoted', { text: shortened(quoteOf(row), 120) })
    const article = far && articles?.find(({ id }) => id === far.articleId)
    return { name, ...(article && { article: t('link.in', { title: shortened(articleName(article), 60) }) }) }
  }
}
