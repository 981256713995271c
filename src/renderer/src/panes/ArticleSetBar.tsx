import { X } from 'lucide-react'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'

/** Says that only some articles are listed, and which; its button lists all again. */
export const ArticleSetBar = () => {
  const { ui } = useShell()
  const words = useWords()
  const articleSet = useUi(({ articleSet }) => articleSet)
  if (!articleSet) return null
  return (
    <div className="article-set">
      <p className="small">{words.t('corpus.set', { name: articleSet.name(words) })}</p>
      <IconButton label={words.t('corpus.set.clear')} onClick={() => ui.set({ articleSet: undefined })}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  )
}
