/** What an annotator decided in the respect that a figure is about. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Translate } from '../../../i18n/index.ts'
import type { AgreementRow } from '../../../workbench/contract.ts'
import { chain } from '../panes/body-lines.ts'
import type { Names } from '../panes/names.ts'

/** Empty where nothing was decided; undefined where the figure is about the words alone. */
export const decisionIn = (
  row: Annotation,
  { metric, attribute }: Pick<AgreementRow, 'metric' | 'attribute'>,
  names: Names,
  t: Translate,
): string | undefined => {
  const steps = row.type === 'actor' ? [] : row.body.attribution
  if (metric.startsWith('chain')) return chain(steps, names)
  switch (attribute) {
    case 'code':
      return row.codes.map((id) => names.code(id).label).join(', ')
    case 'issue':
      return issuesOf(row).map(names.issue).join(', ')
    case 'stance':
      return row.type === 'position' && row.body.stance ? t(`stance.name.${row.body.stance}`) : ''
    case 'actor':
      return row.type === 'actor' && row.body.actorId ? names.actor(row.body.actorId) : ''
    case 'holder':
      return row.type === 'position' ? row.body.holders.map(names.source).join(', ') : ''
    case 'speaker':
      return (steps[0]?.sources ?? []).map(names.source).join(', ')
    default:
      return undefined
  }
}

const issuesOf = (row: Annotation): readonly string[] => {
  if (row.type === 'claim') return row.body.issueIds
  return row.type === 'position' && row.body.issueId ? [row.body.issueId] : []
}
