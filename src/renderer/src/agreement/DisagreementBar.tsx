import { X } from 'lucide-react'
import { endLooking, openAgreement, stepDisagreement } from '../actions/agreement.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { measureName, scopeName, useScopeNames } from './names.ts'
import { Sides } from './Sides.tsx'
import './agreement.css'

/** Under the text while disagreements are gone through in it: what each said here, and the way on and back. */
export const DisagreementBar = () => {
  const looking = useUi(({ agreement }) => agreement.looking)
  const shell = useShell()
  const { t } = useWords()
  const names = useScopeNames()
  const found = looking?.inText ? looking.row.disagreements?.list[looking.at] : undefined
  if (!looking || !found) return null
  const { row, at, annotatorIds } = looking
  const total = row.disagreements?.list.length ?? 0
  const key = (accelerator: string) => <kbd>{shown(accelerator, shell.platform)}</kbd>
  return (
    <section className="disagreement-bar" aria-label={t('agreement.disagreements')}>
      <header>
        <p className="small">
          <b>{t('agreement.disagreement.at', { at: at + 1, total })}</b> · {measureName(row, t)} ·{' '}
          {scopeName(row.scope, names, t)}
        </p>
        <IconButton label={t('agreement.disagreement.end')} onClick={() => endLooking(shell)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <Sides {...found} row={row} annotatorIds={annotatorIds} />
      <div className="disagreement-ways">
        <button type="button" className="button" disabled={at === 0} onClick={() => void stepDisagreement(shell, -1)}>
          {t('agreement.previous.short')} {key('Shift+F9')}
        </button>
        <button
          type="button"
          className="button"
          disabled={at >= total - 1}
          onClick={() => void stepDisagreement(shell, 1)}
        >
          {t('agreement.next.short')} {key('F9')}
        </button>
        <button type="button" className="button" onClick={() => openAgreement(shell)}>
          {t('agreement.toList')} {key('CmdOrCtrl+Shift+G')}
        </button>
      </div>
    </section>
  )
}
