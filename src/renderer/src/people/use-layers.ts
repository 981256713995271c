import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { type Layer, layersOf } from '../data/layers.ts'
import { registriesQuery } from '../data/queries.ts'

const none: Layer[] = []

/** The layers of the project, one's own first; none where nobody else has worked in it. */
export const useLayers = (): readonly Layer[] => {
  const shell = useShell()
  const { data } = useQuery(registriesQuery(shell))
  const me = useStore(shell.settings, ({ identity }) => identity?.id)
  const chosen = useStore(shell.layout, ({ layerStyles }) => layerStyles)
  const annotators = data?.annotators
  return useMemo(() => {
    const others = annotators?.some(({ id }) => id !== me) ?? false
    return annotators && others ? layersOf(annotators, me, chosen) : none
  }, [annotators, me, chosen])
}

/** How each other annotator's work is drawn. */
export const useLayerStyles = (): ReadonlyMap<string, number> => {
  const layers = useLayers()
  return useMemo(
    () => new Map(layers.flatMap(({ id, style }) => (style === undefined ? [] : [[id, style] as const]))),
    [layers],
  )
}
