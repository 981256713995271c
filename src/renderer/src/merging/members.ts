/** The members of records that are told of in words. */
import type { Words } from '../app/words.tsx'
import type { Names } from '../panes/names.ts'

/** The members that are told of, those of the body too. */
export const members = [
  'target',
  'type',
  'codes',
  'attributes',
  'certainty',
  'note',
  'origin',
  'basedOn',
  'anchor',
  'articleId',
  'annotatorId',
  'actorId',
  'mention',
  'holders',
  'issueId',
  'stance',
  'strength',
  'condition',
  'toward',
  'attribution',
  'paraphrase',
  'modality',
  'issueIds',
  'evidenceFor',
  'name',
  'actorType',
  'aliases',
  'memberOf',
  'wikidata',
  'mergedInto',
  'parent',
  'rank',
  'description',
  'key',
  'label',
  'definition',
  'examples',
  'color',
  'hotkey',
  'retired',
  'valueType',
  'values',
  'required',
  'from',
  'to',
  'symmetric',
  'text',
  'textRevision',
  'blocks',
  'marks',
  'title',
  'outlet',
  'author',
  'publishedAt',
  'url',
  'language',
  'licence',
  'relays',
  'source',
  'kind',
  'team',
  'decidedBy',
  'inputs',
  'output',
  'rule',
  'state',
] as const

export type Member = (typeof members)[number]

export const isMember = (name: string): name is Member => members.some((member) => member === name)

/** What is not said is absent. */
export type MemberWords = { [K in Member]?: string | undefined }

/** What the words need: the record itself may refer to anything. */
export type Telling = { words: Words; names: Names; articleName(id: string): string; linkName(key: string): string }

export const list = (parts: readonly string[]): string | undefined => parts.join(', ') || undefined
