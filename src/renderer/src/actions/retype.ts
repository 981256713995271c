import type { AnnotationType } from '../../../core/schema.ts'
import type { Shell } from '../app/shell.ts'
import { lossesOf } from '../data/changed-row.ts'
import { changeAnnotation } from './annotations.ts'
import { confirmed } from './confirm.ts'
import { showType } from './filter.ts'
import { focusedRow } from './focus.ts'
import { announce } from './notices.ts'
import { writable } from './writable.ts'

/** Gives the annotation in focus another type; what it would lose by that is confirmed first. */
export const retypeAnnotation = async (shell: Shell, type: AnnotationType) => {
  const { t, settings } = shell
  const row = focusedRow(shell)
  if (!row || !writable(shell)) return
  if (row.type === type) return announce(shell, ({ t }) => t('retype.same', { type }))
  const losses = lossesOf(row, type).map((loss) => t(`loss.${loss}`))
  const list = new Intl.ListFormat(settings.get().language).format(losses)
  const question = { title: t('retype.title', { type }), body: t('retype.body', { list }), yes: t('retype.yes') }
  if (losses.length > 0 && !(await confirmed(shell, question))) return
  showType(shell, type)
  await changeAnnotation(shell, row, { type }, ({ t }) => t('retype.done', { type }))
}
