import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isCancelled } from '../actions/notices.ts'
import { leaveToText } from '../actions/text-place.ts'
import { useShell, useUi } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { runCommand } from '../commands/commands.ts'
import { articlesQuery } from '../data/queries.ts'
import { TextPlace } from '../parts/TextPlace.tsx'
import { CorpusHead } from './CorpusHead.tsx'
import { CorpusReport } from './CorpusReport.tsx'
import { corpusQuery, useCorpusRequest } from './query.ts'
import { changeCorpus, usualChoices } from './state.ts'
import './corpus.css'

/** The letters beside the two ways to show it, wherever in the view the keyboard is. */
const forms: Record<string, 'charts' | 'tables'> = { KeyC: 'charts', KeyT: 'tables' }

/** What the corpus is made of, in the place of the text; Escape goes back. */
export const CorpusView = () => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles } = useQuery(articlesQuery(shell))
  return (
    <TextPlace
      className="corpus"
      label={t('corpus.title')}
      onLeave={() => leaveToText(shell)}
      onKey={(event) => {
        const form = forms[event.code]
        if (form) changeCorpus(shell, { form })
        return form !== undefined
      }}
    >
      <CorpusHead />
      {articles?.length === 0 ? <Empty /> : <Counted />}
    </TextPlace>
  )
}

// What is written one after the other is counted once.
const PAUSE = 600

const Counted = () => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const request = useCorpusRequest()
  const query = useQuery({ ...corpusQuery(shell, request), placeholderData: keepPreviousData })
  const { data, error, isFetching, isStale, refetch } = query
  const outdated = isStale && !isFetching && !error
  useEffect(() => {
    if (!outdated) return undefined
    const timer = setTimeout(() => void refetch(), PAUSE)
    return () => clearTimeout(timer)
  }, [outdated, refetch])
  if (error && !isFetching) {
    return (
      <div className="place-message" role="alert">
        <p>{isCancelled(error) ? t('corpus.stopped') : explain(words, error)}</p>
        <button type="button" className="button" onClick={() => void refetch()}>
          {t('corpus.again')}
        </button>
      </div>
    )
  }
  if (!data) {
    return (
      <p className="place-message" role="status">
        {t('corpus.computing')}…
      </p>
    )
  }
  return data.articles === 0 ? <NoneFits /> : <CorpusReport report={data} busy={isFetching} />
}

const Empty = () => {
  const shell = useShell()
  const { t } = useWords()
  return (
    <div className="place-message">
      <h3>{t('corpus.empty')}</h3>
      <p>{t('corpus.empty.body')}</p>
      <button type="button" className="button primary" onClick={() => void runCommand(shell, 'article.addFiles')}>
        {t('article.addFiles.more')}
      </button>
    </div>
  )
}

const NoneFits = () => {
  const shell = useShell()
  const { t } = useWords()
  const choices = useUi(({ corpus }) => corpus.choices)
  return (
    <div className="place-message">
      <h3>{t('corpus.none')}</h3>
      <p>{t('corpus.none.body')}</p>
      <button
        type="button"
        className="button"
        onClick={() => changeCorpus(shell, { choices: { ...choices, articles: usualChoices.articles } })}
      >
        {t('corpus.all')}
      </button>
    </div>
  )
}
