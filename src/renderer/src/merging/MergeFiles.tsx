import { useQuery } from '@tanstack/react-query'
import { recordKinds } from '../../../core/records.ts'
import type { MergeReport, RecordCounts } from '../../../workbench/contract.ts'
import { useShell } from '../app/context.tsx'
import { isolated } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { articlesQuery } from '../data/queries.ts'
import { FileResult } from '../dialogs/FileResult.tsx'
import { FindingList } from '../dialogs/FindingList.tsx'
import { articleName } from '../panes/article-name.ts'
import './merging.css'

type MergedFile = MergeReport['files'][number]

/** Each bundle: what it brings or brought, kind by kind, or why it was refused. */
export const MergeFiles = ({ report, tense }: { report: MergeReport; tense: 'would' | 'merged' }) => {
  const { t } = useWords()
  return (
    <ul className="files">
      {report.files.map((file, index) => {
        const isMerged = file.outcome === 'merged'
        // The table counts them, and they have a dialog of their own.
        const findings = file.findings.filter(({ code }) => code !== 'concurrent')
        return (
          <FileResult
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two files may have one name
            key={index}
            file={file.file}
            tone={isMerged ? 'good' : 'bad'}
            outcome={t(!isMerged ? 'merged.refused' : tense === 'would' ? 'merge.would' : 'merged.merged')}
          >
            {isMerged ? <Brought file={file} /> : <p className="small">{t('merge.refused')}</p>}
            {findings.length > 0 ? <FindingList findings={findings} /> : null}
          </FileResult>
        )
      })}
    </ul>
  )
}

const groups = ['new', 'newer', 'conflicts', 'older', 'equal'] as const
const kinds = [...recordKinds, 'tombstone'] as const

const Brought = ({ file }: { file: MergedFile }) => {
  const { t } = useWords()
  const { reanchored, orphans, texts, dangling } = file
  const isNews = (['new', 'newer', 'conflicts'] as const).some((group) => Object.keys(file[group]).length > 0)
  return (
    <>
      {isNews ? null : <p className="small">{t('merge.nothingNew')}</p>}
      <KindTable file={file} />
      {reanchored > 0 ? <p className="small">{t('merged.reanchored', { count: reanchored })}</p> : null}
      {orphans > 0 ? <p className="small">{t('merged.orphans', { count: orphans })}</p> : null}
      {texts.length > 0 ? <OtherTexts ids={texts} /> : null}
      <Dangling counts={dangling} />
    </>
  )
}

const KindTable = ({ file }: { file: MergedFile }) => {
  const { t, number } = useWords()
  const listed = kinds.filter((kind) => groups.some((group) => file[group][kind]))
  if (listed.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may be wider than the dialog, and is scrolled by keys
    <section className="kind-table" aria-label={t('merge.kinds')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {groups.map((group) => (
              <th key={group} scope="col">
                {t(`merged.${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kinds.${kind}`)}</th>
              {groups.map((group) => {
                const count = file[group][kind]
                return (
                  <td key={group} className={count && group === 'conflicts' ? 'kind-conflict' : ''}>
                    {count ? number(count) : <span className="unseen">{t('merge.none')}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

// The rest is counted.
const NAMED = 3

const OtherTexts = ({ ids }: { ids: string[] }) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: articles = [] } = useQuery(articlesQuery(shell))
  const named = articles
    .filter(({ id }) => ids.includes(id))
    .slice(0, NAMED)
    .map((article) => isolated(articleName(article)))
  const names = named.join(', ')
  const rest = ids.length - named.length
  return (
    <p className="small">
      {t('merge.texts', {
        count: ids.length,
        names: rest > 0 ? t('merge.texts.more', { names, count: rest }) : names,
      })}
    </p>
  )
}

const Dangling = ({ counts }: { counts: RecordCounts }) => {
  const { t } = useWords()
  const said = recordKinds.flatMap((kind) => {
    const count = counts[kind]
    return count ? [t(`cli.count.${kind}`, { count })] : []
  })
  return said.length > 0 ? <p className="small">{t('merge.dangling', { counts: said.join(', ') })}</p> : null
}
