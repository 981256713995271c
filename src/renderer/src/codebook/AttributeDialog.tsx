import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnnotationType } from '../../../core/schema.ts'
import { useShell } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { codebookQuery } from '../data/queries.ts'
import { FormDialog } from '../parts/FormDialog.tsx'
import { Affected } from './Affected.tsx'
import { type AttributeForm, draftOf, formOf, problemsOf, valueTypes } from './attribute-draft.ts'
import { codebookOf, emptyCodebook } from './codebook.ts'
import { KeyField, LabelFields, Problem, TypeField } from './fields.tsx'
import { ValueFields } from './ValueFields.tsx'
import { add, change } from './writes.ts'

type Props = { attributeId: string | undefined; type: AnnotationType; onClose(): void }

/** An attribute that annotations of a type may carry, or a new one. */
export const AttributeDialog = ({ attributeId, type, onClose }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const { data: { attributes } = emptyCodebook } = useQuery(codebookQuery(shell))
  const [form, setForm] = useState(() =>
    formOf(
      codebookOf(shell).attributes.find(({ id }) => id === attributeId),
      type,
    ),
  )
  const [checked, setChecked] = useState(false)
  const set = (changed: Partial<AttributeForm>) => setForm({ ...form, ...changed })
  const problems = problemsOf(form, attributes, attributeId)
  const wrong = (problem: Parameters<typeof problems.has>[0]) => checked && problems.has(problem)
  const save = async () => {
    setChecked(true)
    if (problems.size > 0) return
    const { type: _, key: __, ...members } = draftOf(form)
    const done = attributeId
      ? await change(shell, 'codebook.notChanged', () => shell.desk.updateAttribute(attributeId, members))
      : await add(shell, () => shell.desk.addAttribute(draftOf(form)))
    if (done) onClose()
  }
  return (
    <FormDialog
      title={t(attributeId ? 'attribute.details' : 'attribute.new')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <LabelFields label={form.label} wrong={wrong('label')} onChange={(label) => set({ label })} />
      <TypeField type={form.type} fixed={attributeId !== undefined} onChange={(other) => set({ type: other })} />
      <KeyField
        value={form.key}
        label={form.label}
        fixed={attributeId !== undefined}
        problem={
          problems.has('key-taken')
            ? t('codebook.key.taken')
            : wrong('key-empty') && !wrong('label')
              ? t('codebook.key.problem')
              : undefined
        }
        onChange={(key) => set({ key })}
      />
      <label className="field half">
        <span>{t('attribute.valueType')}</span>
        <select
          className="input"
          value={form.valueType}
          onChange={({ target }) =>
            set({ valueType: valueTypes.find((other) => other === target.value) ?? form.valueType })
          }
        >
          {valueTypes.map((other) => (
            <option key={other} value={other}>
              {t(`attribute.valueType.${other}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="field half attribute-required">
        <label className="check">
          <input
            type="checkbox"
            checked={form.required}
            onChange={(event) => set({ required: event.target.checked })}
          />
          {t('attribute.required')}
        </label>
      </div>
      {form.valueType === 'enum' ? (
        <div className="field">
          <ValueFields values={form.values} onChange={(values) => set({ values })} />
          {wrong('values') ? <Problem>{t('attribute.values.problem')}</Problem> : null}
          {wrong('value-twice') ? <Problem>{t('attribute.values.twice')}</Problem> : null}
        </div>
      ) : null}
      {attributeId ? (
        <div className="field">
          <Affected kind="attribute" id={attributeId} />
          <p className="quiet small">{t('attribute.change.note')}</p>
        </div>
      ) : null}
    </FormDialog>
  )
}
