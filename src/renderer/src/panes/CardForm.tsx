import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { AnnotationChange } from '../../../workbench/contract.ts'
import { changeAnnotation } from '../actions/annotations.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { isBare } from './body-lines.ts'

/** Note and certainty, and the type while nothing else was decided. Ctrl+Enter saves, Escape leaves it as it was. */
export const CardForm = ({ row }: { row: Annotation }) => {
  const shell = useShell()
  const { t } = useWords()
  const noteId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [note, setNote] = useState(row.note ?? '')
  const [unsure, setUnsure] = useState(row.certainty === 'unsure')
  const [type, setType] = useState(row.type)
  useEffect(() => {
    field.current?.closest('form')?.scrollIntoView({ block: 'nearest' })
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])

  const close = () => shell.ui.set({ editId: undefined })
  const save = () => {
    const text = note.trim()
    const certainty = unsure ? 'unsure' : 'sure'
    const change: AnnotationChange = {
      ...(text === (row.note ?? '') ? {} : { note: text || null }),
      ...(certainty === row.certainty ? {} : { certainty }),
      ...(type === row.type ? {} : { type }),
    }
    close()
    if (Object.keys(change).length > 0) void changeAnnotation(shell, row, change)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <form
      className="card-form"
      aria-label={t('annotation.edit')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label className="unseen" htmlFor={noteId}>
        {t('annotation.note')}
      </label>
      <textarea
        id={noteId}
        ref={field}
        className="input"
        dir="auto"
        rows={3}
        value={note}
        placeholder={t('annotation.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="card-form-line">
        {isBare(row) ? (
          <select
            className="input"
            aria-label={t('annotation.type')}
            value={type}
            onChange={(event) => setType(annotationTypeList.find((other) => other === event.target.value) ?? type)}
          >
            {annotationTypeList.map((other) => (
              <option key={other} value={other}>
                {t(`type.${other}`)}
              </option>
            ))}
          </select>
        ) : null}
        <label className="check">
          <input type="checkbox" checked={unsure} onChange={(event) => setUnsure(event.target.checked)} />
          {t('certainty.unsure')}
        </label>
      </div>
      <div className="card-form-foot">
        <button type="button" className="button" onClick={close}>
          {t('dialog.cancel')}
        </button>
        <button type="submit" className="button primary">
          {t('dialog.save')}
        </button>
      </div>
    </form>
  )
}
