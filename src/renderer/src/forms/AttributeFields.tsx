import { useId } from 'react'
import type { Attribute } from '../../../core/codebook.ts'
import { labelIn } from '../../../core/labels.ts'
import { useWords } from '../app/words.tsx'
import type { ValueDrafts } from './attribute-values.ts'
import './AttributeFields.css'

type Props = {
  attributes: readonly Attribute[]
  values: ValueDrafts
  /** Keys of values that cannot be. */
  wrong: ReadonlySet<string>
  onChange(key: string, value: string): void
}

/** A field for each attribute of the annotation's type; one that is needed and still empty says so quietly. */
export const AttributeFields = ({ attributes, values, wrong, onChange }: Props) => {
  const { language } = useWords()
  return attributes
    .toSorted((a, b) => labelIn(a.label, language).localeCompare(labelIn(b.label, language), language))
    .map((attribute) => (
      <AttributeField
        key={attribute.key}
        attribute={attribute}
        value={values[attribute.key] ?? ''}
        wrong={wrong.has(attribute.key)}
        onChange={(value) => onChange(attribute.key, value)}
      />
    ))
}

type FieldProps = { attribute: Attribute; value: string; wrong: boolean; onChange(value: string): void }

const AttributeField = ({ attribute, value, wrong, onChange }: FieldProps) => {
  const { t, language } = useWords()
  const fieldId = useId()
  const noteId = useId()
  const { valueType, required } = attribute
  const needed = required && !value.trim()
  const choices = choicesOf(attribute, value, { t, language })
  return (
    <div className="field">
      <span className="attribute-label">
        <label htmlFor={fieldId} dir="auto">
          {labelIn(attribute.label, language)}
        </label>
        {needed ? (
          <span id={noteId} className="attribute-needed">
            {t('attribute.needed')}
          </span>
        ) : null}
      </span>
      {choices ? (
        <select
          id={fieldId}
          className="input"
          value={value}
          aria-describedby={needed ? noteId : undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('attribute.unset')}</option>
          {choices.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={fieldId}
          className="input"
          dir="auto"
          inputMode={valueType === 'number' ? 'decimal' : undefined}
          placeholder={valueType === 'date' ? '2025-08-22' : undefined}
          value={value}
          aria-invalid={wrong}
          aria-describedby={wrong || needed ? noteId : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {wrong ? (
        <span id={noteId} className="field-problem" role="alert">
          {t(valueType === 'date' ? 'attribute.date.problem' : 'attribute.number.problem')}
        </span>
      ) : null}
    </div>
  )
}

/** What a value is chosen from, where it is chosen; a value the codebook no longer has stays among them. */
const choicesOf = (
  { valueType, values }: Attribute,
  value: string,
  { t, language }: Pick<ReturnType<typeof useWords>, 't' | 'language'>,
): [key: string, label: string][] | undefined => {
  if (valueType === 'boolean')
    return [
      ['true', t('attribute.yes')],
      ['false', t('attribute.no')],
    ]
  if (valueType !== 'enum') return undefined
  const known = values.map(({ key, label }): [string, string] => [key, labelIn(label, language)])
  return value && !known.some(([key]) => key === value) ? [...known, [value, value]] : known
}
