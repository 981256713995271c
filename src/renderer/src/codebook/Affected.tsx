import { useQuery } from '@tanstack/react-query'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { dependentsQuery } from '../data/queries.ts'
import type { Entry } from './entries.ts'

/** How much of the project a change to an entry reaches. */
export const Affected = ({ kind, id }: { kind: Entry['kind']; id: string }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data } = useQuery(dependentsQuery(shell, kind, id))
  if (!data) return null
  return (
    <p className="affected small">
      {kind === 'linkType'
        ? t('codebook.affected.links', { count: data.counts.link ?? 0 })
        : t('codebook.affected', { annotations: data.annotations, articles: data.articleIds.length })}
    </p>
  )
}
