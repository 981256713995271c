import type { FormatReport } from '../../../workbench/contract.ts'
import { explain } from '../app/explain.ts'
import { Jobs } from '../app/Jobs.tsx'
import { useWords } from '../app/words.tsx'
import { LossList } from './LossList.tsx'
import { WrittenFiles } from './WrittenFiles.tsx'

type Props = {
  report: FormatReport | undefined
  error: unknown
  /** Something has to be chosen first. */
  waits: boolean
  /** A newer account is being made. */
  stale: boolean
}

/** What will go out and what will not, before it is written. */
export const ExportAccount = ({ report, error, waits, stale }: Props) => {
  const words = useWords()
  const { t } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
    <section className="export-account" aria-label={t('export.account')} aria-busy={stale} tabIndex={0}>
      <h3>{t('export.account')}</h3>
      <Jobs place="dialog" />
      {error ? (
        <p className="dialog-problem" role="alert">
          {explain(words, error)}
        </p>
      ) : null}
      {report ? (
        <div className="export-report" data-stale={stale || undefined}>
          <WrittenFiles report={report} />
          <LossList loss={report.loss} />
        </div>
      ) : waits ? (
        <p className="quiet">{t('export.account.waits')}</p>
      ) : null}
    </section>
  )
}
