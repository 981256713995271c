import { useQuery } from '@tanstack/react-query'
import { EyeOff } from 'lucide-react'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articlesQuery } from '../data/queries.ts'
import { setProgress } from '../registry/progress.ts'
import './people.css'

/** Says that others' work on the article is hidden, how much, and until when. */
export const BlindNote = ({ articleId }: { articleId: string }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles } = useQuery(articlesQuery(shell))
  const count = articles?.find(({ id }) => id === articleId)?.hiddenPeople ?? 0
  if (count === 0) return null
  return (
    <div className="blind-note small" role="status">
      <EyeOff size={16} aria-hidden="true" />
      <span>
        {t('blind.hidden', { count })}{' '}
        <button
          type="button"
          className="link-button"
          disabled={!isWritable(shell)}
          onClick={() => void setProgress(shell, articleId, 'done')}
        >
          {t('blind.done')}
        </button>
      </span>
    </div>
  )
}
