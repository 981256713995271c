import { nextOrphan } from '../actions/orphans.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import './orphans.css'

/** How many annotations of the article lost their place, and the way to them. */
export const OrphanBar = ({ count }: { count: number }) => {
  const shell = useShell()
  const { t } = useWords()
  if (count === 0) return null
  return (
    <div className="orphan-bar">
      <span>{t('orphan.bar', { count })}</span>
      <button
        type="button"
        className="link-button"
        title={`${t('orphan.next')} (${shown('CmdOrCtrl+F8', shell.platform)})`}
        onClick={() => void nextOrphan(shell)}
      >
        {t('orphan.go')}
      </button>
    </div>
  )
}
