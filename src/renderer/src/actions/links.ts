/** Making, changing and removing links between annotations. */
import { v7 } from 'uuid'
import type { Annotation } from '../../../core/annotation.ts'
import type { Link } from '../../../core/records.ts'
import type { LinkChange } from '../../../workbench/contract.ts'
import { isolated } from '../app/explain.ts'
import type { Shell } from '../app/shell.ts'
import { codebookOf } from '../codebook/codebook.ts'
import { quoteOf } from '../data/annotation-rows.ts'
import { codebookQuery, linksQuery } from '../data/queries.ts'
import { linkName, rulesFrom } from '../links/link-types.ts'
import { focusedRow } from './focus.ts'
import { actorName } from './mentions.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'
import { write } from './writing.ts'

/** Asks what the annotation in focus is to be linked to, and how. */
export const openLinkPicker = async (shell: Shell) => {
  const row = focusedRow(shell)
  if (!row || !writable(shell)) return
  await shell.queries.ensureQueryData(codebookQuery(shell)).catch(() => undefined)
  if (rulesFrom(row.type, codebookOf(shell).linkTypes).length === 0)
    return announce(shell, ({ t }) => t('link.noTypes'))
  shell.ui.set({ dialog: { kind: 'link', annotationId: row.id } })
}

/** Links an annotation to another or to an actor; a link that is there already is not made twice. */
export const addLink = async (shell: Shell, row: Annotation, type: string, to: Link['to']) => {
  if (!writable(shell)) return
  const id = v7()
  const done = await write(
    shell,
    ({ t }) => t('link.notAdded'),
    () => shell.desk.addLink({ id, from: row.id, to, type }),
  )
  if (!done) return
  shell.ui.set({ linkType: type, trail: undefined })
  await shell.queries.fetchQuery({ ...linksQuery(shell, row.articleId), staleTime: 0 })
  const made = done.value.id === id
  announce(shell, (words) =>
    words.t(made ? 'link.added' : 'link.already', {
      name: isolated(linkName(words, codebookOf(shell).linkTypes, type, 'out')),
      quote: endName(shell, row.articleId, to),
    }),
  )
}

export const changeLink = async (shell: Shell, link: Link, change: LinkChange): Promise<boolean> => {
  if (!writable(shell)) return false
  const done = await write(
    shell,
    ({ t }) => t('link.notChanged'),
    () => shell.desk.updateLink(link.id, change),
  )
  if (done) announce(shell, ({ t }) => t('link.changed'))
  return done !== undefined
}

export const removeLink = async (shell: Shell, link: Link) => {
  if (!writable(shell)) return
  const done = await write(
    shell,
    ({ t }) => t('link.notRemoved'),
    () => shell.desk.removeLinks([link.id]),
  )
  if (done) announce(shell, ({ t }) => t('link.removed'))
}

/** What stands at an end of a link, in a sentence. */
export const endName = (shell: Shell, articleId: string, to: Link['to']): string => {
  if ('actor' in to) return actorName(shell, to.actor)
  const far = shell.queries.getQueryData(linksQuery(shell, articleId).queryKey)?.far ?? []
  const row = [...shell.annotations.rows(articleId), ...far].find(({ id }) => id === to.annotation)
  return isolated(row ? quoteOf(row) : shell.t('link.gone'))
}
