/** brat standoff: a text and its annotations side by side, one pair of files an article. */
import type { Annotation } from '../../annotation.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { OutFormat, OutSetting, Piece } from './format.ts'
import { codeKeys, labelOf } from './label.ts'
import type { Ledger } from './ledger.ts'
import { spanRelations } from './relations.ts'

export const brat: OutFormat = {
  id: 'brat',
  title: 'brat standoff',
  extension: 'ann',
  shape: 'folder',
  unit: 'codepoint',
  types: ['actor', 'position', 'claim'],
  options: { chains: ['relations', 'text', 'none'], labels: ['type', 'codes'] },
  splits: true,
  people: false,
  carries: ({ chains }) => ({
    article: ['text'],
    annotation: [
      ...['articleId', 'type', 'target', 'codes', 'certainty', 'note', 'body.actorId', 'body.mention', 'body.holders'],
      ...['body.stance', 'body.strength', 'body.paraphrase', 'body.modality', 'body.evidenceFor'],
      ...(chains === 'none' ? [] : ['body.attribution']),
    ],
    link: ['from', 'to', 'type'],
    actor: ['name'],
    code: ['key', 'type'],
  }),
  writer: (setting, ledger) => {
    const seen: Seen = { labels: new Set(), relations: new Set(), codes: new Set() }
    return {
      *document(document): Iterable<Piece> {
        const { article, annotations, split } = document
        const name = `${split === undefined ? '' : `${split}/`}${article.id.slice('sha256:'.length).slice(0, nameLength)}`
        const line = lineWriter()
        const known = byIdIn(annotations)
        const numbers = new Map(annotations.map(({ id }, i) => [id, `T${i + 1}`]))
        for (const annotation of annotations) {
          ledger.carried({ kind: 'annotation', record: annotation })
          writeSpan(line, annotation, numbers.get(annotation.id) ?? '', setting, ledger, seen)
          writeNote(line, annotation, numbers.get(annotation.id) ?? '', known, setting)
        }
        for (const { label, from, to } of spanRelations(document, setting.options.chains, ledger)) {
          const type = word(label)
          seen.relations.add(type)
          line.numbered('R', `${type} Arg1:${numbers.get(from)} Arg2:${numbers.get(to)}`)
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

/** Hexadecimal digits of an article's id that name its files. */
const nameLength = 16

type Seen = { labels: Set<string>; relations: Set<string>; codes: Set<string> }

type Lines = { put(line: string): void; numbered(letter: string, rest: string): void; text(): string }

const lineWriter = (): Lines => {
  const lines: string[] = []
  const last = new Map<string, number>()
  return {
    put: (line) => lines.push(line),
    numbered: (letter, rest) => {
      const number = (last.get(letter) ?? 0) + 1
      last.set(letter, number)
      lines.push(`${letter}${number}\t${rest}`)
    },
    text: () => lines.map((line) => `${line}\n`).join(''),
  }
}

const writeSpan = (
  line: Lines,
  annotation: Annotation,
  number: string,
  { names, options }: OutSetting,
  ledger: Ledger,
  seen: Seen,
) => {
  const parts = annotation.target.fragments.flatMap(({ start, quote }) => withoutBreaks(start, quote))
  if (parts.length > annotation.target.fragments.length) ledger.changed('annotation', annotation.id, 'line-break')
  const label = word(labelOf(annotation, options.labels, names))
  seen.labels.add(label)
  const places = parts.map(({ start, end }) => `${start} ${end}`).join(';')
  line.put(`${number}\t${label} ${places}\t${parts.map(({ quote }) => quote).join(' ')}`)
  for (const [name, value] of Object.entries(attributesOf(annotation))) line.numbered('A', `${name} ${number} ${value}`)
  for (const key of codeKeys(annotation, names)) {
    seen.codes.add(word(key))
    line.numbered('A', `Code-${word(key)} ${number}`)
  }
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
  for (const note of notes) if (note) line.numbered('#', `AnnotatorNotes ${number}\t${oneLine(note)}`)
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

const attributesOf = (annotation: Annotation): Record<string, string> => {
  const said: Record<string, string | undefined> = {
    ...(annotation.type === 'actor' && { Mention: annotation.body.mention }),
    ...(annotation.type === 'position' && { Stance: annotation.body.stance, Strength: annotation.body.strength }),
    ...(annotation.type === 'claim' && { Modality: annotation.body.modality }),
    Certainty: annotation.certainty,
  }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** brat's names have no white space and little punctuation. */
const word = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** What brat wants to know before it shows the files. */
const configuration = ({ labels, relations, codes }: Seen): string => {
  const list = (names: Set<string>, form: (name: string) => string) => [...names].sort().map(form)
  return [
    '[entities]',
    ...list(labels, (name) => name),
    '[relations]',
    ...list(relations, (name) => `${name} Arg1:<ENTITY>, Arg2:<ENTITY>`),
    '[events]',
    '[attributes]',
    'Certainty Arg:<ENTITY>, Value:sure|unsure',
    'Mention Arg:<ENTITY>, Value:name|nominal|pronoun|metonym|adjective',
    'Stance Arg:<ENTITY>, Value:support|oppose|neutral|ambiguous',
    'Strength Arg:<ENTITY>, Value:firm|hedged',
    `Modality Arg:<ENTITY>, Value:${modalities.join('|')}`,
    ...list(codes, (name) => `Code-${name} Arg:<ENTITY>`),
    '',
  ].join('\n')
}

const modalities = [
  ...['asserted', 'denied', 'predicted', 'surmised', 'evaluated'],
  ...['demanded', 'proposed', 'promised', 'threatened', 'questioned'],
]
