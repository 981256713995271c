import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ActorRow, linkMention, linkNewActor } from '../actions/mentions.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { quoteOf } from '../data/annotation-rows.ts'
import { proposalsQuery, registriesQuery } from '../data/queries.ts'
import { shortened } from '../parts/Name.tsx'
import { useActorChoices } from './actor-choices.ts'
import { type Choice, Combo } from './Combo.tsx'
import { PickerDialog } from './PickerDialog.tsx'

type Props = { annotationId: string; onClose(): void }

/** Who a mention is: proposals first, then the registry, then a new actor. Enter takes, Escape leaves. */
export const ActorPicker = ({ annotationId, onClose }: Props) => {
  const shell = useShell()
  const articleId = useUi(({ articleId }) => articleId)
  const row = articleId ? shell.annotations.rows(articleId).find(({ id }) => id === annotationId) : undefined
  return row?.type === 'actor' ? <Picker row={row} onClose={onClose} /> : null
}

const Picker = ({ row, onClose }: { row: ActorRow; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const { data: proposals } = useQuery(proposalsQuery(shell, row))
  const take = (actorId: string | null) => {
    onClose()
    void linkMention(shell, row, actorId)
  }
  const { data: registries } = useQuery(registriesQuery(shell))
  const choicesFor = useActorChoices(registries?.actors ?? [], take, (name, actorType) => {
    onClose()
    void linkNewActor(shell, row, name, actorType)
  })
  const quote = shortened(quoteOf(row), 200)
  const found = choicesFor(query, query || quote, proposals?.map(({ actorId }) => actorId) ?? [])
  // A name that nobody in the registry has is a new actor's, rather than that of whoever was named last.
  const isNew = !query && /\p{Lu}/u.test(quote) && proposals?.every(({ by }) => by === 'recent')
  const unlink: Choice = { key: 'unlink', label: t('mention.unlink'), take: () => take(null) }
  const choices = [
    ...(isNew ? [...found.slice(-1), ...found.slice(0, -1)] : found),
    ...(row.body.actorId && !query ? [unlink] : []),
  ]
  return (
    <PickerDialog label={t('mention.who')} annotationId={row.id} onClose={onClose}>
      <Combo
        open
        label={t('mention.who')}
        placeholder={t('mention.find')}
        query={query}
        onQuery={setQuery}
        // Nobody is taken for whom the proposals would have put another first.
        choices={proposals || query ? choices : []}
      />
      <p className="picker-foot quiet small">
        <kbd>←</kbd> <kbd>→</kbd> {t('actor.create.turn')}
      </p>
    </PickerDialog>
  )
}
