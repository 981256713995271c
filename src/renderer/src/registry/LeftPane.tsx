import { useShell } from '../app/context.tsx'
import { useStore } from '../app/store.ts'
import { CodebookPane } from '../codebook/CodebookPane.tsx'
import { ArticlePane } from '../panes/ArticlePane.tsx'
import { ActorPane } from './ActorPane.tsx'
import { IssuePane } from './IssuePane.tsx'

/** Articles, actors, issues or the codebook, whichever was chosen last. */
export const LeftPane = () => {
  const tab = useStore(useShell().layout, ({ leftTab }) => leftTab)
  if (tab === 'codebook') return <CodebookPane />
  if (tab === 'issues') return <IssuePane />
  return tab === 'actors' ? <ActorPane /> : <ArticlePane />
}
