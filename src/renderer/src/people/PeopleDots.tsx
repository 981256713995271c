import type { ArticleSummary } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import type { Layer } from '../data/layers.ts'
import { ProgressMark } from '../registry/ProgressMark.tsx'
import './people.css'

const MOST = 4

/** Who else works on an article, and how far each of them is. */
export const PeopleDots = ({ people, layers }: { people: ArticleSummary['people']; layers: readonly Layer[] }) => {
  const { t } = useWords()
  const others = people.flatMap(({ annotatorId, state }) => {
    const layer = layers.find(({ id }) => id === annotatorId)
    return layer && !layer.mine ? [{ ...layer, state }] : []
  })
  if (others.length === 0) return null
  const said = (some: typeof others) =>
    some.map(({ name, state }) => t('assign.state', { name, state: t(`progress.${state}`) })).join('\n')
  return (
    <span className="people-dots">
      {others.slice(0, MOST).map((other) => (
        <span key={other.id} className={`people-dot ${other.state}`} title={said([other])}>
          <span aria-hidden="true">{other.initials}</span>
          <span className="unseen">{other.name}</span>
          <ProgressMark state={other.state} />
        </span>
      ))}
      {others.length > MOST ? (
        <span className="people-dot" title={said(others.slice(MOST))}>
          +{others.length - MOST}
        </span>
      ) : null}
    </span>
  )
}
