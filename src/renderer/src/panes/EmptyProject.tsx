import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { giveKeyboardBack } from '../actions/areas.ts'
import { openSample } from '../actions/project.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { runCommand } from '../commands/commands.ts'
import { projectQuery } from '../data/queries.ts'

/** A project without articles: says what to do, with a button for each way. */
export const EmptyProject = () => {
  const shell = useShell()
  const { t } = useWords()
  const { data: project } = useQuery(projectQuery(shell))
  useEffect(() => void giveKeyboardBack(shell, 'text'), [shell])
  if (project?.access === 'read') return <p className="article-message">{t('empty.readOnly')}</p>
  return (
    <div className="empty-project">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.body')}</p>
      <div className="empty-actions">
        <button
          type="button"
          className="button primary"
          data-entry
          onClick={() => void runCommand(shell, 'article.addFiles')}
        >
          {t('article.addFiles.more')}
        </button>
        <button type="button" className="button" onClick={() => void runCommand(shell, 'article.addFolder')}>
          {t('article.addFolder.more')}
        </button>
        <button type="button" className="button" onClick={() => void runCommand(shell, 'article.paste')}>
          {t('article.paste.more')}
        </button>
      </div>
      <p className="empty-more">
        <span>{t('empty.orMerge')}</span>
        <button type="button" className="link-button" onClick={() => void runCommand(shell, 'bundle.merge')}>
          {t('bundle.merge.more')}
        </button>
        <button type="button" className="link-button" onClick={() => void runCommand(shell, 'import.open')}>
          {t('import.more')}
        </button>
        <button type="button" className="link-button" onClick={() => void openSample(shell)}>
          {t('project.sample')}
        </button>
      </p>
    </div>
  )
}
