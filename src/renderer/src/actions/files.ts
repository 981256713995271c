/** Files that came from outside: dropped, or named when the program was started. Each goes where its kind belongs. */
import type { Grant } from '../../../preload/api.ts'
import type { Shell } from '../app/shell.ts'
import { addGrants } from './articles.ts'
import { previewBundles } from './merging.ts'
import { announce } from './notices.ts'
import { openProject } from './project.ts'

export const takeFiles = async (shell: Shell, grants: readonly Grant[]) => {
  const { ui } = shell
  const project = grants.find(({ kind }) => kind === 'project')
  if (project && !(await openProject(shell, project.handle))) return
  const bundles = grants.filter(({ kind }) => kind === 'bundle')
  const articles = grants.filter(({ kind }) => kind === 'article' || kind === 'folder')
  if (bundles.length + articles.length === 0) return
  if (ui.get().phase !== 'open') return announce(shell, ({ t }) => t('drop.noProject'))
  await addGrants(shell, articles)
  await previewBundles(
    shell,
    bundles.map(({ handle }) => handle),
  )
}
