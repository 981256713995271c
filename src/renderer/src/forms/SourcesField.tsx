import { useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import type { Source } from '../../../core/attribution.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { quoteOf } from '../data/annotation-rows.ts'
import { folded } from '../panes/folded.ts'
import type { Names } from '../panes/names.ts'
import { shortened } from '../parts/Name.tsx'
import { useActorChoices } from './actor-choices.ts'
import { Chips } from './Chips.tsx'
import { type Choice, Combo } from './Combo.tsx'
import { useFormEntries } from './form-entries.tsx'
import { type Looking, nearestMentions, sourceKey } from './sources.ts'

const MOST = 6

type Props = {
  label: string
  row: Annotation
  names: Names
  looking: Looking
  sources: readonly Source[]
  onChange(sources: Source[]): void
  first?: boolean
}

/** Who: mentions of the article, actors of the registry, or somebody the text does not name. */
export const SourcesField = ({ label, row, names, looking, sources, onChange, first }: Props) => {
  const { t } = useWords()
  const { query, setQuery, choices } = useSourceChoices(row, names, looking, sources, (source) =>
    onChange([...sources, source]),
  )
  return (
    <Chips
      label={label}
      items={sources.map((source) => ({ key: sourceKey(source), label: names.source(source) }))}
      onRemove={(index) => onChange(sources.toSpliced(index, 1))}
    >
      <Combo
        label={label}
        placeholder={t(sources.length > 0 ? 'form.add' : 'form.find')}
        query={query}
        onQuery={setQuery}
        choices={choices}
        onBack={() => onChange(sources.slice(0, -1))}
        first={first ?? false}
      />
    </Chips>
  )
}

/** Proposals and what fits the typed words, without those that are there already. */
export const useSourceChoices = (
  row: Annotation,
  names: Names,
  looking: Looking,
  sources: readonly Source[],
  onTake: (source: Source) => void,
) => {
  const shell = useShell()
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const latest = useRef(onTake)
  latest.current = onTake
  const take = (source: Source) => {
    setQuery('')
    latest.current(source)
  }
  const entries = useFormEntries()
  const actorChoices = useActorChoices(
    entries.actors,
    (actor) => take({ actor }),
    (name, type) => take({ actor: entries.addActor(name, type) }),
  )
  const there = new Set(sources.map(sourceKey))
  const wanted = folded(query)
  const mentions = nearestMentions(shell.annotations.rows(row.articleId), row, looking)
    .filter(({ id, body }) => !there.has(id) && !(body.actorId && there.has(body.actorId)))
    .filter((mention) => folded(`${quoteOf(mention)} ${names.source({ annotation: mention.id })}`).includes(wanted))
    .slice(0, MOST)
    .map((mention): Choice => {
      const quote = shortened(quoteOf(mention), 60)
      const label = names.source({ annotation: mention.id })
      const bare = label.replace(/[\u2068\u2069]/g, '')
      return {
        key: mention.id,
        label,
        hint: bare === quote ? undefined : t('form.quoted', { text: quote }),
        take: () => take({ annotation: mention.id }),
      }
    })
  const implicit: Choice = { key: 'implicit', label: t('source.implicit'), take: () => take({ implicit: true }) }
  const offersImplicit = !there.has('implicit') && folded(implicit.label).startsWith(wanted)
  const registered = wanted ? actorChoices(query, query, []).filter(({ key }) => !there.has(key)) : []
  return { query, setQuery, choices: [...mentions, ...(offersImplicit ? [implicit] : []), ...registered] }
}
