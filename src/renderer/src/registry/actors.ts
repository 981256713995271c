/** What is done with entries of the actor registry; each is one step of the history. */
import type { Actor } from '../../../core/registries.ts'
import type { ActorChange, ActorDraft, Mention } from '../../../workbench/contract.ts'
import { focusArea, showPane } from '../actions/areas.ts'
import { focusAnnotation } from '../actions/focus.ts'
import { announce, notifyFailure } from '../actions/notices.ts'
import { openArticle } from '../actions/open-article.ts'
import { writable } from '../actions/writable.ts'
import { write } from '../actions/writing.ts'
import { isolated } from '../app/explain.ts'
import type { Layout } from '../app/layout.ts'
import type { Shell } from '../app/shell.ts'
import { registriesQuery } from '../data/queries.ts'

/** Lists articles or actors in the pane on the left, and puts the keyboard there. */
export const showTab = (shell: Shell, leftTab: Layout['leftTab']) => {
  shell.layout.set({ leftTab })
  showPane(shell, 'left')
  setTimeout(() => focusArea(shell, 'articles'))
}

export const actorOf = (shell: Shell, id: string | undefined): Actor | undefined =>
  shell.queries.getQueryData(registriesQuery(shell).queryKey)?.actors.find((actor) => actor.id === id)

/** The actor that the list stands at, where actors are listed. */
export const chosenActor = (shell: Shell): Actor | undefined =>
  shell.layout.get().leftTab === 'actors' ? actorOf(shell, shell.ui.get().actorId) : undefined

export const openNewActor = (shell: Shell) => {
  if (!writable(shell)) return
  shell.layout.set({ leftTab: 'actors' })
  showPane(shell, 'left')
  shell.ui.set({ dialog: { kind: 'actorDetails', actorId: undefined } })
}

export const openActor = (shell: Shell) => {
  const actor = chosenActor(shell)
  if (actor) shell.ui.set({ dialog: { kind: 'actorDetails', actorId: actor.id } })
}

export const openMerge = (shell: Shell) => {
  const actor = chosenActor(shell)
  if (actor && writable(shell)) shell.ui.set({ dialog: { kind: 'actorMerge', actorId: actor.id } })
}

/** Asks, with what depends on the actor. */
export const openRemoval = async (shell: Shell) => {
  const actor = chosenActor(shell)
  if (!actor || !writable(shell)) return
  try {
    const dependents = await shell.desk.dependents('actor', [actor.id])
    shell.ui.set({ dialog: { kind: 'actorRemoval', actorId: actor.id, dependents } })
  } catch (error) {
    notifyFailure(
      shell,
      ({ t }) => t('registry.notLooked'),
      error,
      ({ t }) => t('problem.nothingChanged'),
    )
  }
}

export const addActor = async (shell: Shell, draft: ActorDraft): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('actor.notAdded'),
    () => shell.desk.addActor(draft),
  )
  if (done) shell.ui.set({ actorId: done.value.id })
  return done !== undefined
}

export const changeActor = async (shell: Shell, actorId: string, change: ActorChange): Promise<boolean> => {
  if (Object.keys(change).length === 0) return true
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('registry.notChanged'),
    () => shell.desk.updateActor(actorId, change),
  )
  return done !== undefined
}

export const mergeActor = async (shell: Shell, actorId: string, into: Actor) => {
  const done = await write(
    shell,
    ({ t }) => t('registry.notMerged'),
    () => shell.desk.mergeActors([actorId], into.id),
  )
  if (done) announce(shell, ({ t }) => t('registry.merged', { name: isolated(into.name) }))
}

export const unmergeActor = async (shell: Shell) => {
  const actor = chosenActor(shell)
  if (actor?.mergedInto === undefined || !writable(shell)) return
  const done = await write(
    shell,
    ({ t }) => t('registry.notUnmerged'),
    () => shell.desk.unmergeActor(actor.id),
  )
  if (done) announce(shell, ({ t }) => t('registry.unmerged', { name: isolated(actor.name) }))
}

export const removeActor = async (shell: Shell, actor: Actor, detach: boolean) => {
  const done = await write(
    shell,
    ({ t }) => t('registry.notRemoved'),
    () => shell.desk.removeActors([actor.id], { detach }),
  )
  if (done) announce(shell, ({ t }) => t('registry.removed', { name: isolated(actor.name) }))
}

/** Shows an annotation in its article. */
export const goToMention = (shell: Shell, { articleId, annotationId }: Mention) => {
  if (shell.ui.get().articleId === articleId) focusAnnotation(shell, annotationId)
  else openArticle(shell, articleId, annotationId)
}
