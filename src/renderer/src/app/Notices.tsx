import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismiss } from '../actions/notices.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { useShell } from './context.tsx'
import type { Notice as NoticeState } from './shell.ts'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'
import './corner.css'

const STAYS = 8_000

/** What happened, why, what is safe and what to do. Good news leaves by itself, problems stay until they are closed. */
export const Notices = () => {
  const shell = useShell()
  const list = useStore(shell.notices, (state) => state.list)
  return (
    <>
      <div role="status" className="notices">
        {list.map((notice) => (notice.tone === 'done' ? <Notice key={notice.id} notice={notice} /> : null))}
      </div>
      <div role="alert" className="notices">
        {list.map((notice) => (notice.tone === 'done' ? null : <Notice key={notice.id} notice={notice} />))}
      </div>
    </>
  )
}

const icons = { done: CircleCheck, warning: TriangleAlert, problem: CircleAlert }

const Notice = ({ notice }: { notice: NoticeState }) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const [held, setHeld] = useState(false)
  const { id, tone, title, body, details, action } = notice
  useEffect(() => {
    if (tone !== 'done' || held) return
    const timer = setTimeout(() => dismiss(shell, id), STAYS)
    return () => clearTimeout(timer)
  }, [shell, id, tone, held])
  const Icon = icons[tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from leaving
    <section
      className={`notice ${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={18} className="notice-icon" aria-hidden="true" />
      <div className="notice-text">
        <p className="notice-title">{title(words)}</p>
        {body ? <p className="notice-body">{body(words)}</p> : null}
        {action || details ? (
          <p className="notice-actions">
            {action ? (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  dismiss(shell, id)
                  action.run()
                }}
              >
                {action.label(words)}
              </button>
            ) : null}
            {details ? (
              <button
                type="button"
                className="link-button"
                onClick={() =>
                  void shell.api.copyText([title(words), body?.(words), details].filter(Boolean).join('\n'))
                }
              >
                {t('notice.copy')}
              </button>
            ) : null}
          </p>
        ) : null}
      </div>
      <IconButton label={t('dialog.close')} onClick={() => dismiss(shell, id)}>
        <X size={16} />
      </IconButton>
    </section>
  )
}
