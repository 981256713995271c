/** Records with members changed. */
import { canonicalText } from '../core/canonical.ts'

type Change<T> = { [K in keyof T]?: T[K] | null | undefined }

/** Members set to null are taken away, those that are absent stay. */
export const withChange = <T extends object>(record: T, change: Change<T>): T => {
  const changed = { ...record }
  for (const [name, value] of Object.entries(change)) {
    if (value === null) Reflect.deleteProperty(changed, name)
    else if (value !== undefined) Reflect.set(changed, name, value)
  }
  return changed
}

export const isEqual = (a: object, b: object): boolean => canonicalText(a) === canonicalText(b)

/** Without the members that are undefined. */
export const compact = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
