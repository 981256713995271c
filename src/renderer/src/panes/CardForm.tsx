import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Annotation } from '../../../core/annotation.ts'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import type { AnnotationChange } from '../../../workbench/contract.ts'
import { changeAnnotation, isMine } from '../actions/annotations.ts'
import { announce } from '../actions/notices.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { emptyCodebook } from '../codebook/codebook.ts'
import { codebookQuery } from '../data/queries.ts'
import { AttributeFields } from '../forms/AttributeFields.tsx'
import { valueDrafts, valuesWritten } from '../forms/attribute-values.ts'
import { BodyFields } from '../forms/BodyFields.tsx'
import { CodesField } from '../forms/CodesField.tsx'
import { FormEntriesProvider, useNewFormEntries } from '../forms/form-entries.tsx'
import { LinksField } from '../links/LinksField.tsx'
import type { LinkEnd } from '../links/link-book.ts'
import { isBare } from './body-lines.ts'
import type { Names } from './names.ts'

type Props = {
  row: Annotation
  names: Names
  links: readonly LinkEnd[]
  /** What is filled in is no change to this annotation but something new that begins as its copy. */
  copy?: { save(said: AnnotationChange): void; close(): void }
}

/** All that is said of an annotation, saved at once. Ctrl+Enter saves, and so does going elsewhere; Escape leaves it as it was. */
export const CardForm = ({ row, names: knownNames, links, copy }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const noteId = useId()
  const form = useRef<HTMLFormElement>(null)
  const [note, setNote] = useState(row.note ?? '')
  const [unsure, setUnsure] = useState(row.certainty === 'unsure')
  const [type, setType] = useState(row.type)
  const [body, setBody] = useState(row.body)
  const formEntries = useNewFormEntries()
  const names = formEntries.namesWith(knownNames)
  const [codes, setCodes] = useState<readonly string[]>(row.codes)
  const [values, setValues] = useState(() => valueDrafts(row))
  const [checked, setChecked] = useState(false)
  const { data: { attributes: known } = emptyCodebook } = useQuery(codebookQuery(shell))
  useEffect(() => {
    const at = shell.ui.get().editAt === 'chain' ? '[data-chain] input' : '[data-first]'
    const first = form.current?.querySelector<HTMLElement>(at) ?? form.current?.querySelector('textarea')
    form.current?.closest('.card')?.scrollIntoView({ block: row.type === 'actor' ? 'nearest' : 'start' })
    first?.focus({ preventScroll: true })
    first?.scrollIntoView({ block: 'nearest' })
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
    return () => shell.ui.set({ pick: undefined })
  }, [shell, row.type])

  const text = note.trim()
  const ofType = known.filter((attribute) => attribute.type === row.type)
  const { attributes, wrong } = valuesWritten(ofType, values, row.attributes)
  const certainty = unsure ? 'unsure' : 'sure'
  const entries = formEntries.neededBy(body)
  const change: AnnotationChange = {
    ...(text === (row.note ?? '') ? {} : { note: text || null }),
    ...(certainty === row.certainty ? {} : { certainty }),
    ...(type === row.type
      ? {
          ...(!isSame(body, row.body) && { body, ...(entries && { entries }) }),
          ...(!isSame(codes, row.codes) && { codes: [...codes] }),
          ...(!isSame(attributes, row.attributes) && { attributes }),
        }
      : { type }),
  }
  const unsaved = useRef<AnnotationChange>({})
  useEffect(() => {
    unsaved.current = change
  })
  const write = () => {
    const given = unsaved.current
    unsaved.current = {}
    if (Object.keys(given).length > 0 && copy) return copy.save(given)
    const stands = shell.annotations.rows(row.articleId).find(({ id }) => id === row.id)
    if (stands && Object.keys(given).length > 0) void changeAnnotation(shell, stands, given)
  }
  // Not by what is unsaved: an effect that still waits would bring that back.
  const closed = useRef(false)
  const close = () => {
    closed.current = true
    if (copy) copy.close()
    else shell.ui.set({ editId: undefined })
  }
  const save = () => {
    setChecked(true)
    if (wrong.size > 0) return
    if (copy) {
      closed.current = true
      return copy.save(change)
    }
    write()
    close()
  }
  // Who goes elsewhere without Escape has not given up what was decided.
  const leave = useRef(write)
  leave.current = () => {
    if (wrong.size > 0) announce(shell, ({ t }) => t('attribute.leftOut'))
    write()
  }
  useEffect(
    () => () => {
      if (!closed.current) leave.current()
    },
    [],
  )
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
      ref={form}
      className="card-form"
      aria-label={t('annotation.edit')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {copy || isMine(shell, row) ? null : (
        <p className="quiet small">{t('annotation.othersForm', { name: names.annotator(row.annotatorId) })}</p>
      )}
      {type === row.type ? (
        <>
          <FormEntriesProvider value={formEntries}>
            <BodyFields row={row} names={names} body={body} onChange={setBody} />
          </FormEntriesProvider>
          <CodesField type={row.type} names={names} codeIds={codes} onChange={setCodes} />
          <AttributeFields
            attributes={ofType}
            values={values}
            wrong={checked ? wrong : noneWrong}
            onChange={(key, value) => setValues({ ...values, [key]: value })}
          />
        </>
      ) : null}
      {copy ? null : <LinksField row={row} names={names} ends={links} />}
      <label className="unseen" htmlFor={noteId}>
        {t('annotation.note')}
      </label>
      <textarea
        id={noteId}
        className="input"
        dir="auto"
        rows={row.type === 'actor' ? 3 : 2}
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

const noneWrong: ReadonlySet<string> = new Set()

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
