import { labelIn } from '../../../core/labels.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { Name } from '../parts/Name.tsx'
import { TypeLetter } from '../parts/TypeLetter.tsx'
import { CodeDot } from './CodeChip.tsx'
import { labelOf } from './codebook.ts'
import type { Row } from './entries.ts'

/** A section of the codebook, a code with its key and how often it is used, an attribute or a link type. */
export const CodebookRow = ({ row, count }: { row: Row; count: number | undefined }) => {
  const { t, number, language } = useWords()
  if (row.kind === 'section') {
    const { section } = row
    const codes = section !== 'attributes' && section !== 'linkTypes'
    return (
      <div className="codebook-row section">
        {codes ? <TypeLetter type={section} /> : null}
        <span className="codebook-name">{t(`codebook.section.${section}`)}</span>
        {row.count > 0 ? <span className="codebook-count">{number(row.count)}</span> : null}
      </div>
    )
  }
  const { record } = row
  return (
    <div className="codebook-row" style={{ paddingInlineStart: (row.level - 2) * 18 }}>
      {row.kind === 'code' ? <CodeDot color={row.record.color} /> : null}
      {row.kind === 'attribute' ? <TypeLetter type={row.record.type} /> : null}
      <Name className="codebook-name" text={labelIn(record.label, language)} />
      <Notes row={row} />
      {count === undefined ? null : (
        <span className="codebook-count" title={t('registry.mentions', { count })}>
          <span aria-hidden="true">{number(count)}</span>
          <span className="unseen">{t('registry.mentions', { count })}</span>
        </span>
      )}
    </div>
  )
}

/** What tells an entry from one that stands as it is. */
const Notes = ({ row }: { row: Exclude<Row, { kind: 'section' }> }) => {
  const shell = useShell()
  const { t } = useWords()
  if (row.kind === 'attribute') {
    return <span className="codebook-note">{t(`attribute.valueType.${row.record.valueType}`)}</span>
  }
  if (row.kind === 'linkType') return <span className="codebook-note">{row.record.symmetric ? '↔' : '→'}</span>
  const { hotkey, retired } = row.record
  if (row.under) {
    return <span className="codebook-note">{t('registry.mergedInto', { name: labelOf(shell, row.under) })}</span>
  }
  return (
    <>
      {retired ? <span className="codebook-note">{t('code.retired.short')}</span> : null}
      {hotkey && !retired ? <kbd>{hotkey.toUpperCase()}</kbd> : null}
    </>
  )
}
