import type { Annotation } from '../../../core/annotation.ts'
import type { Source } from '../../../core/attribution.ts'
import { sourcesOf } from '../../../core/sources.ts'
import type { Shell } from '../app/shell.ts'
import { chainBefore } from '../forms/chain.ts'
import { showTab } from '../registry/actors.ts'
import { changeAnnotation, editAnnotation } from './annotations.ts'
import { focusArea, showPane } from './areas.ts'
import { focusAnnotation, focusedRow } from './focus.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'

type Spoken = Exclude<Annotation, { type: 'actor' }>

/** The annotation in focus, where it is one that somebody says. */
export const focusedSpoken = (shell: Shell): Spoken | undefined => {
  const row = focusedRow(shell)
  return row && row.type !== 'actor' ? row : undefined
}

/** Opens the form where it is said according to whom. */
export const editChain = (shell: Shell) => {
  const row = focusedSpoken(shell)
  if (row) editAnnotation(shell, row.id, 'chain')
  else announce(shell, ({ t }) => t('chain.onlyClaims'))
}

/** Gives the annotation in focus the chain of the nearest one before it. */
export const takeChainBefore = async (shell: Shell) => {
  const row = focusedSpoken(shell)
  if (!row) return announce(shell, ({ t }) => t('chain.onlyClaims'))
  if (!writable(shell)) return
  const rows = shell.annotations.rows(row.articleId)
  const attribution = chainBefore(rows, row)
  if (!attribution) return announce(shell, ({ t }) => t('chain.same.none'))
  await changeAnnotation(shell, row, { body: { ...row.body, attribution } })
}

/** Puts the keyboard on the chain of the annotation in focus, in its card. */
export const walkChain = (shell: Shell) => {
  const row = focusedSpoken(shell)
  if (!row) return announce(shell, ({ t }) => t('chain.onlyClaims'))
  if (sourcesOf(row).length === 0) return announce(shell, ({ t }) => t('chain.noSteps'))
  showPane(shell, 'right')
  // The card may have to be drawn first.
  const enter = (tries: number) => {
    const chip = document.querySelector<HTMLElement>('.chain-chip')
    if (chip) chip.focus()
    else if (tries > 0) requestAnimationFrame(() => enter(tries - 1))
  }
  enter(60)
}

/** Shows where a source stands in the text, without leaving the annotation. */
export const showSource = (shell: Shell, source: Source) => {
  if ('annotation' in source) shell.editor.current?.scrollToAnnotation(source.annotation)
}

/** Goes to a source: to its mention in the text, or to the actor in the registry. */
export const goToSource = (shell: Shell, from: Annotation, source: Source) => {
  if ('annotation' in source) {
    const isHere = shell.annotations.all(from.articleId).some(({ id }) => id === source.annotation)
    if (!isHere) return announce(shell, ({ t }) => t('chain.gone'))
    shell.ui.set({ walkedFrom: from.id })
    focusAnnotation(shell, source.annotation)
    focusArea(shell, 'annotations')
  } else if ('actor' in source) {
    shell.ui.set({ actorId: source.actor })
    showTab(shell, 'actors')
  } else announce(shell, ({ t }) => t('chain.implicit'))
}

/** What was in focus before the walk, where it still stands in this article. */
export const walkedFrom = (shell: Shell): string | undefined => {
  const { articleId, walkedFrom: id } = shell.ui.get()
  return id && articleId && shell.annotations.rows(articleId).some((row) => row.id === id) ? id : undefined
}

export const walkBack = (shell: Shell) => {
  const id = walkedFrom(shell)
  if (!id) return
  shell.ui.set({ walkedFrom: undefined })
  focusAnnotation(shell, id)
}
