import { useQuery } from '@tanstack/react-query'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { usageQuery } from '../data/queries.ts'
import type { Pair } from './duplicates.ts'
import { memberWords, sideName } from './member-words.ts'
import { members, type Telling } from './members.ts'

/** Two entries side by side: all that either says, and how often each is named. */
export const Entries = ({ pair, telling }: { pair: Pair; telling: Telling }) => {
  const shell = useShell()
  const { t, moment } = useWords()
  const { data: usage } = useQuery(usageQuery(shell))
  const told = pair.map((side) => ({ ...memberWords(side, telling), rank: undefined }))
  return (
    <table className="versions">
      <thead>
        <tr>
          <td />
          {pair.map((side, index) => (
            <th key={side.record.id} scope="col">
              <span className="version-title">
                <kbd>{index + 1}</kbd> <bdi>{sideName(side, telling)}</bdi>
              </span>
              <span className="quiet small">
                {t('duplicates.made', {
                  who: telling.names.annotator(side.record.createdBy),
                  at: moment(side.record.createdAt),
                })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members
          .filter((member) => told.some((each) => each[member]))
          .map((member) => (
            <tr key={member}>
              <th scope="row">{t(`member.${member}`)}</th>
              {told.map((each, index) => (
                <td key={pair[index]?.record.id} dir="auto">
                  {each[member] || <span className="quiet">{t('conflicts.empty')}</span>}
                </td>
              ))}
            </tr>
          ))}
        <tr>
          <th scope="row">{t('duplicates.used')}</th>
          {pair.map(({ kind, record }) => (
            <td key={record.id}>{usage ? t('duplicates.uses', { count: usage[`${kind}s`][record.id] ?? 0 }) : null}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
