import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { type ColumnRole, columnRoles, type TableColumns, tableColumns } from '../../../core/table/columns.ts'
import type { Grant } from '../../../preload/api.ts'
import type { ArticleInput, TablePreview } from '../../../workbench/contract.ts'
import { addInputs } from '../actions/articles.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { tableQuery } from '../data/queries.ts'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { Modal } from '../parts/Modal.tsx'
import { TableRows } from './TableRows.tsx'
import './tables.css'

type Props = { tables: readonly Grant[]; others: readonly ArticleInput[]; onClose(): void }

/** One table after the other: what its columns are. At the end all of them are added, with the other files that were chosen. */
export const TableDialog = ({ tables, others, onClose }: Props) => {
  const shell = useShell()
  const [inputs, setInputs] = useState(others)
  const [at, setAt] = useState(0)
  const table = tables[at]
  const next = (input?: ArticleInput) => {
    const all = input ? [...inputs, input] : inputs
    setInputs(all)
    setAt(at + 1)
    if (at + 1 < tables.length) return
    onClose()
    void addInputs(shell, all)
  }
  return table ? (
    <ColumnsDialog key={table.handle} table={table} at={at + 1} count={tables.length} onNext={next} onClose={onClose} />
  ) : null
}

type ColumnsProps = {
  table: Grant
  at: number
  count: number
  onNext(input?: ArticleInput): void
  onClose(): void
}

const ColumnsDialog = ({ table, at, count, onNext, onClose }: ColumnsProps) => {
  const shell = useShell()
  const words = useWords()
  const { t } = words
  const [encoding, setEncoding] = useState<string>()
  const [choice, setChoice] = useState<Partial<TableColumns>>()
  const { data: preview, error } = useQuery(tableQuery(shell, table.handle, encoding))
  const columns = tableColumns.safeParse(choice ?? preview?.proposal).data
  const add = () => {
    if (columns) onNext({ file: table.handle, columns, ...(encoding !== undefined && { encoding }) })
  }
  const file = count > 1 ? t('table.of', { file: table.name, at, count }) : table.name
  return (
    <Modal
      title={
        <>
          {t('table.title')} · <bdi>{file}</bdi>
        </>
      }
      width="full"
      onClose={onClose}
      footer={
        <DialogFoot action={t('table.add')} disabled={!columns} onAction={add} onCancel={onClose}>
          {count > 1 || error ? (
            <button type="button" className="button apart" onClick={() => onNext()}>
              {t('table.skip')}
            </button>
          ) : null}
        </DialogFoot>
      }
    >
      {error ? (
        <p className="dialog-problem" role="alert">
          {explain(words, error)}
        </p>
      ) : null}
      {preview ? (
        <Columns
          preview={preview}
          chosen={choice ?? preview.proposal}
          encoding={encoding ?? preview.encoding}
          onChoose={setChoice}
          onEncoding={setEncoding}
          onEnter={add}
        />
      ) : error ? null : (
        <p className="quiet" role="status">
          {t('table.looking')}
        </p>
      )}
    </Modal>
  )
}

type ChoiceProps = {
  preview: TablePreview
  chosen: Partial<TableColumns>
  encoding: string
  onChoose(columns: Partial<TableColumns>): void
  onEncoding(encoding: string): void
  onEnter(): void
}

const Columns = ({ preview, chosen, encoding, onChoose, onEncoding, onEnter }: ChoiceProps) => {
  const { t } = useWords()
  const noteId = useId()
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const choose = (role: ColumnRole, name: string) => {
    const { [role]: _, ...others } = chosen
    onChoose(name === '' ? others : { ...others, [role]: name })
  }
  return (
    <form
      className="table-choice"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <p className="dialog-text">
        {t('table.what')} {preview.remembered ? t('table.remembered') : null}
      </p>
      <div className="table-roles">
        {columnRoles.map((role) => (
          <label key={role} className="field">
            <span>{t(`table.role.${role}`)}</span>
            <select
              ref={role === 'text' ? first : undefined}
              className="input"
              aria-describedby={role === 'text' && !chosen.text ? noteId : undefined}
              value={chosen[role] ?? ''}
              onChange={(event) => choose(role, event.target.value)}
            >
              <option value="">{t('table.none')}</option>
              {preview.columns.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        {preview.encodings.length > 1 ? (
          <label className="field">
            <span>{t('table.encoding')}</span>
            <select className="input" value={encoding} onChange={(event) => onEncoding(event.target.value)}>
              {preview.encodings.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <p id={noteId} className="table-note" role="status">
        {chosen.text ? null : t('table.noText')}
      </p>
      {preview.damaged > 0 ? (
        <p className="dialog-text">{t('table.damaged', { damaged: preview.damaged, looked: preview.looked })}</p>
      ) : null}
      <TableRows preview={preview} chosen={chosen} />
    </form>
  )
}
