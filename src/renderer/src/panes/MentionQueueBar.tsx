import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { answerQueue, endQueue, type MentionQueue, takeRest } from '../actions/mention-queue.ts'
import { actorName } from '../actions/mentions.ts'
import { useShell, useUi } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { articleQuery } from '../data/queries.ts'
import './MentionQueueBar.css'

/** Under the text while further mentions are asked about, one after the other: each is marked in the text. */
export const MentionQueueBar = () => {
  const queue = useUi(({ queue, articleId }) => (queue?.articleId === articleId ? queue : undefined))
  return queue?.spans[queue.at] ? <Bar key={queue.articleId} queue={queue} /> : null
}

const Bar = ({ queue }: { queue: MentionQueue }) => {
  const shell = useShell()
  const { t } = useWords()
  const bar = useRef<HTMLDivElement>(null)
  const { data: article } = useQuery(articleQuery(shell, queue.articleId))
  const span = queue.spans[queue.at]
  const quote = (span && article?.text.slice(span.start, span.end)) ?? ''

  useLayoutEffect(() => {
    const element = bar.current
    element?.focus()
    return () => {
      shell.editor.current?.ask(undefined)
      if (element?.contains(document.activeElement)) setTimeout(() => shell.editor.current?.focusText())
    }
  }, [shell])
  useEffect(() => shell.editor.current?.ask(span), [shell, span])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onButton = event.target instanceof HTMLButtonElement
    if (event.code === 'Escape') void endQueue(shell)
    else if (event.key === 'Enter' && event.shiftKey) takeRest(shell)
    else if (event.code === 'KeyY' || (event.key === 'Enter' && !onButton)) answerQueue(shell, true)
    else if (event.code === 'KeyN') answerQueue(shell, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const answers = [
    { label: t('queue.take'), key: 'Enter', run: () => answerQueue(shell, true) },
    { label: t('queue.skip'), key: 'N', run: () => answerQueue(shell, false) },
    { label: t('queue.rest'), key: 'Shift+Enter', run: () => takeRest(shell) },
    { label: t('queue.end'), key: 'Escape', run: () => void endQueue(shell) },
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys work wherever in it the keyboard is
    <div ref={bar} className="queue-bar" role="group" aria-label={t('queue.title')} tabIndex={0} onKeyDown={onKeyDown}>
      <p role="status">
        {t('queue.at', {
          at: queue.at + 1,
          total: queue.spans.length,
          quote: isolated(quote),
          actor: actorName(shell, queue.actorId),
        })}
      </p>
      <div className="queue-answers">
        {answers.map(({ label, key, run }) => (
          <button key={key} type="button" className="button" onClick={run}>
            {label} <kbd>{shown(key, shell.platform)}</kbd>
          </button>
        ))}
      </div>
    </div>
  )
}
