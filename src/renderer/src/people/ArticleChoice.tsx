import { useQuery } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articlesQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { matchingArticles } from '../panes/matching-articles.ts'
import { VirtualList } from '../registry/VirtualList.tsx'
import { PeopleDots } from './PeopleDots.tsx'
import { useLayers } from './use-layers.ts'
import './people.css'

const none: ArticleSummary[] = []
const ROW = 40

type Props = { chosen: ReadonlySet<string>; onChange(chosen: ReadonlySet<string>): void }

/** Several articles at once: a list with ticks, a filter, all and none. */
export const ArticleChoice = ({ chosen, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = none } = useQuery(articlesQuery(shell))
  const layers = useLayers()
  const [filter, setFilter] = useState('')
  const [activeId, setActiveId] = useState<string>()
  const words = useDeferredValue(filter)
  const shown = useMemo(() => matchingArticles(articles, { words }), [articles, words])
  const toggle = ({ id }: ArticleSummary) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setActiveId(id)
    onChange(next)
  }
  return (
    <fieldset className="article-choice">
      <legend>{t('choice.articles', { count: chosen.size })}</legend>
      <div className="article-choice-head">
        <input
          className="input"
          type="search"
          value={filter}
          placeholder={t('article.filter')}
          aria-label={t('article.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
        <button
          type="button"
          className="link-button small"
          onClick={() => onChange(new Set([...chosen, ...shown.map(({ id }) => id)]))}
        >
          {t('choice.all')}
        </button>
        <button type="button" className="link-button small" onClick={() => onChange(new Set())}>
          {t('choice.none')}
        </button>
      </div>
      <VirtualList
        label={t('choice.list')}
        items={shown}
        keyOf={({ id }) => id}
        activeKey={activeId}
        onActive={setActiveId}
        onEnter={toggle}
        click="enter"
        height={ROW}
      >
        {(article) => (
          <span className="article-choice-row">
            <span className="article-choice-tick">
              {chosen.has(article.id) ? <Check size={16} aria-hidden="true" /> : null}
            </span>
            <span className="unseen">{t(chosen.has(article.id) ? 'choice.chosen' : 'choice.notChosen')}</span>
            <span className="one-line" dir="auto">
              {articleName(article)}
            </span>
            <PeopleDots people={article.people} layers={layers} />
          </span>
        )}
      </VirtualList>
    </fieldset>
  )
}
