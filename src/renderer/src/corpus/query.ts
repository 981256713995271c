/** The counts of the corpus as a query: kept until something changes, made anew when they are looked at then. */
import { queryOptions } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CorpusRequest } from '../../../workbench/contract.ts'
import { cancelJob, runJob } from '../actions/jobs.ts'
import { useUi } from '../app/context.tsx'
import type { Shell } from '../app/shell.ts'
import { listedNow, useListedArticles } from '../data/listed-articles.ts'
import { articlesQuery } from '../data/queries.ts'
import { requestOf } from './state.ts'

const KEPT = 3_600_000

/** Whoever asks for something else, or leaves, ends the work on it. */
export const corpusQuery = (shell: Shell, request: CorpusRequest) =>
  queryOptions({
    queryKey: ['corpus', request],
    queryFn: ({ signal }) =>
      runJob(
        shell,
        ({ t }) => t('corpus.computing'),
        (job) => {
          signal.addEventListener('abort', () => cancelJob(shell, job))
          return shell.desk.corpus(request, job)
        },
      ),
    gcTime: KEPT,
    retryOnMount: false,
    structuralSharing: false,
  })

export const useCorpusRequest = (): CorpusRequest => {
  const choices = useUi(({ corpus }) => corpus.choices)
  const { articles, listed } = useListedArticles()
  return useMemo(() => requestOf(choices, listed, listed === articles), [choices, listed, articles])
}

/** Without a subscription. */
export const requestNow = (shell: Shell): CorpusRequest => {
  const listed = listedNow(shell)
  const all = shell.queries.getQueryData(articlesQuery(shell).queryKey)
  return requestOf(shell.ui.get().corpus.choices, listed, listed === all)
}

/** What is on the screen, if it is there. */
export const corpusNow = (shell: Shell) => shell.queries.getQueryData(corpusQuery(shell, requestNow(shell)).queryKey)
