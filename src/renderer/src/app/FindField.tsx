import { ChevronDown, ChevronUp, Search, X } from 'lucide-react'
import { endFind, FIND_FIELD, find, findStep } from '../actions/find.ts'
import { shown } from '../commands/accelerator.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { useShell, useUi } from './context.tsx'
import { useWords } from './words.tsx'

/** Finding words in the article: each keystroke searches, Enter goes on, Escape comes back to the text. */
export const FindField = () => {
  const shell = useShell()
  const { t, number } = useWords()
  const state = useUi(({ find }) => find)
  const there = useUi(({ articleId }) => articleId !== undefined)
  const active = state.query !== ''
  return (
    <search className={active ? 'find active' : 'find'}>
      <Search size={15} aria-hidden="true" />
      <input
        id={FIND_FIELD}
        className="input"
        value={state.query}
        disabled={!there}
        placeholder={t('find')}
        aria-label={t('find')}
        title={`${t('find')} (${shown('CmdOrCtrl+F', shell.platform)})`}
        onChange={(event) => find(shell, event.target.value)}
        onKeyDown={(event) => {
          if (event.code === 'Escape') {
            event.preventDefault()
            endFind(shell)
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            findStep(shell, event.shiftKey ? -1 : 1)
          }
        }}
      />
      <div className="find-tools">
        <span className={state.total === 0 ? 'find-count none' : 'find-count'} role="status">
          {active
            ? state.total === 0
              ? t('find.none')
              : t('find.count', { current: number(state.current), total: number(state.total) })
            : null}
        </span>
        {active ? (
          <>
            <IconButton
              label={t('find.previous')}
              shortcut={shown('Shift+F3', shell.platform)}
              onClick={() => findStep(shell, -1)}
            >
              <ChevronUp size={16} />
            </IconButton>
            <IconButton label={t('find.next')} shortcut="F3" onClick={() => findStep(shell, 1)}>
              <ChevronDown size={16} />
            </IconButton>
            <IconButton label={t('find.end')} shortcut="Esc" onClick={() => endFind(shell)}>
              <X size={16} />
            </IconButton>
          </>
        ) : null}
      </div>
    </search>
  )
}
