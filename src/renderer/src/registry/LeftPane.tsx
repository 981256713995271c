import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { ArticlePane } from '../panes/ArticlePane.tsx'
import { ActorPane } from './ActorPane.tsx'

/** Articles or actors, whichever was chosen last. */
export const LeftPane = () => {
  const tab = useStore(useShell().layout, ({ leftTab }) => leftTab)
  return tab === 'actors' ? <ActorPane /> : <ArticlePane />
}
