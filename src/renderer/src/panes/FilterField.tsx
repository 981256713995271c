import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { type Condition, isEntry, toggled } from '../data/annotation-filter.ts'
import type { Rows } from '../data/annotation-rows.ts'
import { type Offer, offersFor, stillOffered } from '../data/filter-choices.ts'
import { registriesQuery } from '../data/queries.ts'
import { type Choice, Combo } from '../forms/Combo.tsx'
import { conditionKey, conditionName, entryName } from './condition-name.ts'
import { folded } from './folded.ts'
import type { Names } from './names.ts'

// More than these nobody reads through; a letter typed narrows them down.
const MOST = 60

/** One field for every kind of condition: what the article has is proposed; what is typed can be looked for in the words. */
export const FilterField = ({ rows, names }: { rows: Rows; names: Names }) => {
  const shell = useShell()
  const { t, number } = useWords()
  const filter = useUi(({ filter }) => filter)
  const [query, setQuery] = useState('')
  const { data: registries } = useQuery(registriesQuery(shell))
  const offers = useMemo(() => offersFor(rows, registries), [rows, registries])
  const named = useMemo(
    () => offers.map((offer) => ({ offer, text: folded(conditionName(offer.condition, names, t)) })),
    [offers, names, t],
  )
  const take = (condition: Condition) => {
    shell.ui.set({ filter: toggled(shell.ui.get().filter, condition) })
    setQuery('')
  }
  const words = folded(query).split(' ').filter(Boolean)
  const fitting = named.filter(({ text }) => words.every((word) => text.includes(word))).map(({ offer }) => offer)
  const offered = stillOffered(fitting, filter).slice(0, MOST)
  const choiceOf = ({ condition, count }: Offer): Choice => ({
    key: conditionKey(condition),
    label: isEntry(condition) ? entryName(condition, names) : conditionName(condition, names, t),
    hint: [isEntry(condition) ? t(`filter.kind.${condition.kind}`) : '', number(count)].filter(Boolean).join(' · '),
    take: () => take(condition),
  })
  const text = query.trim()
  const typed: Choice[] = text
    ? [{ key: 'words', label: t('filter.words', { text }), take: () => take({ kind: 'words', id: text }) }]
    : []
  return (
    <Combo
      label={t('filter.field')}
      placeholder={t('filter.placeholder')}
      query={query}
      onQuery={setQuery}
      choices={[...offered.map(choiceOf), ...typed]}
      onBack={() => shell.ui.set({ filter: filter.slice(0, -1) })}
    />
  )
}
