/** What a span is called in a training set. */
import type { Annotation } from '../../annotation.ts'
import { byCodeUnit } from '../../canonical.ts'
import type { Names } from './names.ts'
import type { LabelForm } from './options.ts'

/** The type; or, where codes are wanted and given, `claim:economy+sanctions`. */
export const labelOf = (annotation: Annotation, form: LabelForm, names: Names): string => {
  const keys = form === 'codes' ? codeKeys(annotation, names) : []
  return keys.length === 0 ? annotation.type : `${annotation.type}:${keys.join('+')}`
}

/** Keys of the codes, each once, by code unit. */
export const codeKeys = ({ codes }: Annotation, names: Names): string[] =>
  [...new Set(codes.map((id) => names.code(id).name))].sort(byCodeUnit)
