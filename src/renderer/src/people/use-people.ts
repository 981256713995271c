import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { goldId } from '../../../core/ids.ts'
import type { Identity } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { layersOf } from '../data/layers.ts'
import { registriesQuery } from '../data/queries.ts'

/** The people to whom work can be given: oneself, and every person of the project. */
export const usePeople = (): readonly Identity[] => {
  const shell = useShell()
  const { data } = useQuery(registriesQuery(shell))
  const me = useStore(shell.settings, ({ identity }) => identity)
  return useMemo(() => {
    const persons = data?.annotators.filter(({ id, kind }) => kind === 'person' && id !== goldId) ?? []
    const known = me && !persons.some(({ id }) => id === me.id) ? [me, ...persons] : persons
    return layersOf(known, me?.id, {})
  }, [data, me])
}
