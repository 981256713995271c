/** Files that came from outside: dropped, or named when the program was started. Each goes where its kind belongs. */
import type { Grant } from '../../../preload/api.ts'
import type { RecognisedFiles } from '../../../workbench/contract.ts'
import type { Shell } from '../app/shell.ts'
import { addGrants } from './articles.ts'
import { openImport, recognise } from './importing.ts'
import { previewBundles } from './merging.ts'
import { announce, notify } from './notices.ts'
import { openProject } from './project.ts'

export const takeFiles = async (shell: Shell, grants: readonly Grant[]) => {
  const { ui } = shell
  const project = grants.find(({ kind }) => kind === 'project')
  if (project && !(await openProject(shell, project.handle))) return
  const others = grants.filter(({ kind }) => kind !== 'project')
  if (others.length === 0) return
  if (ui.get().phase !== 'open') return announce(shell, ({ t }) => t('drop.noProject'))
  const found = await annotatedIn(shell, others)
  const rest = others.filter(({ handle }) => found.rest.includes(handle))
  const bundles = rest.filter(({ kind }) => kind === 'bundle')
  await addGrants(
    shell,
    rest.filter(({ kind }) => kind === 'article' || kind === 'folder'),
  )
  await reportRead(shell)
  if (found.formats.length > 0) {
    openImport(shell, found)
    return bundlesLater(shell, bundles)
  }
  await previewBundles(
    shell,
    bundles.map(({ handle }) => handle),
  )
}

/** Files with annotations of other programs. What cannot be looked into goes where its name says, and is refused there with its reason. */
const annotatedIn = (shell: Shell, grants: readonly Grant[]): Promise<RecognisedFiles> => {
  const handles = grants.map(({ handle }) => handle)
  return recognise(shell, handles, {}).catch(() => ({ formats: [], rest: handles }))
}

/** What was refused is seen, and of tables it is said what their columns are, before another dialog comes. */
const reportRead = (shell: Shell): Promise<void> => {
  const { ui } = shell
  const isOpen = () => ['added', 'tables'].includes(ui.get().dialog?.kind ?? '')
  if (!isOpen()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = ui.subscribe(() => {
      if (isOpen()) return
      stop()
      resolve()
    })
  })
}

/** There is one dialog at a time. */
const bundlesLater = (shell: Shell, bundles: readonly Grant[]) => {
  if (bundles.length === 0) return
  notify(shell, {
    tone: 'warning',
    title: ({ t }) => t('import.bundlesLater'),
    action: {
      label: ({ t }) => t('bundle.merge.more'),
      run: () =>
        void previewBundles(
          shell,
          bundles.map(({ handle }) => handle),
        ),
    },
  })
}
