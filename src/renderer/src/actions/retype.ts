import type { AnnotationType } from '../../../core/schema.ts'
import { type Role, roles } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { lossesOf } from '../data/changed-row.ts'
import { changeAnnotation } from './annotations.ts'
import { confirmed } from './confirm.ts'
import { showType } from './filter.ts'
import { focusedRow } from './focus.ts'
import { announce, nothingChanged, notifyFailure } from './notices.ts'
import { writable } from './writable.ts'

/** Gives the annotation in focus another type; what it would lose by that, and what refers to it, is confirmed first. */
export const retypeAnnotation = async (shell: Shell, type: AnnotationType) => {
  const { t } = shell
  const row = focusedRow(shell)
  if (!row || !writable(shell)) return
  if (row.type === type) return announce(shell, ({ t }) => t('retype.same', { type }))
  const named = await namedAs(shell, row.id)
  if (!named) return
  const losses = lossesOf(row, type).map((loss) => t(`loss.${loss}`))
  const body = [
    ...(losses.length > 0 ? [t('retype.lost', { list: listed(shell, losses) })] : []),
    ...(named.length > 0 ? [t('retype.named', { list: listed(shell, named) })] : []),
    t('retype.body'),
  ].join(' ')
  const asks = losses.length > 0 || named.length > 0
  if (asks && !(await confirmed(shell, { title: t('retype.title', { type }), body, yes: t('retype.yes') }))) return
  showType(shell, type)
  await changeAnnotation(shell, row, { type }, ({ t }) => t('retype.done', { type }))
}

// Links and decisions go to an annotation of any type.
const lasting: ReadonlySet<Role> = new Set<Role>(['link', 'adjudication'])

/** As what other annotations name it, and how often; nothing where that could not be found out, which has been said then. */
const namedAs = async (shell: Shell, id: string): Promise<string[] | undefined> => {
  try {
    const { counts } = await shell.desk.dependents('annotation', [id])
    return roles.flatMap((role) => {
      const count = lasting.has(role) ? undefined : counts[role]
      return count ? [shell.t('retype.role', { role: shell.t(`role.${role}`), count })] : []
    })
  } catch (error) {
    notifyFailure(shell, ({ t }) => t('annotation.notChanged'), error, nothingChanged)
    return undefined
  }
}

const listed = ({ settings }: Shell, words: readonly string[]): string =>
  new Intl.ListFormat(settings.get().language).format(words)
