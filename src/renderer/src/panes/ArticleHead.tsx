import { Pencil, TextCursorInput } from 'lucide-react'
import type { Article } from '../../../core/article.ts'
import { beginCorrection } from '../actions/correction.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name, shortened } from '../parts/Name.tsx'

/** Title, outlet, author, date and language above the text; the title only where the text does not begin with it. */
export const ArticleHead = ({ article }: { article: Article }) => {
  const shell = useShell()
  const { t, day, languageName } = useWords()
  const { title, outlet, author, publishedAt, language, relays } = article
  return (
    <div className="article-head">
      {title && !article.text.trimStart().startsWith(title) ? (
        <h2 dir="auto" lang={language}>
          {shortened(title)}
        </h2>
      ) : null}
      <div className="article-meta">
        {outlet ? <Name text={outlet.name} /> : null}
        {author ? <Name text={author} /> : null}
        {publishedAt ? <time dateTime={publishedAt}>{day(publishedAt)}</time> : null}
        {language ? <span>{languageName(language)}</span> : null}
        {relays?.outlet ? <span>{t('article.relays', { outlet: relays.outlet.name })}</span> : null}
        <IconButton
          label={t('article.details')}
          shortcut="F2"
          onClick={() => shell.ui.set({ dialog: { kind: 'article', articleId: article.id } })}
        >
          <Pencil size={14} />
        </IconButton>
        <IconButton
          label={t(isWritable(shell) ? 'article.correct' : 'correct.readOnly')}
          shortcut={shown('CmdOrCtrl+Shift+E', shell.platform)}
          disabled={!isWritable(shell)}
          onClick={() => beginCorrection(shell)}
        >
          <TextCursorInput size={16} />
        </IconButton>
      </div>
    </div>
  )
}
