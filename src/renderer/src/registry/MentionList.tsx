import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mention } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { articlesQuery, mentionsQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { Name, shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { goToMention } from './actors.ts'
import { VirtualList } from './VirtualList.tsx'

const ROW = 56

type Props = { kind: 'actor' | 'issue'; id: string; onGo(): void }

/** Everything that refers to an entry, in all articles; Enter or a click goes there. */
export const MentionList = ({ kind, id, onGo }: Props) => {
  const shell = useShell()
  const words = useWords()
  const { t, number } = words
  const { data: mentions, error } = useQuery(mentionsQuery(shell, kind, id))
  const { data: articles = [] } = useQuery(articlesQuery(shell))
  const [active, setActive] = useState<string>()
  const names = new Map(articles.map((article) => [article.id, articleName(article)]))
  const items = (mentions ?? []).map((mention, index) => ({ mention, key: `${index}` }))
  return (
    <section className="mentions">
      <h3>
        {t(`${kind}.mentions`)} <span className="quiet small">{items.length > 0 ? number(items.length) : null}</span>
      </h3>
      {error ? <p role="alert">{explain(words, error)}</p> : null}
      {mentions?.length === 0 ? <p className="quiet">{t(`${kind}.mentions.none`)}</p> : null}
      {items.length > 0 ? (
        <VirtualList
          label={t(`${kind}.mentions`)}
          items={items}
          keyOf={({ key }) => key}
          activeKey={active}
          onActive={setActive}
          onEnter={({ mention }) => {
            onGo()
            goToMention(shell, mention)
          }}
          click="enter"
          height={ROW}
        >
          {({ mention }) => <MentionRow mention={mention} article={names.get(mention.articleId) ?? ''} />}
        </VirtualList>
      ) : null}
    </section>
  )
}

const MentionRow = ({ mention: { type, role, quote }, article }: { mention: Mention; article: string }) => {
  const { t } = useWords()
  return (
    <div className="mention-row">
      <span className="mention-quote one-line" dir="auto">
        {shortened(quote, 160)}
      </span>
      <span className="quiet small one-line">
        <TypeLetter type={type} /> {t(`role.${role}`)} · <Name text={article} />
      </span>
    </div>
  )
}
