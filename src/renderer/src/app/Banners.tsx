import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProjectInfo } from '../../../workbench/contract.ts'
import { openProject } from '../actions/project.ts'
import { projectQuery } from '../data/queries.ts'
import { useShell, useUi } from './context.tsx'
import type { Shell } from './shell.ts'
import { useWords, type Words } from './words.tsx'
import './Banners.css'

/** States that last and limit what can be done: said under the header until they end. */
export const Banners = () => {
  const service = useUi(({ service }) => service)
  const open = useUi(({ phase }) => phase === 'open')
  const { t } = useWords()
  if (service === 'gone') return <Banner>{t('service.gone')}</Banner>
  if (service === 'failed') return <Banner tone="danger">{t('service.failed')}</Banner>
  return open ? <ProjectBanners /> : null
}

const ProjectBanners = () => {
  const shell = useShell()
  const words = useWords()
  const { data: project } = useQuery(projectQuery(shell))
  const damage = useUi(({ damage }) => damage)
  return (
    <>
      {damage.length > 0 ? (
        <Banner tone="danger">
          {words.t('project.damaged', { count: damage.length })}
          <button
            type="button"
            className="link-button"
            onClick={() => shell.ui.set({ dialog: { kind: 'checked', report: { ok: false, findings: [...damage] } } })}
          >
            {words.t('project.damaged.show')}
          </button>
        </Banner>
      ) : null}
      {project?.access === 'read' ? <ReadOnly project={project} shell={shell} words={words} /> : null}
    </>
  )
}

const ReadOnly = ({ project, shell, words }: { project: ProjectInfo; shell: Shell; words: Words }) => {
  const { holder, reason } = project
  const recent = shell.settings.get().recents.find(({ name }) => name === project.fileName)
  return (
    <Banner>
      {holder
        ? words.t('project.held', { ...holder, since: words.moment(holder.since) })
        : words.t(reason === 'damaged' ? 'project.readOnly.damaged' : 'project.readOnly.medium')}
      {holder && recent ? (
        <button type="button" className="link-button" onClick={() => void openProject(shell, recent.handle)}>
          {words.t('dialog.retry')}
        </button>
      ) : null}
    </Banner>
  )
}

const Banner = ({ tone = 'warning', children }: { tone?: 'warning' | 'danger'; children: ReactNode }) => (
  <div className={`banner ${tone}`} role="status">
    {children}
  </div>
)
