import { memo } from 'react'
import type { Actor } from '../../../core/registries.ts'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'

type Props = { actor: Actor; under: Actor | undefined; count: number | undefined }

/** Name, type and other names; how many annotations name the actor. */
export const ActorRow = memo(({ actor, under, count }: Props) => {
  const { t, number } = useWords()
  const { name, actorType, aliases } = actor
  const says = under
    ? t('registry.mergedInto', { name: isolated(under.name) })
    : [t(`actorType.${actorType}`), ...aliases.slice(0, 3).map(({ text }) => isolated(text))].join(' · ')
  return (
    <div className={under ? 'actor-row merged' : 'actor-row'}>
      <Name text={name} />
      <span className="actor-line one-line">{says}</span>
      {count === undefined ? null : (
        <span className="actor-usage" title={t('registry.mentions', { count })}>
          <span aria-hidden="true">{number(count)}</span>
          <span className="unseen">{t('registry.mentions', { count })}</span>
        </span>
      )}
    </div>
  )
})
