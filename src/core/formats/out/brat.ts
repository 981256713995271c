/** brat standoff: a text and its annotations side by side, one pair of files an article. */
import type { Annotation } from '../../annotation.ts'
import { type Lines, lineWriter, type Seen, writeAttributes, writeNotes } from './brat-lines.ts'
import { attributesOf, oneLine, relationOf, spanType } from './brat-names.ts'
import { byIdIn, chainText } from './chain-text.ts'
import type { OutFormat, OutSetting, Piece } from './format.ts'
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
          const { type, roles, attributes } = relationOf(label, link, setting)
          seen.relations.add(type)
          const ends = [from, to].map((id, place) => `${roles[place]}:${numbers.get(id)}`)
          const number = line.numbered('R', `${type} ${ends.join(' ')}`)
          writeAttributes(line, number, attributes, seen)
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
  const label = spanType(annotation, setting)
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
  setting: OutSetting,
) => {
  const { names, options, renaming } = setting
  const isTold = renaming?.span(annotation)?.rule.paraphrase !== undefined
  const notes = [
    annotation.note,
    annotation.type === 'claim' && !isTold ? annotation.body.paraphrase : undefined,
    options.chains === 'text' && annotation.type !== 'actor' && annotation.body.attribution.length > 0
      ? chainText(annotation.body.attribution, known, names)
      : undefined,
  ]
  writeNotes(line, number, notes)
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
