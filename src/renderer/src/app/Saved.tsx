import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { projectQuery } from '../data/queries.ts'
import { useShell } from './context.tsx'
import { explain } from './explain.ts'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'

// A write takes a few milliseconds; only one that lingers is worth a word.
const PATIENCE = 300

/** Whether everything stands in the project file. */
export const Saved = () => {
  const shell = useShell()
  const words = useWords()
  const { t, clock } = words
  const { data: project } = useQuery(projectQuery(shell))
  const saving = useStore(shell.saving, (state) => state)
  const lingers = useLingering(saving.pending > 0)
  if (saving.problem) {
    const text = t('saved.not', { reason: explain(words, saving.problem) })
    return (
      <span role="alert" className="saved problem one-line" title={text}>
        {text}
      </span>
    )
  }
  return (
    <span className="saved">
      {project?.access === 'read'
        ? t('saved.readOnly')
        : lingers
          ? t('saved.saving')
          : saving.savedAt
            ? t('saved.at', { time: clock(saving.savedAt) })
            : t('saved.all')}
    </span>
  )
}

const useLingering = (now: boolean): boolean => {
  const [lingers, setLingers] = useState(false)
  useEffect(() => {
    if (!now) return setLingers(false)
    const timer = setTimeout(() => setLingers(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [now])
  return lingers
}
