import { useState } from 'react'
import { type Dependents, roles } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { Modal } from '../parts/Modal.tsx'
import { actorOf, removeActor } from './actors.ts'

type Props = { actorId: string; dependents: Dependents; onClose(): void }

/** What refers to an actor is shown before it goes, and can go with it. */
export const RemovalDialog = ({ actorId, dependents, onClose }: Props) => {
  const shell = useShell()
  const { t, number } = useWords()
  const [detach, setDetach] = useState(false)
  const actor = actorOf(shell, actorId)
  if (!actor) return null
  const named = roles.filter((role) => dependents.counts[role])
  return (
    <Modal
      title={t('actor.remove.title', { name: isolated(actor.name) })}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button
            type="button"
            className="button primary"
            data-first
            onClick={() => {
              onClose()
              void removeActor(shell, actor, detach)
            }}
          >
            {t('actor.remove')}
          </button>
        </>
      }
    >
      {named.length === 0 ? (
        <p>{t('actor.remove.free')}</p>
      ) : (
        <>
          <p>{t('actor.remove.named')}</p>
          <ul className="depends">
            {named.map((role) => (
              <li key={role}>
                {t(`role.${role}`)}: {number(dependents.counts[role] ?? 0)}
              </li>
            ))}
          </ul>
          {dependents.others > 0 ? <p>{t('actor.remove.others', { count: dependents.others })}</p> : null}
          <label className="check">
            <input type="checkbox" checked={detach} onChange={(event) => setDetach(event.target.checked)} />
            {t('actor.remove.detach')}
          </label>
          {detach ? null : <p className="quiet small">{t('actor.remove.stay')}</p>}
        </>
      )}
      <p className="quiet small">{t('actor.remove.undo')}</p>
    </Modal>
  )
}
