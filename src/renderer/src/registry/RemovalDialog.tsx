import { useState } from 'react'
import { type Dependents, roles } from '../../../workbench/contract.ts'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'

type Props = {
  kind: 'actor' | 'issue' | 'code' | 'attribute' | 'linkType'
  name: string
  dependents: Dependents
  onRemove(detach: boolean): void
  onClose(): void
}

/** What refers to an entry is shown before it goes, and can go with it. */
export const RemovalDialog = ({ kind, name, dependents, onRemove, onClose }: Props) => {
  const { t, number } = useWords()
  const [detach, setDetach] = useState(false)
  // How many annotations have a code or a value is said as a sentence.
  const coded = kind === 'code' || kind === 'attribute'
  const named = roles.filter((role) => dependents.counts[role])
  const listed = named.filter((role) => !coded || role !== kind)
  return (
    <Modal
      title={t('actor.remove.title', { name: isolated(name) })}
      width="narrow"
      onClose={onClose}
      footer={
        <DialogFoot
          action={t(`${kind}.remove`)}
          first
          onAction={() => {
            onClose()
            onRemove(detach)
          }}
          onCancel={onClose}
        />
      }
    >
      {named.length === 0 ? (
        <p>{t(`${kind}.remove.free`)}</p>
      ) : (
        <>
          {coded ? (
            <p>
              {t('codebook.affected', {
                annotations: dependents.annotations,
                articles: dependents.articleIds.length,
              })}
            </p>
          ) : null}
          {listed.length > 0 ? (
            <>
              <p>{t(`${kind}.remove.named`)}</p>
              <ul className="depends">
                {listed.map((role) => (
                  <li key={role}>
                    {t(kind === 'code' && role === 'parent' ? 'role.parent.code' : `role.${role}`)}:{' '}
                    {number(dependents.counts[role] ?? 0)}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {dependents.others > 0 ? <p>{t('actor.remove.others', { count: dependents.others })}</p> : null}
          <label className="check">
            <input type="checkbox" checked={detach} onChange={(event) => setDetach(event.target.checked)} />
            {t('actor.remove.detach')}
          </label>
          {detach ? null : <p className="quiet small">{t(`${kind}.remove.stay`)}</p>}
        </>
      )}
      <p className="quiet small">{t('actor.remove.undo')}</p>
    </Modal>
  )
}
