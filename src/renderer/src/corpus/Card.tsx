import { ClipboardCopy } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { CorpusTable } from '../../../core/corpus/tables.ts'
import { copyTable } from '../actions/corpus.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { DataTable } from './DataTable.tsx'

type Props = {
  table: CorpusTable
  note?: string
  wide?: boolean
  /** There is no chart of it. */
  onlyTable?: boolean
  children?: ReactNode
}

/** A chart, or the same as a table, which can be copied. */
export const Card = ({ table, note, wide, onlyTable, children }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const form = useUi(({ corpus }) => corpus.form)
  const titleId = useId()
  const name = t(`corpus.table.${table.id}`)
  return (
    <section className={wide ? 'corpus-card wide' : 'corpus-card'} aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>{name}</h3>
        {table.rows.length > 0 ? (
          <IconButton label={t('corpus.copy.one', { name })} onClick={() => void copyTable(shell, table)}>
            <ClipboardCopy size={16} aria-hidden="true" />
          </IconButton>
        ) : null}
      </header>
      {table.rows.length === 0 ? (
        <p className="quiet small">{t('corpus.nothing')}</p>
      ) : form === 'tables' || onlyTable ? (
        <DataTable table={table} titleId={titleId} />
      ) : (
        children
      )}
      {note ? <p className="quiet small">{note}</p> : null}
    </section>
  )
}
