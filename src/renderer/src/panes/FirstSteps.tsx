import { X } from 'lucide-react'
import { endSteps, STEPS, stepDone } from '../actions/steps.ts'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'

const sentences = ['steps.select', 'steps.tag', 'steps.go', 'steps.edit', 'steps.export'] as const

/** The next thing to try, one at a time; each goes on by itself when it was done. */
export const FirstSteps = () => {
  const shell = useShell()
  const { t } = useWords()
  const step = useStore(shell.layout, ({ steps }) => steps)
  const sentence = step === 'done' ? undefined : sentences[step]
  if (step === 'done' || !sentence) return null
  return (
    <aside className="first-steps" aria-label={t('steps.title')}>
      <span className="quiet small">{t('steps.count', { step: step + 1, total: STEPS })}</span>
      <p role="status">{t(sentence)}</p>
      <button type="button" className="link-button small" onClick={() => stepDone(shell, step)}>
        {t(step + 1 < STEPS ? 'steps.next' : 'steps.finish')}
      </button>
      <IconButton label={t('steps.end')} onClick={() => endSteps(shell)}>
        <X size={16} />
      </IconButton>
    </aside>
  )
}
