/** What a span is called in a training set. */
import type { Annotation } from '../../annotation.ts'
import { byCodeUnit } from '../../canonical.ts'
import type { Link } from '../../records.ts'
import type { OutSetting } from './format.ts'
import type { Names } from './names.ts'
import { nameOf } from './renaming.ts'

/** The mapping's name for it; else the type, or, where codes are wanted and given, `claim:economy+sanctions`. */
export const labelOf = (
  annotation: Annotation,
  { names, options, renaming }: Pick<OutSetting, 'names' | 'options' | 'renaming'>,
): string => {
  const renamed = renaming?.span(annotation)
  if (renamed) return nameOf(renamed)
  const keys = options.labels === 'codes' ? codeKeys(annotation, names) : []
  return keys.length === 0 ? annotation.type : `${annotation.type}:${keys.join('+')}`
}

/** Keys of the codes, each once, by code unit. */
export const codeKeys = ({ codes }: Annotation, names: Names): string[] =>
  [...new Set(codes.map((id) => names.code(id).name))].sort(byCodeUnit)

export const linkLabel = (link: Link, { renaming }: Pick<OutSetting, 'renaming'>): string => {
  const renamed = renaming?.relation(link)
  return renamed ? nameOf(renamed) : link.type
}
