import { BookOpen, FolderOpen, Plus, X } from 'lucide-react'
import { newProject, openProject, openSample, pickProject } from '../actions/project.ts'
import { forgetRecents } from '../actions/settings.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Name } from '../parts/Name.tsx'
import { useShell, useUi } from './context.tsx'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'
import './StartView.css'

/** No project is open: the recent ones, and the ways to another. */
export const StartView = () => {
  const shell = useShell()
  const { t } = useWords()
  const phase = useUi(({ phase }) => phase)
  const recents = useStore(shell.settings, ({ recents }) => recents)
  if (phase !== 'closed') return <main className="start" aria-busy="true" data-area="text" />
  return (
    <main className="start" data-area="text">
      <div className="start-page">
        <h1>Actant</h1>
        <p className="quiet">{t('start.what')}</p>
        <div className="start-actions">
          <button type="button" className="button primary" data-entry onClick={() => void pickProject(shell)}>
            <FolderOpen size={16} aria-hidden="true" />
            {t('project.open.more')}
          </button>
          <button type="button" className="button" onClick={() => void newProject(shell)}>
            <Plus size={16} aria-hidden="true" />
            {t('project.new.more')}
          </button>
          <button type="button" className="button" onClick={() => void openSample(shell)}>
            <BookOpen size={16} aria-hidden="true" />
            {t('project.sample')}
          </button>
        </div>
        {recents.length > 0 ? (
          <section>
            <h2>{t('project.recent')}</h2>
            <ul>
              {recents.map(({ handle, name, folder, missing }) => (
                <li key={handle} className="recent">
                  <button
                    type="button"
                    className="recent-open"
                    disabled={missing}
                    onClick={() => void openProject(shell, handle)}
                  >
                    <Name text={name} />
                    <span className="quiet small">{missing ? t('project.missing') : <Name text={folder} />}</span>
                  </button>
                  <IconButton label={t('project.forget', { name })} onClick={() => void forgetRecents(shell, handle)}>
                    <X size={15} />
                  </IconButton>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </main>
  )
}
