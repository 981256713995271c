import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { goToDisagreement, leaveAgreement } from '../actions/agreement.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articlesQuery } from '../data/queries.ts'
import { articleName } from '../panes/article-name.ts'
import { Name } from '../parts/Name.tsx'
import { VirtualList } from '../registry/VirtualList.tsx'
import { measureName, scopeName, useScopeNames, valueText } from './names.ts'
import { Sides } from './Sides.tsx'
import { changeAgreement, type Looking } from './state.ts'

const HEIGHT = 104

/** What a figure's annotators differ about, side by side; Enter shows it in the text. */
export const DisagreementList = ({ looking }: { looking: Looking }) => {
  const shell = useShell()
  const { t } = useWords()
  const names = useScopeNames()
  const box = useRef<HTMLDivElement>(null)
  const { data: articles } = useQuery(articlesQuery(shell))
  const { row, annotatorIds, at } = looking
  const { count, list } = row.disagreements ?? { count: 0, list: [] }
  const items = list.map((one, index) => ({ ...one, index }))
  useEffect(() => box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus(), [])
  return (
    <div ref={box} className="disagreements">
      <header className="disagreements-head">
        <button type="button" className="button" onClick={() => leaveAgreement(shell)}>
          <ArrowLeft size={16} aria-hidden="true" />
          {t('agreement.back')}
        </button>
        <p>
          <b>{measureName(row, t)}</b> · {scopeName(row.scope, names, t)}: <b>{valueText(row, t)}</b>.{' '}
          {count > list.length
            ? t('agreement.disagreements.first', { count, listed: list.length })
            : t('agreement.disagreements.count', { count })}
        </p>
      </header>
      <VirtualList
        label={t('agreement.disagreements')}
        items={items}
        keyOf={({ index }) => String(index)}
        activeKey={String(at)}
        onActive={(key) => changeAgreement(shell, { looking: { ...looking, at: Number(key) } })}
        onEnter={({ index }) => void goToDisagreement(shell, index)}
        click="enter"
        entry
        height={HEIGHT}
      >
        {({ articleId, annotationIds }) => {
          const article = articles?.find(({ id }) => id === articleId)
          return (
            <div className="disagreement">
              <Name className="quiet small" text={article ? articleName(article) : articleId} />
              <Sides articleId={articleId} annotationIds={annotationIds} row={row} annotatorIds={annotatorIds} />
            </div>
          )
        }}
      </VirtualList>
    </div>
  )
}
