/** The codes and attribute values of an annotation, checked against the codebook. */
import type { Annotation } from '../core/annotation.ts'
import type { Attribute } from '../core/codebook.ts'
import { Failure } from '../core/failure.ts'
import { attributeId } from '../core/ids.ts'
import type { AnnotationType, AttributeValues } from '../core/schema.ts'
import { findRecord } from '../store/records.ts'
import type { Db } from '../store/sql.ts'
import { followed } from './entries.ts'

/** Codes in canonical order; those that stood there `before` are kept as they are. Fails with 'not-found' for a code of another type. */
export const codesFrom = (db: Db, type: AnnotationType, ids: readonly string[], before?: Annotation): string[] => {
  const codes = ids.map((id) => {
    if (before?.codes.includes(id)) return id
    const code = followed(db, 'code', id)
    if (code.type !== type) throw new Failure('not-found', { kind: 'code', id })
    return code.id
  })
  return [...new Set(codes)].sort()
}

/** Values that are new must be such as the codebook asks for. Fails with 'not-found' or 'bad-request'. */
export const attributesFrom = (
  db: Db,
  type: AnnotationType,
  values: AttributeValues,
  before?: Annotation,
): AttributeValues => {
  for (const [key, value] of Object.entries(values)) {
    if (before?.attributes[key] === value) continue
    const attribute = findRecord(db, 'attribute', attributeId(type, key))
    if (!attribute) throw new Failure('not-found', { kind: 'attribute', id: key })
    if (!allows(attribute, value)) throw new Failure('bad-request', { reason: 'attribute-value' })
  }
  return values
}

/** Whether the codebook lets an attribute have a value. */
export const allows = ({ valueType, values }: Attribute, value: string | number | boolean): boolean => {
  switch (valueType) {
    case 'enum':
      return values.some(({ key }) => key === value)
    case 'date':
      return typeof value === 'string' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(value)
    case 'text':
      return typeof value === 'string'
    default:
      return typeof value === valueType
  }
}
