import { ClipboardCopy, Download, SlidersHorizontal, X } from 'lucide-react'
import { copyFigures, openAgreement, saveFigures } from '../actions/agreement.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { Choose } from '../forms/Choose.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { changeAgreement } from './state.ts'

/** What is looked at, and what can be done with all of it. */
export const AgreementHead = () => {
  const shell = useShell()
  const { t } = useWords()
  const { tab, choicesOpen, looking } = useUi(({ agreement }) => agreement)
  return (
    <header className="agreement-head">
      <h2>{t('agreement.title')}</h2>
      {looking ? null : (
        <>
          <Choose
            label={t('agreement.view')}
            ways={[
              { value: 'table', label: t('agreement.view.table'), key: 'T' },
              { value: 'map', label: t('agreement.view.map'), key: 'H' },
            ]}
            value={tab}
            onChange={(value) => value && changeAgreement(shell, { tab: value })}
          />
          <button
            type="button"
            className="button"
            aria-expanded={choicesOpen}
            onClick={() => changeAgreement(shell, { choicesOpen: !choicesOpen })}
          >
            <SlidersHorizontal size={16} aria-hidden="true" />
            {t('agreement.choices')}
          </button>
          <IconButton label={t('agreement.save')} onClick={() => void saveFigures(shell)}>
            <Download size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('agreement.copy')} onClick={() => void copyFigures(shell)}>
            <ClipboardCopy size={18} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <IconButton
        className="agreement-close"
        label={t('agreement.close')}
        shortcut={shown('CmdOrCtrl+Shift+G', shell.platform)}
        onClick={() => openAgreement(shell)}
      >
        <X size={18} aria-hidden="true" />
      </IconButton>
    </header>
  )
}
