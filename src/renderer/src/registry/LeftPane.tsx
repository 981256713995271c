import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { ArticlePane } from '../panes/ArticlePane.tsx'
import { ActorPane } from './ActorPane.tsx'
import { IssuePane } from './IssuePane.tsx'

/** Articles, actors or issues, whichever was chosen last. */
export const LeftPane = () => {
  const tab = useStore(useShell().layout, ({ leftTab }) => leftTab)
  if (tab === 'issues') return <IssuePane />
  return tab === 'actors' ? <ActorPane /> : <ArticlePane />
}
