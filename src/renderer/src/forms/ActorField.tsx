import { useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'
import { useActorChoices } from './actor-choices.ts'
import { Chips } from './Chips.tsx'
import { Combo } from './Combo.tsx'
import { useFormEntries } from './form-entries.tsx'
import { nearestMentions } from './sources.ts'

type Props = {
  label: string
  row: Annotation
  names: Names
  actorId: string | undefined
  onChange(actorId: string | undefined): void
}

/** One actor of the registry. */
export const ActorField = ({ label, row, names, actorId, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const entries = useFormEntries()
  const take = (id: string) => {
    setQuery('')
    onChange(id)
  }
  const choicesFor = useActorChoices(entries.actors, take, (name, type) => take(entries.addActor(name, type)))
  const near = nearestMentions(shell.annotations.rows(row.articleId), row, 'holder').flatMap(
    ({ body }) => body.actorId ?? [],
  )
  return (
    <Chips
      label={label}
      items={actorId ? [{ key: actorId, label: names.actor(actorId) }] : []}
      onRemove={() => onChange(undefined)}
    >
      <Combo
        label={label}
        placeholder={t('form.find')}
        query={query}
        onQuery={setQuery}
        choices={choicesFor(query, query, near.slice(0, 6)).filter(({ key }) => key !== actorId)}
        onBack={() => onChange(undefined)}
      />
    </Chips>
  )
}
