import { useQuery } from '@tanstack/react-query'
import type { AgreementRow } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { quoteOf, type Rows } from '../data/annotation-rows.ts'
import { useNames } from '../panes/names.ts'
import { shortened } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { decisionIn } from './decision.ts'
import { sidesOf } from './who-tagged.ts'

type Props = {
  articleId: string
  annotationIds: readonly string[]
  row: AgreementRow
  annotatorIds: readonly string[]
}

const none: Rows = []
const LONGEST = 220

/** What each annotator tagged and decided in one place, side by side. */
export const Sides = ({ articleId, annotationIds, row, annotatorIds }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data = none, isLoading } = useQuery(shell.annotations.everything(articleId))
  const names = useNames(data)
  if (isLoading) return <p className="quiet small">…</p>
  const sides = sidesOf(data, annotationIds, row.scope.pair ?? annotatorIds)
  if (sides.every(({ annotations }) => annotations.length === 0))
    return <p className="quiet small">{t('agreement.disagreement.gone')}</p>
  return (
    <div className="sides">
      {sides.map(({ annotatorId, annotations }) => (
        <div key={annotatorId} className="side">
          <p className="side-who small">{names.annotator(annotatorId)}</p>
          {annotations.map((annotation) => {
            const decision = decisionIn(annotation, row, names, t)
            return (
              <div key={annotation.id}>
                <p className="side-quote">
                  <TypeLetter type={annotation.type} />
                  <bdi>{shortened(quoteOf(annotation), LONGEST)}</bdi>
                </p>
                {decision === undefined ? null : (
                  <p className="small">{decision || <i className="quiet">{t('agreement.undecided')}</i>}</p>
                )}
              </div>
            )
          })}
          {annotations.length === 0 ? <p className="quiet">{t('agreement.nothingHere')}</p> : null}
        </div>
      ))}
    </div>
  )
}
