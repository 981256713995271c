/** Lines of a brat file: numbered by kind, attributes and notes each in a line of its own. */
import { noteMark } from '../brat.ts'
import type { ForeignValue } from '../foreign.ts'
import { choices, oneLine, word } from './brat-names.ts'

/** Names that the configuration has to list; of attributes, their values. */
export type Seen = { labels: Set<string>; relations: Set<string>; attributes: Map<string, Set<string>> }

export type Lines = { put(line: string): void; numbered(letter: string, rest: string): string; text(): string }

export const lineWriter = (): Lines => {
  const lines: string[] = []
  const last = new Map<string, number>()
  return {
    put: (line) => lines.push(line),
    numbered: (letter, rest) => {
      const number = (last.get(letter) ?? 0) + 1
      last.set(letter, number)
      lines.push(`${letter}${number}\t${rest}`)
      return `${letter}${number}`
    },
    text: () => lines.map((line) => `${line}\n`).join(''),
  }
}

export const writeNotes = (
  line: Lines,
  number: string,
  notes: readonly (string | undefined)[],
  type = 'AnnotatorNotes',
) => {
  for (const note of notes.flatMap((one) => one?.split('\n') ?? []))
    if (note.trim() !== '') line.numbered('#', `${type} ${number}\t${oneLine(note)}`)
}

/** brat's normalisations: a resource and an entry of it, or several of them. */
const references = /^[^\s:]+:\S+( [^\s:]+:\S+)*$/

/** More values than this are words rather than choices. */
const manyValues = 60
const isListable = (value: string): boolean => /^[^\s|,]+$/.test(value)

/** A value that is just true is brat's attribute without a value; notes of types of their own go out as such. */
export const writeAttributes = (
  line: Lines,
  number: string,
  attributes: Record<string, ForeignValue>,
  { attributes: seen }: Seen,
) => {
  for (const [name, value] of Object.entries(attributes)) {
    const said = String(value)
    const type = word(name.startsWith(noteMark) ? name.slice(noteMark.length) : name)
    if (name.startsWith(noteMark)) writeNotes(line, number, [said], type)
    else if (type === 'Reference' && references.test(said))
      for (const reference of said.split(' ')) line.numbered('N', `Reference ${number} ${reference}\t`)
    else {
      const values = seen.get(type) ?? new Set(choices[type])
      if (value !== true && values.size < manyValues && isListable(said)) values.add(said)
      seen.set(type, values)
      line.numbered('A', `${type} ${number}${value === true ? '' : ` ${oneLine(said)}`}`)
    }
  }
}
