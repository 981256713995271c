import type { LossReport } from '../../../core/formats/out/ledger.ts'
import { toldLosses } from '../../../i18n/loss-words.ts'
import { useWords } from '../app/words.tsx'

/** The account in words: of each kind of record how many went out, why others did not, and what of them is missing. */
export const LossList = ({ loss }: { loss: LossReport }) => {
  const { t } = useWords()
  return (
    <ul className="losses" aria-label={t('loss.title')}>
      {toldLosses(t, loss).map(({ head, lines }) => (
        <li key={head}>
          <p className="loss-head">{head}</p>
          {lines.length > 0 ? (
            <ul className="small">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
