/** The values of an annotation's attributes as they are written in its form. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Attribute } from '../../../core/codebook.ts'
import type { AttributeValues } from '../../../core/schema.ts'

type Value = AttributeValues[string]

/** What stands in each field, by the attribute's key; empty where nothing is said. */
export type ValueDrafts = Record<string, string>

export const valueDrafts = ({ attributes }: Pick<Annotation, 'attributes'>): ValueDrafts =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]))

/**
 * The values that are written, and the keys of those that cannot be: these stay as they were, and so do values of attributes
 * that the codebook does not know.
 */
export const valuesWritten = (
  attributes: readonly Attribute[],
  drafts: ValueDrafts,
  before: AttributeValues,
): { attributes: AttributeValues; wrong: ReadonlySet<string> } => {
  const written: AttributeValues = { ...before }
  const wrong = new Set<string>()
  for (const { key, valueType } of attributes) {
    const draft = (drafts[key] ?? '').trim()
    // What stands there already may be no longer allowed, and stays.
    if (key in before && draft === String(before[key]).trim()) continue
    if (draft === '') {
      delete written[key]
      continue
    }
    const value = readers[valueType](draft)
    if (value === undefined) wrong.add(key)
    else written[key] = value
  }
  return { attributes: written, wrong }
}

const readers: Record<Attribute['valueType'], (text: string) => Value | undefined> = {
  enum: (text) => text,
  text: (text) => text,
  number: (text) => {
    const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
    return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
  },
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  date: (text) => (isDate(text) ? text : undefined),
}

/** A year, a month or a day that is there. */
const isDate = (text: string): boolean => {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (!parts) return false
  const [, year, month = '01', day = '01'] = parts
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
