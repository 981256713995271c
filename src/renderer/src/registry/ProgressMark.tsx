import { Circle, CircleCheck, CircleDot } from 'lucide-react'
import { useWords } from '../app/words.tsx'
import type { ProgressState } from './progress.ts'

const pictures = { todo: Circle, doing: CircleDot, done: CircleCheck }

/** An empty circle, one with a dot, one with a tick. */
export const ProgressMark = ({ state }: { state: ProgressState }) => {
  const { t } = useWords()
  const Picture = pictures[state]
  return (
    <span className={`progress-mark ${state}`} title={t(`progress.${state}`)}>
      <Picture size={14} aria-hidden="true" />
      <span className="unseen">{t(`progress.${state}`)}</span>
    </span>
  )
}
