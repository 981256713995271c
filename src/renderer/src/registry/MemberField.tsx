import { useState } from 'react'
import type { Actor } from '../../../core/registries.ts'
import { useWords } from '../app/words.tsx'
import { Chips } from '../forms/Chips.tsx'
import { Combo } from '../forms/Combo.tsx'
import { findActors } from '../forms/search.ts'

type Props = {
  actors: readonly Actor[]
  /** Whose groups they are; nobody is a member of themselves. */
  actorId: string | undefined
  memberOf: string[]
  onChange(memberOf: string[]): void
}

const MOST = 8

/** The groups an actor is a member of. */
export const MemberField = ({ actors, actorId, memberOf, onChange }: Props) => {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const names = new Map(actors.map(({ id, name }) => [id, name]))
  const found = findActors(actors, query, MOST + memberOf.length + 1)
    .filter(({ id }) => id !== actorId && !memberOf.includes(id))
    .slice(0, MOST)
  return (
    <Chips
      label={t('actor.memberOf')}
      items={memberOf.map((id) => ({ key: id, label: names.get(id) ?? t('actor.unknown') }))}
      onRemove={(index) => onChange(memberOf.filter((_, at) => at !== index))}
    >
      <Combo
        label={t('actor.memberOf')}
        placeholder={t('form.add')}
        query={query}
        onQuery={setQuery}
        choices={found.map(({ id, name, actorType }) => ({
          key: id,
          label: name,
          hint: t(`actorType.${actorType}`),
          take: () => {
            setQuery('')
            onChange([...memberOf, id])
          },
        }))}
        onBack={() => onChange(memberOf.slice(0, -1))}
      />
    </Chips>
  )
}
