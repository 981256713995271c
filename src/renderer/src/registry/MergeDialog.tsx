import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { Combo } from '../forms/Combo.tsx'
import { findActors } from '../forms/search.ts'
import { Modal } from '../parts/Modal.tsx'
import { actorOf, mergeActor } from './actors.ts'

const MOST = 8

/** Which actor another one is the same as. */
export const MergeDialog = ({ actorId, onClose }: { actorId: string; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const { data: registries } = useQuery(registriesQuery(shell))
  const actor = actorOf(shell, actorId)
  if (!actor) return null
  const others = findActors(registries?.actors ?? [], query, MOST + 2).filter(
    ({ id }) => id !== actor.id && id !== actor.mergedInto,
  )
  return (
    <Modal title={t('actor.merge.title', { name: isolated(actor.name) })} width="narrow" onClose={onClose}>
      <Combo
        open
        first
        label={t('actor.merge.find')}
        placeholder={t('mention.find')}
        query={query}
        onQuery={setQuery}
        choices={others.slice(0, MOST).map((other) => ({
          key: other.id,
          label: other.name,
          hint: [t(`actorType.${other.actorType}`), ...other.aliases.slice(0, 2).map(({ text }) => text)].join(' · '),
          take: () => {
            onClose()
            void mergeActor(shell, actor.id, other)
          },
        }))}
      />
      <p className="quiet small">{t('actor.merge.note')}</p>
    </Modal>
  )
}
