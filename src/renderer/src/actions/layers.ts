/** Whose work is shown, in the text, in the list and to the keys that walk through them. */
import type { Annotation } from '../../../core/annotation.ts'
import { isolated } from '../app/explain.ts'
import type { Say, Shell } from '../app/shell.ts'
import { type Layer, layersOf } from '../data/layers.ts'
import { registriesQuery } from '../data/queries.ts'
import { announce } from './notices.ts'

/** The layers of the open project, without a subscription. */
export const layersNow = (shell: Shell): Layer[] =>
  layersOf(
    shell.queries.getQueryData(registriesQuery(shell).queryKey)?.annotators ?? [],
    shell.settings.get().identity?.id,
    shell.layout.get().layerStyles,
  )

export const hasOthers = (shell: Shell): boolean => layersNow(shell).length > 1

export const toggleLayer = (shell: Shell, { id, name }: Pick<Layer, 'id' | 'name'>) => {
  const { hiddenLayers } = shell.ui.get()
  const hidden = hiddenLayers.includes(id)
  hide(shell, hidden ? hiddenLayers.filter((other) => other !== id) : [...hiddenLayers, id])
  announce(shell, ({ t }) => t(hidden ? 'layer.shown' : 'layer.hidden', { name: isolated(name) }))
}

export const showOnlyMine = (shell: Shell) => {
  hide(
    shell,
    layersNow(shell).flatMap(({ id, mine }) => (mine ? [] : [id])),
  )
  announce(shell, ({ t }) => t('layer.onlyMine.said'))
}

export const showEverybody = (shell: Shell) => {
  hide(shell, [])
  announce(shell, ({ t }) => t('layer.everybody.said'))
}

/** Nothing new goes unseen: one's own layer is shown again when one writes into it. */
export const showMine = (shell: Shell) => {
  const { hiddenLayers } = shell.ui.get()
  const me = shell.settings.get().identity?.id
  if (!me || !hiddenLayers.includes(me)) return
  hide(
    shell,
    hiddenLayers.filter((id) => id !== me),
  )
  announce(shell, ({ t }) => t('layer.mineAgain'))
}

/** What somebody is led to is shown, though its layer was hidden; says whether it was. */
export const revealLayer = (shell: Shell, articleId: string | undefined, annotationId: string): boolean => {
  const { hiddenLayers } = shell.ui.get()
  if (hiddenLayers.length === 0 || !articleId) return false
  const by = shell.annotations.all(articleId).find(({ id }) => id === annotationId)?.annotatorId
  if (!by || !hiddenLayers.includes(by)) return false
  hide(
    shell,
    hiddenLayers.filter((id) => id !== by),
  )
  const name = layersNow(shell).find(({ id }) => id === by)?.name ?? ''
  announce(shell, ({ t }) => t('layer.shown', { name: isolated(name) }))
  return true
}

/** Says what was written into one's own layer; of another's annotation that is a copy, which is what is said then. */
export const announceMine = (shell: Shell, before: Annotation, say: Say) => {
  const isCopy = before.annotatorId !== shell.settings.get().identity?.id
  showMine(shell)
  announce(shell, isCopy ? ({ t }) => t('annotation.copied') : say)
}

/** What one is led to is there to be seen. */
export const showLayers = (shell: Shell, ids: readonly string[]) =>
  hide(
    shell,
    shell.ui.get().hiddenLayers.filter((id) => !ids.includes(id)),
  )

export const chooseStyle = ({ layout }: Shell, id: string, style: number) =>
  layout.set({ layerStyles: { ...layout.get().layerStyles, [id]: style } })

/** What is hidden cannot stay in focus. */
const hide = ({ ui, annotations }: Shell, hiddenLayers: readonly string[]) => {
  const { articleId, focusId } = ui.get()
  const focused = articleId && focusId ? annotations.rows(articleId).find(({ id }) => id === focusId) : undefined
  const goes = focused !== undefined && hiddenLayers.includes(focused.annotatorId)
  ui.set({ hiddenLayers, ...(goes && { focusId: undefined, editId: undefined }) })
}
