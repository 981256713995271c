import type { Conflict, ConflictVersion } from '../../../workbench/contract.ts'
import { useWords } from '../app/words.tsx'
import { memberWords } from './member-words.ts'
import { isMember, members, type Telling } from './members.ts'
import { TextDifference } from './TextDifference.tsx'

/** The versions of a record side by side: who, when, and each member in which they differ. */
export const Versions = ({ conflict, telling }: { conflict: Conflict; telling: Telling }) => {
  const { t } = useWords()
  const { versions, differing } = conflict
  const told = versions.map(({ side }) => memberWords(side, telling))
  const different = differing.map((pointer) => pointer.split('/').at(-1) ?? '').filter(isMember)
  // A version that was deleted differs in everything: the others are shown by what they say.
  const said = members.filter((member) => told.some((each) => each[member]))
  const shown = different.length > 0 ? different : said
  return (
    <table className="versions">
      <thead>
        <tr>
          <th scope="col">{t('conflicts.member')}</th>
          {versions.map((version, index) => (
            <th key={version.id} scope="col">
              <VersionHead version={version} n={index + 1} telling={telling} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((member, row) => (
          <tr key={member}>
            <th scope="row">{t(`member.${member}`)}</th>
            {versions.map((version, index) => {
              if (version.deleted)
                return row === 0 ? (
                  <td key={version.id} rowSpan={shown.length} className="version-gone">
                    {t('conflicts.gone')}
                  </td>
                ) : null
              const words = told[index]?.[member]
              const other = told.find((each, place) => place !== index && each[member] !== undefined)?.[member]
              return (
                <td key={version.id} dir="auto">
                  {words === undefined || words === '' ? (
                    <span className="quiet">{t('conflicts.empty')}</span>
                  ) : member === 'text' && other !== undefined ? (
                    <TextDifference text={words} other={other} />
                  ) : (
                    words
                  )}
                  {words && words === other ? <span className="quiet"> {t('conflicts.detail')}</span> : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HeadProps = { version: ConflictVersion; n: number; telling: Telling }

const VersionHead = ({ version: { deleted, shown, by, at }, n, telling: { names, words } }: HeadProps) => {
  const { t, moment } = words
  return (
    <>
      <span className="version-title">
        <kbd>{n}</kbd> {t('conflicts.version')}
        {shown ? <span className="version-shown">{t('conflicts.shown')}</span> : null}
      </span>
      <span className="quiet small">
        {t(deleted ? 'conflicts.deletedBy' : 'conflicts.who', { who: names.annotator(by), at: moment(at) })}
      </span>
    </>
  )
}
