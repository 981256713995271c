/**
 * brat's standoff format: `NAME.ann` beside `NAME.txt`, offsets in code points, https://brat.nlplab.org/standoff.html.
 * An event is its trigger, its arguments are relations from there; notes, attributes and normalisations go to what they are about.
 */
import type { ForeignFile, ForeignProblem, ForeignReader, ForeignReason, ForeignText, ForeignValue } from './foreign.ts'
import { definedInCodePoints } from './offset-unit.ts'
import { opinionsIn } from './opinions.ts'
import type { DraftRelation, DraftSpan } from './placing.ts'
import { placed } from './placing.ts'

export const brat: ForeignReader = {
  id: 'brat',
  title: 'brat',
  extensions: ['ann'],
  takes: 'text',
  beside: (name) => [textOf(name)],
  read: (source) => readBrat(source),
}

/** Chosen by name alone: the lists are no part of brat, and what they say would go out as relations that were not in the file. */
export const bratWithOpinions: ForeignReader = {
  id: 'rusentrel',
  title: 'RuSentRel',
  extensions: ['ann'],
  takes: 'text',
  fits: () => false,
  beside: (name) => [textOf(name), opinionsOf(name)],
  read: (source) => readBrat(source, source.beside.get(opinionsOf(source.name))),
}

const readBrat = ({ name, content, beside }: ForeignText, opinionList = ''): ForeignFile => {
  const raw = beside.get(textOf(name))
  if (raw === undefined) return { documents: [], problems: [{ line: 1, reason: 'no-text', detail: textOf(name) }] }
  const { spans, relations, problems } = readLines(content.replace(/^\uFEFF/, '').split(/\r?\n/))
  if (problems.length > 0 && spans.length === 0 && relations.length === 0)
    return { documents: [], problems: [{ line: problems[0]?.line ?? 1, reason: 'format' }] }
  const opinions = opinionsIn(opinionList, spans)
  const draft = { name: textOf(name), raw, spans, relations: [...relations, ...opinions.relations] }
  const file = placed([draft], problems, definedInCodePoints(false))
  const unread = opinions.unread.map((line) => ({ what: `${opinionsOf(name)}: ${line}`, count: 1 }))
  return unread.length > 0 ? { ...file, unread } : file
}

const textOf = (name: string): string => name.replace(/\.ann$/i, '.txt')
const opinionsOf = (name: string): string => name.replace(/\.ann$/i, '.opin.txt')

type Problem = ForeignProblem & { line: number }
type Trouble = { reason: ForeignReason; detail?: string }

/** What a line is about may stand further down, so that lines are taken in this order. */
const passes = [/^T/, /^E/, /^R/, /^\*/, /^[AMN#]/]

const readLines = (lines: readonly string[]) => {
  const spans = new Map<string, DraftSpan>()
  const relations = new Map<string, DraftRelation>()
  /** Event → trigger. */
  const triggers = new Map<string, string>()
  const problems: Problem[] = []
  const spanId = (id: string): string => triggers.get(id) ?? id
  const about = (id: string) => spans.get(spanId(id)) ?? relations.get(id)

  const takers: ((line: string, at: { line: number }) => Trouble | undefined)[] = [
    (line, at) => {
      const [, id, layer, places, quote] = /^(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(line) ?? []
      if (!id || !layer || !places) return { reason: 'value', detail: line }
      if (spans.has(id)) return { reason: 'twice', detail: id }
      const fragments = places.split(';').map((place) => {
        const [start = 0, end = 0] = place.split(' ').map(Number)
        return { start, end }
      })
      spans.set(id, { id, layer, fragments, features: {}, quote, at })
    },
    (line, at) => {
      const [, id, trigger, rest = ''] = /^(E\S+)\t[^\s:]+:(\S+)((?: +[^\s:]+:\S+)*) *$/.exec(line) ?? []
      if (!id || !trigger) return { reason: 'value', detail: line }
      if (triggers.has(id)) return { reason: 'twice', detail: id }
      if (!spans.has(trigger)) return { reason: 'reference', detail: trigger }
      triggers.set(id, trigger)
      for (const [index, argument] of rest.trim().split(/ +/).filter(Boolean).entries()) {
        const [role = '', to = ''] = argument.split(':')
        const key = `${id}.${index + 1}`
        relations.set(key, { id: key, layer: role.replace(/\d+$/, ''), from: trigger, to, features: {}, at })
      }
    },
    (line, at) => {
      const [, id, layer, from, to] = /^(R\S+)\t(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)\s*$/.exec(line) ?? []
      if (!id || !layer || !from || !to) return { reason: 'value', detail: line }
      if (relations.has(id)) return { reason: 'twice', detail: id }
      relations.set(id, { id, layer, from: spanId(from), to: spanId(to), features: rolesOf(line), at })
    },
    (line, at) => {
      const [, layer, list] = /^\*\t(\S+) (\S+ \S.*)$/.exec(line) ?? []
      if (!layer || !list) return { reason: 'value', detail: line }
      const members = list.trim().split(/ +/).map(spanId)
      for (const [index, to] of members.slice(1).entries()) {
        const from = members[index] ?? ''
        const id = `*${layer} ${from} ${to}`
        relations.set(id, { id, layer, from, to, features: {}, at })
      }
    },
    (line) => {
      const [, kind = '', name = '', id = '', value] = /^([AMN#])\S*\t(\S+) (\S+)(?:[\t ](.*))?$/.exec(line) ?? []
      if (!kind || (kind === '#' && value === undefined)) return { reason: 'value', detail: line }
      const subject = about(id)
      if (!subject) return { reason: 'reference', detail: id }
      if (kind === '#' && name === remark) subject.note = [subject.note, value].filter(Boolean).join('\n')
      else if (kind === '#') add(subject.features, noteFeature(name), value, '\n')
      else if (kind === 'N') add(subject.features, name, value?.split('\t')[0], ' ')
      else if (isOther(subject.features[name], value)) return { reason: 'several-values', detail: line }
      else set(subject.features, name, value)
      return undefined
    },
  ]

  for (const [index, content] of lines.entries()) {
    if (content.trim() !== '' && !passes.some((pass) => pass.test(content)))
      problems.push({ line: index + 1, reason: 'value', detail: content })
  }
  for (const [pass, pattern] of passes.entries()) {
    for (const [index, content] of lines.entries()) {
      const trouble = pattern.test(content) ? takers[pass]?.(content, { line: index + 1 }) : undefined
      if (trouble) problems.push({ line: index + 1, ...trouble })
    }
  }
  // An argument may name an event that stands further down.
  for (const relation of relations.values()) relation.to = spanId(relation.to)
  return { spans: [...spans.values()], relations: [...relations.values()], problems }
}

/** What people write; programs have other types of notes, which are features: a mark before the type tells them from attributes. */
const remark = 'AnnotatorNotes'
export const noteMark = '#'
const noteFeature = (type: string): string => `${noteMark}${type}`

/** Relations call their ends so, unless they have names of their own, which are features of the relation. */
export const ends = ['Arg1', 'Arg2'] as const

const rolesOf = (line: string): Record<string, ForeignValue> => {
  const [, from = '', to = ''] = /^\S+\t\S+ ([^\s:]+):\S+ ([^\s:]+):/.exec(line) ?? []
  return from === ends[0] && to === ends[1] ? {} : { [ends[0]]: from, [ends[1]]: to }
}

type Features = Record<string, ForeignValue>

const valueIn = (value: string | undefined): ForeignValue => value || true

/** Two events may have one trigger, and say different things of it. */
const isOther = (known: ForeignValue | undefined, value: string | undefined): boolean =>
  known !== undefined && known !== valueIn(value)

const set = (features: Features, name: string, value: string | undefined): void => {
  if (name !== '__proto__') features[name] = valueIn(value)
}

/** Of several values all, each once. */
const add = (features: Features, name: string, value: string | undefined, between: string): void => {
  const known = features[name]
  const all = typeof known === 'string' ? known.split(between) : []
  if (value) set(features, name, [...new Set([...all, value])].join(between))
}
