/** Rows as JSON objects: one a line, or the elements of an array. What is nested is a column with a dotted name. */
import { createLines } from './lines.ts'
import { mostCharacters, type Row, type RowParser } from './row.ts'

export const createJsonLines = (): RowParser => {
  const lines = createLines(mostCharacters)
  const rows = createObjects()
  return {
    push: (piece) => lines.push(piece).flatMap(rows.take),
    end: () => lines.end().flatMap(rows.take),
    names: rows.names,
  }
}

/** The array may be the whole file or a member of its outermost object. */
export const createJsonArray = (): RowParser => {
  const elements = createElements()
  const rows = createObjects()
  return {
    push: (piece) => elements.push(piece).flatMap(rows.take),
    end: () => elements.end().flatMap(rows.take),
    names: rows.names,
  }
}

const createObjects = () => {
  const names = new Set<string>()
  let row = 0
  return {
    names: () => [...names],
    take: (text: string): Row[] => {
      row += 1
      if (text.trim() === '') return []
      if (text.length > mostCharacters) return [{ row, problem: { reason: 'row-size' } }]
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        return [{ row, problem: { reason: 'row-json' } }]
      }
      if (!isObject(value)) return [{ row, problem: { reason: 'row-object' } }]
      const cells = new Map(flat(value, '', 0))
      for (const name of cells.keys()) if (names.size < MOST_NAMES) names.add(name)
      return [{ row, cells }]
    },
  }
}

/** Objects with ids for names would make a column of each. */
const MOST_NAMES = 500
const MOST_DEEP = 4

const flat = (value: Record<string, unknown>, before: string, depth: number): [string, string][] =>
  Object.entries(value).flatMap(([name, member]): [string, string][] => {
    const path = before === '' ? name : `${before}.${name}`
    if (isObject(member)) return depth < MOST_DEEP ? flat(member, path, depth + 1) : []
    if (!Array.isArray(member)) return [[path, cellOf(member)]]
    // Paragraphs, or several authors.
    const parts = member.filter((part) => !isObject(part) && !Array.isArray(part)).map(cellOf)
    return parts.length === member.length ? [[path, parts.join(parts.some(isLong) ? '\n\n' : ', ')]] : []
  })

const cellOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const isLong = (part: string): boolean => part.length > 80

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Cuts the elements of an array out of JSON that comes in pieces. */
const createElements = () => {
  let text = ''
  let at = 0
  let start = 0
  let depth = 0
  let state: 'before' | 'in' | 'after' = 'before'
  let quoted = false

  /** Goes over what is new; text before `start` is not needed any more. */
  const scan = (): string[] => {
    const found: string[] = []
    const cut = () => {
      found.push(text.slice(start, at))
      start = at + 1
    }
    for (; at < text.length && state !== 'after'; at += 1) {
      const sign = text[at]
      if (quoted) {
        if (sign === '\\') at += 1
        else if (sign === '"') quoted = false
      } else if (sign === '"') quoted = true
      else if (state === 'before') {
        if (sign === '[' && depth <= 1) {
          state = 'in'
          depth = 0
          start = at + 1
        } else if (sign === '{' || sign === '[') depth += 1
        else if (sign === '}' || sign === ']') depth -= 1
      } else if (sign === '{' || sign === '[') depth += 1
      else if (depth > 0 && (sign === '}' || sign === ']')) depth -= 1
      else if (depth === 0 && (sign === ',' || sign === ']')) {
        if (sign === ',' || text.slice(start, at).trim() !== '') cut()
        if (sign === ']') state = 'after'
      }
    }
    return found
  }

  return {
    push(piece: string): string[] {
      if (state === 'after') return []
      text += piece
      const found = scan()
      if (state === 'before') start = at
      // One that never ends is given up whole, with all after it.
      if (state === 'in' && at - start > mostCharacters * 4) {
        found.push(text.slice(start))
        state = 'after'
      }
      text = text.slice(start)
      at -= start
      start = 0
      return found
    },
    /** An array that was cut off ends with a damaged element. */
    end: (): string[] => (state === 'in' && text.trim() !== '' ? [text] : []),
  }
}
