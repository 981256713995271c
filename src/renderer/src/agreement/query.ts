/** The figures as a query: made once for a request, and anew when somebody asks for it after a change. */
import { queryOptions } from '@tanstack/react-query'
import type { AgreementRequest } from '../../../workbench/contract.ts'
import { cancelJob, runJob } from '../actions/jobs.ts'
import type { Shell } from '../app/shell.ts'
import { requestOf } from './state.ts'

// Kept while its disagreements are gone through in the texts.
const KEPT = 3_600_000

/** Whoever asks for something else, or leaves, ends the work on it. */
export const agreementQuery = (shell: Shell, request: AgreementRequest) =>
  queryOptions({
    queryKey: ['agreement', request],
    queryFn: ({ signal }) =>
      runJob(
        shell,
        ({ t }) => t('agreement.computing'),
        (job) => {
          signal.addEventListener('abort', () => cancelJob(shell, job))
          return shell.desk.agreement(request, job)
        },
      ),
    gcTime: KEPT,
    refetchOnMount: false,
    retryOnMount: false,
    structuralSharing: false,
  })

/** What is on the screen, if it is there. */
export const reportNow = (shell: Shell) => {
  const { agreement, articleId } = shell.ui.get()
  return shell.queries.getQueryData(agreementQuery(shell, requestOf(agreement.choices, articleId)).queryKey)
}
