import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Conflict, ConflictChoice } from '../../../workbench/contract.ts'
import { travel } from '../actions/history.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { conflictsQuery } from '../data/queries.ts'
import { Modal } from '../parts/Modal.tsx'
import { canKeepBoth, canRemove, canShow, decide, show } from './conflicts.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import type { DecisionKey } from './decision-keys.ts'
import { sideName } from './member-words.ts'
import { Subject } from './Subject.tsx'
import { useTelling } from './use-telling.ts'
import { Versions } from './Versions.tsx'

/** What was changed in two places, one after the other. */
export const ConflictsDialog = ({ onClose }: { onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: conflicts } = useQuery(conflictsQuery(shell))
  const [at, setAt] = useState(0)
  const [most, setMost] = useState(0)
  const [said, setSaid] = useState('')
  const left = conflicts?.length ?? 0
  // An undo may bring one more than there were.
  if (left > most) setMost(left)
  const total = Math.max(most, left)
  const index = Math.min(at, left - 1)
  const conflict = conflicts?.[index]
  if (!conflict) return <NothingLeft loading={!conflicts} decided={total > 0} onClose={onClose} />
  return (
    <OneConflict
      conflict={conflict}
      index={index}
      at={t('conflicts.at', { index: index + 1, left, decided: total - left, total })}
      said={said}
      onSaid={setSaid}
      onMove={(step) => {
        setSaid('')
        setAt(Math.max(0, Math.min(left - 1, index + step)))
      }}
      onClose={onClose}
    />
  )
}

type Props = {
  conflict: Conflict
  index: number
  at: string
  said: string
  onSaid(said: string): void
  onMove(step: 1 | -1): void
  onClose(): void
}

const OneConflict = ({ conflict, index, at, said, onSaid, onMove, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const telling = useTelling(conflict.articleId)
  const writable = isWritable(shell)
  const { kind, versions } = conflict
  const live = versions.find(({ deleted }) => !deleted)
  const name = live ? isolated(sideName(live.side, telling)) : ''
  const take = async (choice: ConflictChoice) => {
    if (!writable) return onSaid(t('conflicts.readOnly'))
    if (choice === 'both' && !canKeepBoth(conflict)) return onSaid(t('conflicts.onlyOnce'))
    if (choice === 'neither' && !canRemove(conflict)) return onSaid(t('conflicts.noPerson'))
    onSaid((await decide(shell, conflict, choice)) ? t('conflicts.decided') : t('conflicts.notDecided'))
  }
  const onKey = async (key: DecisionKey) => {
    if (key === 'next' || key === 'previous') return onMove(key === 'next' ? 1 : -1)
    if (key === 'undo') return await travel(shell, 'undo')
    if (key === 'show') return canShow(conflict) ? show(shell, conflict) : onSaid(t('conflicts.noPlace'))
    if (key === 'both' || key === 'neither') return await take(key)
    const chosen = versions[key - 1]
    if (chosen) await take(chosen.id)
  }
  return (
    <DecisionDialog
      title={t('conflicts.title')}
      heading={t('conflicts.one', { index: index + 1, kind: t(`kind.${kind}`), name })}
      at={at}
      said={said}
      showable={canShow(conflict)}
      choices={[
        ...versions.map(({ deleted }, place) => ({
          key: String(place + 1),
          label: deleted ? t('conflicts.takeDeleted') : t('conflicts.take', { n: place + 1 }),
          does: place + 1,
          disabled: !writable,
        })),
        { key: 'B', label: t('conflicts.both'), does: 'both', disabled: !writable || !canKeepBoth(conflict) },
        { key: 'N', label: t('conflicts.neither'), does: 'neither', disabled: !writable || !canRemove(conflict) },
      ]}
      onKey={onKey}
      onClose={onClose}
    >
      {live ? <Subject side={live.side} telling={telling} /> : null}
      <Versions conflict={conflict} telling={telling} />
    </DecisionDialog>
  )
}

const NothingLeft = ({ loading, decided, onClose }: { loading: boolean; decided: boolean; onClose(): void }) => {
  const { t } = useWords()
  return (
    <Modal
      title={t('conflicts.title')}
      onClose={onClose}
      footer={
        <button type="button" className="button primary" data-first onClick={onClose}>
          {t('dialog.close')}
        </button>
      }
    >
      {loading ? null : (
        <>
          <p role="status">{t(decided ? 'conflicts.allDecided' : 'conflicts.none')}</p>
          {decided ? null : <p className="quiet">{t('conflicts.none.why')}</p>}
        </>
      )}
    </Modal>
  )
}
