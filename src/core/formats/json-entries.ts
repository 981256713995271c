/** The entries of JSON files: of one value, of a list, or one a line. */
import type { ForeignPlace, ForeignProblem, ForeignValue } from './foreign.ts'

export type Entry = { value: unknown; at: ForeignPlace }

/** A list is parted into its items; where the whole is no JSON, every line is one, and those that are not are listed. */
export const jsonEntries = (content: string): { entries: Entry[]; problems: ForeignProblem[] } => {
  const text = content.replace(/^\uFEFF/, '')
  const whole = parsed(text)
  const entries: Entry[] = []
  const problems: ForeignProblem[] = []
  if (whole !== undefined) {
    const list: unknown[] = Array.isArray(whole) ? whole : [whole]
    for (const [index, value] of list.entries()) {
      const at = { entry: index + 1 }
      if (isSound(value)) entries.push({ value, at })
      else problems.push({ ...at, reason: 'value' })
    }
    return { entries, problems }
  }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const at = { line: index + 1 }
    const value = parsed(line)
    if (value === undefined || !isSound(value)) problems.push({ ...at, reason: 'format', detail: line.slice(0, 60) })
    else entries.push({ value, at })
  }
  return { entries, problems }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Further nested than any file of annotations; who reads them further nested would run out of stack. */
const DEEPEST = 200

/** Whether no string in it has half a surrogate pair, and it is not nested too deeply. */
const isSound = (value: unknown, room = DEEPEST): boolean =>
  typeof value === 'string'
    ? value.isWellFormed()
    : typeof value !== 'object' ||
      value === null ||
      (room > 0 && Object.entries(value).every(([name, member]) => name.isWellFormed() && isSound(member, room - 1)))

/** Those members of an object that are values by themselves; others are left out. */
export const plainValues = (object: Record<string, unknown>, except: (name: string) => boolean = () => false) =>
  Object.fromEntries(
    Object.entries(object).filter((member): member is [string, ForeignValue] => {
      const [name, value] = member
      return name !== '__proto__' && !except(name) && ['string', 'number', 'boolean'].includes(typeof value)
    }),
  )

/** Something that is one or a list of them, as a list. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
