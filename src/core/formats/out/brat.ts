/** brat standoff: a text and its annotations side by side, one pair of files an article. */
import type { Annotation } from '../../annotation.ts'
import type { Link } from '../../records.ts'
import type { ForeignValue } from '../foreign.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { OutFormat, OutSetting, Piece } from './format.ts'
import { codeKeys, labelOf } from './label.ts'
import type { Ledger } from './ledger.ts'
import { pathOf } from './names.ts'
import { spanRelations } from './relations.ts'

export const brat: OutFormat = {
  id: 'brat',
  title: 'brat standoff',
  extension: 'ann',
  shape: 'folder',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], labels: ['type', 'codes'], mapping: true },
  splits: true,
  people: false,
  carries: ({ chains }) => ({
    article: ['text'],
    annotation: [
      ...['articleId', 'type', 'target', 'codes', 'attributes', 'certainty', 'note', 'body.actorId', 'body.mention'],
      ...['body.holders', 'body.stance', 'body.strength', 'body.paraphrase', 'body.modality', 'body.evidenceFor'],
      ...(chains === 'none' ? [] : ['body.attribution']),
    ],
    link: ['from', 'to', 'type', 'attributes', 'note'],
    actor: ['name'],
    code: ['key', 'type'],
  }),
  writer: (setting, ledger) => {
    const seen: Seen = { labels: new Set(), relations: new Set(), attributes: new Map() }
    return {
      *document(document): Iterable<Piece> {
        const { article, annotations } = document
        const name = pathOf(document)
        const line = lineWriter()
        const known = byIdIn(annotations)
        const numbers = new Map(annotations.map(({ id }, i) => [id, `T${i + 1}`]))
        for (const annotation of annotations) {
          ledger.carried({ kind: 'annotation', record: annotation })
          writeSpan(line, annotation, numbers.get(annotation.id) ?? '', setting, ledger, seen)
          writeNote(line, annotation, numbers.get(annotation.id) ?? '', known, setting)
        }
        for (const { label, from, to, link } of spanRelations(document, setting, ledger)) {
          const type = word(label)
          seen.relations.add(type)
          const number = line.numbered('R', `${type} Arg1:${numbers.get(from)} Arg2:${numbers.get(to)}`)
          if (link) writeAttributes(line, number, attributesOfLink(link, setting), seen)
          writeNotes(line, number, [link?.note])
        }
        ledger.carried({ kind: 'article', record: article })
        yield { file: `${name}.txt`, text: article.text }
        yield { file: `${name}.ann`, text: line.text() }
      },
      *end() {
        yield { file: 'annotation.conf', text: configuration(seen) }
      },
    }
  },
}

/** Names that the configuration has to list; of attributes, their values. */
type Seen = { labels: Set<string>; relations: Set<string>; attributes: Map<string, Set<string>> }

type Lines = { put(line: string): void; numbered(letter: string, rest: string): string; text(): string }

const lineWriter = (): Lines => {
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

const writeSpan = (
  line: Lines,
  annotation: Annotation,
  number: string,
  setting: OutSetting,
  ledger: Ledger,
  seen: Seen,
) => {
  const { names } = setting
  const parts = annotation.target.fragments.flatMap(({ start, quote }) => withoutBreaks(start, quote))
  if (parts.length > annotation.target.fragments.length) ledger.changed('annotation', annotation.id, 'line-break')
  const label = word(labelOf(annotation, setting))
  seen.labels.add(label)
  const places = parts.map(({ start, end }) => `${start} ${end}`).join(';')
  line.put(`${number}\t${label} ${places}\t${parts.map(({ quote }) => quote).join(' ')}`)
  writeAttributes(line, number, attributesOf(annotation, setting), seen)
  if (annotation.type !== 'actor' || annotation.body.actorId === undefined) return
  const { id, name } = names.actor(annotation.body.actorId)
  line.numbered('N', `Reference ${number} Actant:${id}\t${oneLine(name)}`)
}

/** Remarks, paraphrases and chains in words, one line each. */
const writeNote = (
  line: Lines,
  annotation: Annotation,
  number: string,
  known: ReadonlyMap<string, Annotation>,
  { names, options }: OutSetting,
) => {
  const notes = [
    annotation.note,
    annotation.type === 'claim' ? annotation.body.paraphrase : undefined,
    options.chains === 'text' && annotation.type !== 'actor' && annotation.body.attribution.length > 0
      ? chainText(annotation.body.attribution, known, names)
      : undefined,
  ]
  writeNotes(line, number, notes)
}

const writeNotes = (line: Lines, number: string, notes: readonly (string | undefined)[]) => {
  for (const note of notes.flatMap((one) => one?.split('\n') ?? []))
    if (note.trim() !== '') line.numbered('#', `AnnotatorNotes ${number}\t${oneLine(note)}`)
}

/** brat's normalisations: a resource and an entry of it. */
const reference = /^[^\s:]+:\S+$/

/** More values than this are words rather than choices. */
const manyValues = 60
const isListable = (value: string): boolean => /^[^\s|,]+$/.test(value)

/** A value that is just true is brat's attribute without a value. */
const writeAttributes = (line: Lines, number: string, attributes: Record<string, ForeignValue>, seen: Seen) => {
  for (const [name, value] of Object.entries(attributes)) {
    const type = word(name)
    if (type === 'Reference' && reference.test(String(value))) {
      line.numbered('N', `Reference ${number} ${value}\t`)
      continue
    }
    const values = seen.attributes.get(type) ?? new Set(choices[type])
    if (value !== true && values.size < manyValues && isListable(String(value))) values.add(String(value))
    seen.attributes.set(type, values)
    line.numbered('A', `${type} ${number}${value === true ? '' : ` ${oneLine(String(value))}`}`)
  }
}

/** A line of the file cannot hold a line break: a fragment goes out as the pieces between them. Offsets in code points. */
const withoutBreaks = (start: number, quote: string): { start: number; end: number; quote: string }[] => {
  const parts: { start: number; end: number; quote: string }[] = []
  let at = start
  for (const part of quote.split('\n')) {
    const end = at + [...part].length
    if (part !== '') parts.push({ start: at, end, quote: part })
    at = end + 1
  }
  return parts
}

/** Decisions, codes that the label does not say, and the codebook's attributes. */
const attributesOf = (annotation: Annotation, { names, renaming }: OutSetting): Record<string, ForeignValue> => {
  const renamed = renaming?.span(annotation)
  const said: Record<string, string | undefined> = {
    ...(annotation.type === 'actor' && { Mention: annotation.body.mention }),
    ...(annotation.type === 'position' && { Stance: annotation.body.stance, Strength: annotation.body.strength }),
    ...(annotation.type === 'claim' && { Modality: annotation.body.modality }),
    Certainty: renaming && annotation.certainty === 'sure' ? undefined : annotation.certainty,
  }
  const codes = annotation.codes.filter((id) => names.code(id).id !== renamed?.code)
  return {
    ...Object.fromEntries(Object.entries(said).filter((one): one is [string, string] => one[1] !== undefined)),
    ...Object.fromEntries(codeKeys({ ...annotation, codes }, names).map((key) => [`Code-${key}`, true])),
    ...(renamed?.attributes ?? annotation.attributes),
  }
}

const attributesOfLink = (link: Link, { renaming }: OutSetting): Record<string, ForeignValue> =>
  renaming?.relation(link)?.attributes ?? link.attributes

/** brat's names have no white space and little punctuation. */
const word = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** What brat wants to know before it shows the files. */
const configuration = ({ labels, relations, attributes }: Seen): string => {
  const list = (names: Iterable<string>, form: (name: string) => string) => [...names].sort().map(form)
  return [
    '[entities]',
    ...list(labels, (name) => name),
    '[relations]',
    ...list(relations, (name) => `${name} Arg1:<ENTITY>, Arg2:<ENTITY>`),
    '[events]',
    '[attributes]',
    ...list(attributes.keys(), (name) => {
      const values = [...(attributes.get(name) ?? [])]
      return `${name} Arg:<ANY>${values.length > 0 ? `, Value:${values.join('|')}` : ''}`
    }),
    '',
  ].join('\n')
}

const choices: Record<string, string[]> = {
  Certainty: ['sure', 'unsure'],
  Mention: ['name', 'nominal', 'pronoun', 'metonym', 'adjective'],
  Stance: ['support', 'oppose', 'neutral', 'ambiguous'],
  Strength: ['firm', 'hedged'],
  Modality: [
    ...['asserted', 'denied', 'predicted', 'surmised', 'evaluated'],
    ...['demanded', 'proposed', 'promised', 'threatened', 'questioned'],
  ],
}
