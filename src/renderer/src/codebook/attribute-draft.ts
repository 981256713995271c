/** What the form of an attribute holds, and what it amounts to. */
import { type Attribute, attribute as attributeSchema } from '../../../core/codebook.ts'
import { keyFrom } from '../../../core/labels.ts'
import type { AnnotationType } from '../../../core/schema.ts'
import type { AttributeDraft } from '../../../workbench/contract.ts'
import { type LabelDraft, labelDraft, labelWritten } from './fields.tsx'

export type ValueDraft = { n: number; key: string; label: LabelDraft }

export type AttributeForm = {
  type: AnnotationType
  label: LabelDraft
  key: string
  valueType: Attribute['valueType']
  values: ValueDraft[]
  required: boolean
}

export const valueTypes = attributeSchema.shape.valueType.options

export const formOf = (attribute: Attribute | undefined, type: AnnotationType): AttributeForm => ({
  type: attribute?.type ?? type,
  label: labelDraft(attribute?.label),
  key: attribute?.key ?? '',
  valueType: attribute?.valueType ?? 'enum',
  values: (attribute?.values ?? []).map(({ key, label }, n) => ({ n, key, label: labelDraft(label) })),
  required: attribute?.required ?? false,
})

export type AttributeProblem = 'label' | 'key-empty' | 'key-taken' | 'values' | 'value-twice'

export const problemsOf = (
  form: AttributeForm,
  attributes: readonly Attribute[],
  attributeId: string | undefined,
): Set<AttributeProblem> => {
  const problems = new Set<AttributeProblem>()
  const { key, label, values, valueType } = membersOf(form)
  if (!label) problems.add('label')
  if (!key) problems.add('key-empty')
  if (attributes.some((other) => other.id !== attributeId && other.type === form.type && other.key === key))
    problems.add('key-taken')
  if (valueType !== 'enum') return problems
  if (values.length === 0) problems.add('values')
  if (new Set(values.map((value) => value.key)).size < values.length) problems.add('value-twice')
  return problems
}

/** A value without a label is left out; one without a key gets it from the label. */
const membersOf = (form: AttributeForm) => {
  const label = labelWritten(form.label)
  return {
    type: form.type,
    label,
    key: form.key.trim() || (label ? keyFrom(label) : ''),
    valueType: form.valueType,
    values: (form.valueType === 'enum' ? form.values : []).flatMap((value) => {
      const written = labelWritten(value.label)
      return written ? [{ key: value.key.trim() || keyFrom(written) || `${value.n + 1}`, label: written }] : []
    }),
    required: form.required,
  }
}

/** All that the form says, where nothing is wrong with it. */
export const draftOf = (form: AttributeForm): AttributeDraft => {
  const { label, ...members } = membersOf(form)
  return { ...members, label: label ?? {} }
}
