import type { ExportPreview } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { explain, isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { usePeopleNames } from './use-people-names.ts'

type Props = { preview: ExportPreview | undefined; error: unknown; part: boolean }

/** What goes out, whose it is, and what stays here. */
export const ShareSummary = ({ preview, error, part }: Props) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const nameOf = usePeopleNames(shell)
  if (error) return <p role="alert">{explain(words, error)}</p>
  if (!preview) return <p className="quiet small">{t('share.counting')}</p>
  const { made, leftOut, articlesLeftOut, dangling, articles, actors, issues, codes, links } = preview
  const byPeople = (counts: Record<string, number>) =>
    Object.entries(counts).map(([id, count]) => t('share.by', { name: isolated(nameOf(id)), count }))
  const goes = [
    t('share.articles', { count: articles }),
    ...byPeople(made),
    t('share.entries', { actors, issues, codes, links }),
  ]
  const stays = [
    ...(articlesLeftOut > 0 ? [t('share.articles', { count: articlesLeftOut })] : []),
    ...byPeople(leftOut),
    ...(dangling > 0 ? [t('share.dangling', { count: dangling })] : []),
    ...(part ? [t('share.deletions')] : []),
  ]
  return (
    <div className="share-summary small" aria-live="polite">
      <List title={t('share.goes')} lines={goes} />
      {stays.length > 0 ? <List title={t('share.stays')} lines={stays} /> : null}
    </div>
  )
}

const List = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <section>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
)
