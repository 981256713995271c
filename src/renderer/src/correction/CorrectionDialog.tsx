import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CorrectionReport } from '../../../workbench/contract.ts'
import { saveCorrection } from '../actions/correction.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { useNames } from '../panes/names.ts'
import { Modal } from '../parts/Modal.tsx'
import { shortened } from '../parts/Name.tsx'
import './Correction.css'

type Props = { articleId: string; text: string; report: CorrectionReport; onClose(): void }

// Nobody reads more of them before saving; the list of annotations has them all afterwards.
const LISTED = 100
const QUOTE = 160

/** What a correction does to the annotations, before it is saved. */
export const CorrectionDialog = ({ articleId, text, report, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: rows = [] } = useQuery(shell.annotations.query(articleId))
  const names = useNames(rows)
  const { kept, reanchored, orphans, lost } = report
  const back = () => {
    onClose()
    shell.editor.current?.focusText()
  }
  const annotators = new Map(rows.map(({ id, annotatorId }) => [id, annotatorId]))
  const by = (id: string) => {
    const annotator = annotators.get(id)
    return annotator ? t('annotation.by', { name: names.annotator(annotator) }) : ''
  }
  return (
    <Modal
      title={t('correct.report.title')}
      onClose={back}
      footer={
        <>
          <button type="button" className="button" onClick={back}>
            {t('correct.goOn')}
          </button>
          <button
            type="button"
            className="button primary"
            data-first
            onClick={() => {
              onClose()
              void saveCorrection(shell, articleId, text)
            }}
          >
            {t('dialog.save')}
          </button>
        </>
      }
    >
      <div className="correction-report">
        <p>{t('correct.kept', { kept, others: reanchored.length + orphans.length })}</p>
        <Listed
          title={t('correct.changed', { count: reanchored.length })}
          items={reanchored.map(({ id, quote, newQuote }) => (
            <li key={id}>
              <del dir="auto">{shortened(quote, QUOTE)}</del> → <ins dir="auto">{shortened(newQuote, QUOTE)}</ins>
            </li>
          ))}
        />
        <Listed
          title={t('correct.orphaned', { count: orphans.length })}
          items={orphans.map(({ id, quote }) => (
            <li key={id}>
              <span dir="auto">{shortened(quote, QUOTE)}</span> <span className="quiet small">{by(id)}</span>
            </li>
          ))}
        />
        {lost > 0 ? <p>{t('correct.cues', { count: lost })}</p> : null}
        <p className="quiet small">{t('correct.undo')}</p>
      </div>
    </Modal>
  )
}

const Listed = ({ title, items }: { title: string; items: ReactNode[] }) => {
  const { t } = useWords()
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>{items.slice(0, LISTED)}</ul>
      {items.length > LISTED ? (
        <p className="quiet small">{t('correct.more', { count: items.length - LISTED })}</p>
      ) : null}
    </section>
  )
}
