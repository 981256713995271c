import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { leaveAgreement } from '../actions/agreement.ts'
import { pickBundles } from '../actions/merging.ts'
import { isCancelled } from '../actions/notices.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell, useUi } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { TextPlace } from '../parts/TextPlace.tsx'
import { AgreementHead } from './AgreementHead.tsx'
import { ChoicesPanel } from './ChoicesPanel.tsx'
import { DisagreementList } from './DisagreementList.tsx'
import { Figures } from './Figures.tsx'
import { agreementQuery } from './query.ts'
import { changeAgreement, requestOf, usualChoices } from './state.ts'
import './agreement.css'

/** How far annotators agree, in the place of the text. Escape goes back, one step at a time. */
export const AgreementView = () => {
  const shell = useShell()
  const { t } = useWords()
  const looking = useUi(({ agreement }) => agreement.looking)
  const choicesOpen = useUi(({ agreement }) => agreement.choicesOpen)
  const { data: registries } = useQuery(registriesQuery(shell))
  return (
    <TextPlace className="agreement" label={t('agreement.title')} onLeave={() => leaveAgreement(shell)}>
      <AgreementHead />
      {looking ? (
        <DisagreementList looking={looking} />
      ) : registries && registries.annotators.length < 2 ? (
        <Alone />
      ) : (
        <>
          {choicesOpen ? <ChoicesPanel /> : null}
          <Measured />
        </>
      )}
    </TextPlace>
  )
}

const Measured = () => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const choices = useUi(({ agreement }) => agreement.choices)
  const articleId = useUi(({ articleId }) => articleId)
  const request = useMemo(() => requestOf(choices, articleId), [choices, articleId])
  const query = useQuery({ ...agreementQuery(shell, request), placeholderData: keepPreviousData })
  const { data, error, isFetching, isStale, isPlaceholderData, refetch } = query
  const again = (
    <button type="button" className="button" onClick={() => void refetch()}>
      {t('agreement.compute')}
    </button>
  )
  if (error && !isFetching) {
    return (
      <div className="place-message" role="alert">
        <p>{isCancelled(error) ? t('agreement.stopped') : explain(words, error)}</p>
        {again}
      </div>
    )
  }
  if (!data) return <p className="place-message">{t('agreement.computing')}…</p>
  if (data.annotatorIds.length < 2 || data.annotations === 0)
    return <NothingInCommon annotators={data.annotatorIds.length} unseen={data.unseen} />
  return (
    <>
      {isFetching ? (
        <p className="agreement-banner" role="status">
          {t('agreement.computing')}…
        </p>
      ) : isStale ? (
        <div className="agreement-banner warning" role="status">
          <p>{t('agreement.outdated')}</p>
          {again}
        </div>
      ) : null}
      <Figures report={data} old={isPlaceholderData} />
    </>
  )
}

const Alone = () => {
  const shell = useShell()
  const { t } = useWords()
  return (
    <div className="place-message">
      <h3>{t('agreement.alone')}</h3>
      <p>{t('agreement.alone.body')}</p>
      {isWritable(shell) ? (
        <button type="button" className="button primary" onClick={() => void pickBundles(shell)}>
          {t('bundle.merge.more')}
        </button>
      ) : null}
    </div>
  )
}

/** Nobody to compare, or nothing. */
const NothingInCommon = ({ annotators, unseen }: { annotators: number; unseen: number }) => {
  const shell = useShell()
  const { t } = useWords()
  const choices = useUi(({ agreement }) => agreement.choices)
  const restricted = choices.articles !== 'all' || choices.annotatorIds.length > 0 || choices.types.length > 0
  return (
    <div className="place-message">
      <h3>{t(annotators < 2 ? 'agreement.apart' : 'agreement.bare')}</h3>
      <p>
        {t(restricted ? 'agreement.apart.chosen' : annotators < 2 ? 'agreement.apart.body' : 'agreement.bare.body')}
      </p>
      {unseen > 0 ? <p>{t('agreement.unseen', { count: unseen })}</p> : null}
      {restricted ? (
        <button
          type="button"
          className="button"
          onClick={() => changeAgreement(shell, { choices: { ...usualChoices, metrics: choices.metrics } })}
        >
          {t('agreement.choices.reset')}
        </button>
      ) : null}
    </div>
  )
}
