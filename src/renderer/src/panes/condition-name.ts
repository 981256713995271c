/** What a condition of the filter is called. */
import type { Translate } from '../../../i18n/index.ts'
import { isolated } from '../app/explain.ts'
import type { Condition } from '../data/annotation-filter.ts'
import type { Names } from './names.ts'

export const conditionKey = ({ kind, id }: Condition): string => `${kind}:${id}`

/** `Actor: Putin`, `Unlinked mentions`, `“ceasefire”`. */
export const conditionName = (condition: Condition, names: Names, t: Translate): string => {
  if (condition.kind === 'task') return t(`task.${condition.id}`)
  if (condition.kind === 'lacks') return t(`lack.${condition.id}`)
  if (condition.kind === 'words') return t('form.quoted', { text: condition.id })
  return t('filter.entry', { kind: t(`filter.kind.${condition.kind}`), name: entryName(condition, names) })
}

/** What the condition names, without saying what kind of thing that is. */
export const entryName = (
  { kind, id }: Exclude<Condition, { kind: 'task' | 'lacks' | 'words' }>,
  names: Names,
): string => (kind === 'code' ? isolated(names.code(id).label) : names[kind](id))
