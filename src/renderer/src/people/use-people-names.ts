import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Shell } from '../app/shell.ts'
import { useWords } from '../app/words.tsx'
import { registriesQuery } from '../data/queries.ts'
import { byId } from '../data/standing.ts'

/** Annotators by id, whoever they are. */
export const usePeopleNames = (shell: Shell): ((id: string) => string) => {
  const { t } = useWords()
  const { data } = useQuery(registriesQuery(shell))
  return useMemo(() => {
    const people = byId(data?.annotators)
    return (id) => people.get(id)?.name ?? t('annotator.unknown')
  }, [data, t])
}
