/** Puts the window's parts together, before anything is painted. */
import { QueryClient } from '@tanstack/react-query'
import type { ActantApi, Start } from '../../../preload/api.ts'
import { createAnnotationCache } from '../data/annotation-cache.ts'
import { followChanges } from '../data/changes.ts'
import { linkDesk } from '../data/desk.ts'
import { emptyView } from '../data/view.ts'
import { parseLayout } from './layout.ts'
import { emptyUi, type Shell } from './shell.ts'
import { createStore } from './store.ts'
import { wordsIn } from './words.tsx'

/** @param onAnotherPort the service was started anew: everything in it must be opened again */
export const createShell = (api: ActantApi, start: Start, onAnotherPort: (shell: Shell) => void): Shell => {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // Rows are true until a `changed` event says otherwise, and there is no network to wait for.
        staleTime: Number.POSITIVE_INFINITY,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: false,
      },
    },
  })
  const link = linkDesk(api, () => onAnotherPort(shell))
  const settings = createStore(start.settings)
  const layout = createStore(parseLayout(start.settings.layout))
  const shell: Shell = {
    ...link,
    api,
    platform: start.platform,
    version: start.version,
    queries,
    annotations: createAnnotationCache(link.desk, queries),
    ui: createStore(emptyUi),
    layout,
    settings,
    saving: createStore({ pending: 0, savedAt: undefined, problem: undefined }),
    notices: createStore({ list: [] }),
    jobs: createStore({ list: [] }),
    view: { kept: emptyView, timer: undefined },
    drafts: new Map(),
    moving: { current: undefined, timer: undefined, underWay: Promise.resolve() },
    adding: { count: 0 },
    editor: { current: null },
    t: (key, values) => wordsIn(settings.get().language).t(key, values),
  }
  followChanges(shell)
  shell.ui.subscribe(() => shell.annotations.hide(shell.ui.get().hiddenLayers))
  layout.subscribe(() => void api.changeSettings({ layout: layout.get() }))
  api.onSettings((changed) => settings.set(changed))
  shell.saving.subscribe(() => api.setEdited(shell.saving.get().pending > 0))
  return shell
}
