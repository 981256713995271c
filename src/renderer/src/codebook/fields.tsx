/** Fields that entries of the codebook have in common. */
import { type ReactNode, useId } from 'react'
import { annotationTypeList } from '../../../core/annotation-types/index.ts'
import { keyFrom } from '../../../core/labels.ts'
import type { AnnotationType, Label } from '../../../core/schema.ts'
import { useWords } from '../app/words.tsx'

/** Both labels of an entry as they are being written. */
export type LabelDraft = { ru: string; en: string }

export const labelDraft = (label: Label | undefined): LabelDraft => ({ ru: label?.ru ?? '', en: label?.en ?? '' })

/** The label that is written, if there is one. */
export const labelWritten = ({ ru, en }: LabelDraft): Label | undefined => {
  const label: Label = { ...(ru.trim() && { ru: ru.trim() }), ...(en.trim() && { en: en.trim() }) }
  return label.ru || label.en ? label : undefined
}

export const Problem = ({ children }: { children: ReactNode }) => (
  <span className="field-problem" role="alert">
    {children}
  </span>
)

type LabelProps = { label: LabelDraft; wrong: boolean; onChange(label: LabelDraft): void }

/** The label in both languages, that of the interface first. */
export const LabelFields = ({ label, wrong, onChange }: LabelProps) => {
  const { t, language } = useWords()
  const order = language === 'ru' ? (['ru', 'en'] as const) : (['en', 'ru'] as const)
  return order.map((lang, index) => (
    <label key={lang} className="field half">
      <span>{t(`codebook.label.${lang}`)}</span>
      <input
        className="input"
        dir="auto"
        lang={lang}
        data-first={index === 0 || undefined}
        value={label[lang]}
        aria-invalid={wrong && index === 0}
        onChange={(event) => onChange({ ...label, [lang]: event.target.value })}
      />
      {wrong && index === 0 ? <Problem>{t('codebook.label.problem')}</Problem> : null}
    </label>
  ))
}

type KeyProps = {
  value: string
  label: LabelDraft
  /** It makes the entry's identity, and stays once that is there. */
  fixed: boolean
  problem: string | undefined
  onChange(key: string): void
}

/** By what files and other programs know an entry. */
export const KeyField = ({ value, label, fixed, problem, onChange }: KeyProps) => {
  const { t } = useWords()
  return (
    <NotedField
      label={t('codebook.key')}
      problem={problem}
      note={t(fixed ? 'codebook.key.fixed' : 'codebook.key.note')}
    >
      {(described) => (
        <input
          {...described}
          className="input code-key"
          spellCheck={false}
          disabled={fixed}
          value={value}
          placeholder={keyFrom(labelWritten(label) ?? {})}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </NotedField>
  )
}

type NotedProps = {
  label: string
  problem: string | undefined
  note: string
  children(described: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }): ReactNode
}

/** A field with a sentence about it, which is read out after its name. */
export const NotedField = ({ label, problem, note, children }: NotedProps) => {
  const id = useId()
  return (
    <div className="field half">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': problem !== undefined })}
      {problem ? <Problem>{problem}</Problem> : null}
      <span id={`${id}-note`} className="quiet small">
        {note}
      </span>
    </div>
  )
}

type TypeProps = { type: AnnotationType; fixed: boolean; onChange(type: AnnotationType): void }

/** What an entry is for. */
export const TypeField = ({ type, fixed, onChange }: TypeProps) => {
  const { t } = useWords()
  return (
    <label className="field half">
      <span>{t('codebook.for')}</span>
      <select
        className="input"
        disabled={fixed}
        value={type}
        onChange={({ target }) => onChange(annotationTypeList.find((other) => other === target.value) ?? type)}
      >
        {annotationTypeList.map((other) => (
          <option key={other} value={other}>
            {t(`type.${other}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
