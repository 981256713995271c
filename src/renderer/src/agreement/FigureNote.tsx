import type { AgreementRow } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { measureName, valueText } from './names.ts'
import { readingOf, restsOnFew } from './table.ts'

type Props = { id: string; at: { row: AgreementRow; about: string } | undefined }

/** What the figure in focus is, what it rests on, how it may be read, and what its measure means. */
export const FigureNote = ({ id, at }: Props) => {
  const { t } = useWords()
  if (!at) {
    return (
      <p id={id} className="figure-note quiet">
        {t('agreement.note.none')}
      </p>
    )
  }
  const { row, about } = at
  const reading = readingOf(row)
  return (
    <div id={id} className="figure-note">
      <p>
        <b>{measureName(row, t)}</b> · {about}: <b className="figure-value">{valueText(row, t)}</b>
        {row.reason ? ` — ${t(`agreement.reason.${row.reason}`)}` : ''}.{' '}
        {t('agreement.rests', { count: row.items, kind: spanMetrics.includes(row.metric) ? 'spans' : 'matched' })}
        {reading ? ` ${t(`agreement.reading.${reading}`, { tenths: Math.round((row.value ?? 0) * 10) })}` : ''}
        {row.value !== null && restsOnFew(row) ? ` ${t('agreement.few')}` : ''}
      </p>
      <p className="quiet">{t(`agreement.meaning.${row.metric}`)}</p>
    </div>
  )
}

const spanMetrics: readonly AgreementRow['metric'][] = ['spanF1Exact', 'spanF1Overlap', 'alphaU', 'gamma']
