/** A small bundle with every kind of record, over a text with characters outside the BMP. Offsets in code points. */
import type { Annotation } from '../../src/core/annotation.ts'
import type { Bundle } from '../../src/core/bundle-schema.ts'
import {
  annotationOrder,
  byId,
  canonicalText,
  conflictOrder,
  inOrder,
  tombstoneOrder,
} from '../../src/core/canonical.ts'
import { articleIdOf, digestOf } from '../../src/core/digest.ts'
import { attributeId, linkTypeId, progressId } from '../../src/core/ids.ts'
import type { Fragment, Target } from '../../src/core/span.ts'

export const text =
  '🕊 Итоги встречи\n\n' +
  'Посредник сообщил агентству, что министр 🇺🇳 согласится на перемирие, если стороны вернут пленных. ' +
  '«Мы не отступим», — возразил министр.\n\nАгентство не смогло это проверить.'

const id = (n: number): string => `01990000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const articleId = articleIdOf(text)
const me = id(1)
const replica = id(2)
const stamp = {
  version: { [replica]: 1 },
  createdAt: '2025-09-01T09:00:00.000Z',
  createdBy: me,
  modifiedAt: '2025-09-01T09:00:00.000Z',
  modifiedBy: me,
}

/** Where the nth occurrence of a quote stands, in code points. */
export const fragmentOf = (quote: string, nth = 1): Fragment => {
  const points = [...text]
  const wanted = [...quote]
  let seen = 0
  for (let start = 0; start < points.length; start++) {
    if (wanted.every((point, i) => points[start + i] === point) && ++seen === nth) {
      return { start, end: start + wanted.length, quote }
    }
  }
  throw new Error(`no ${quote}`)
}

const spanOf = (quote: string) => {
  const { start, end } = fragmentOf(quote)
  return { start, end }
}

const targetOf = (...fragments: Fragment[]): Target => {
  const points = [...text]
  const start = fragments[0]?.start ?? 0
  const end = fragments.at(-1)?.end ?? 0
  return {
    fragments,
    prefix: points.slice(Math.max(0, start - 32), start).join(''),
    suffix: points.slice(end, end + 32).join(''),
  }
}

const annotation = {
  articleId,
  annotatorId: me,
  attributes: {},
  certainty: 'sure',
  origin: 'manual',
  anchor: 'exact',
} as const

const annotations: Annotation[] = [
  {
    ...annotation,
    ...stamp,
    id: id(20),
    type: 'actor',
    target: targetOf(fragmentOf('министр')),
    codes: [id(10)],
    basedOn: [],
    body: { actorId: id(30), mention: 'nominal' },
  },
  {
    ...annotation,
    ...stamp,
    id: id(21),
    type: 'position',
    target: targetOf(fragmentOf('министр 🇺🇳 согласится'), fragmentOf('перемирие')),
    codes: [],
    basedOn: [],
    attributes: { days: 3 },
    body: {
      holders: [{ annotation: id(20) }],
      issueId: id(40),
      stance: 'support',
      strength: 'hedged',
      condition: { text: 'возврат пленных', fragments: [fragmentOf('если'), fragmentOf('вернут пленных')] },
      toward: id(31),
      attribution: [
        {
          sources: [{ actor: id(31) }],
          cue: [fragmentOf('сообщил')],
          basis: 'cue',
          mode: 'indirect',
          addressees: [{ implicit: true }],
        },
        { sources: [{ actor: id(32) }], cue: [], basis: 'publisher' },
      ],
    },
    note: '«если» — условие',
  },
  {
    ...annotation,
    ...stamp,
    id: id(22),
    type: 'claim',
    target: targetOf(fragmentOf('«Мы не отступим»')),
    codes: [id(11), id(12)],
    basedOn: [id(20), id(21)],
    body: {
      paraphrase: 'Отступления не будет.',
      modality: 'denied',
      issueIds: [id(40), id(41)],
      evidenceFor: [id(21)],
      attribution: [{ sources: [{ annotation: id(20) }], cue: [fragmentOf('возразил')], basis: 'cue', mode: 'direct' }],
    },
  },
]

export const sampleBundle = (): Bundle => {
  const bundle: Bundle = {
    format: 'actant-bundle',
    formatVersion: '1.0',
    offsetUnit: 'codepoint',
    textNormalization: 'lf1',
    generator: { name: 'test', version: '1' },
    project: { id: id(3), title: 'Проба', part: { reason: 'одна статья' } },
    annotators: [{ ...stamp, id: me, name: 'Анна', kind: 'person', team: 'A' }],
    codebook: {
      codes: [
        { ...stamp, id: id(10), type: 'actor', key: 'state', label: { ru: 'Государство' }, examples: ['Б', 'А'] },
        {
          ...stamp,
          id: id(11),
          type: 'claim',
          key: 'refusal',
          label: { ru: 'Отказ', en: 'Refusal' },
          rank: 1,
          definition: 'Отказ отступать',
          examples: [],
          color: '#aa00ff',
          hotkey: 'r',
        },
        {
          ...stamp,
          id: id(12),
          type: 'claim',
          key: 'old',
          label: { en: 'Old' },
          parent: id(11),
          examples: [],
          retired: true,
          mergedInto: id(11),
        },
      ],
      attributes: [
        {
          ...stamp,
          id: attributeId('position', 'days'),
          type: 'position',
          key: 'days',
          label: { ru: 'Дней' },
          valueType: 'number',
          values: [],
          required: false,
        },
        {
          ...stamp,
          id: attributeId('actor', 'form'),
          type: 'actor',
          key: 'form',
          label: { ru: 'Форма' },
          valueType: 'enum',
          values: [{ key: 'short', label: { ru: 'краткая' } }],
          required: true,
        },
      ],
      linkTypes: [
        {
          ...stamp,
          id: linkTypeId('accuses'),
          key: 'accuses',
          label: { ru: 'обвиняет' },
          from: ['claim'],
          to: ['actor', 'actorEntry'],
          symmetric: false,
        },
      ],
    },
    actors: [
      {
        ...stamp,
        id: id(30),
        name: 'Министр',
        actorType: 'person',
        aliases: [{ text: 'глава МИД', lang: 'ru', kind: 'descriptor' }],
        memberOf: [id(31)],
        wikidata: 'Q42',
        note: 'выдуман',
      },
      { ...stamp, id: id(31), name: 'Посредник', actorType: 'person', aliases: [], memberOf: [] },
      {
        ...stamp,
        id: id(32),
        name: 'Агентство',
        actorType: 'outlet',
        aliases: [],
        memberOf: [],
        mergedInto: id(31),
        ext: { 'x-rank': [1, null, { а: 'б' }] },
      },
    ],
    issues: [
      { ...stamp, id: id(40), name: 'Перемирие', rank: 0, description: 'Прекращение огня' },
      { ...stamp, id: id(41), name: 'Пленные', parent: id(40), mergedInto: id(40) },
    ],
    articles: [
      {
        ...stamp,
        id: articleId,
        text,
        textRevision: 0,
        blocks: [
          { type: 'heading', start: 0, end: 15, level: 1 },
          { type: 'paragraph', start: 17, end: fragmentOf('возразил министр.').end },
          { ...spanOf('Агентство не смогло это проверить.'), type: 'listItem', ordered: true, depth: 1 },
        ],
        marks: [
          { type: 'bold', start: 2, end: 7 },
          { type: 'link', start: 17, end: 26, href: 'https://example.org/' },
        ],
        title: 'Итоги встречи',
        outlet: { name: 'Вестник', actorId: id(32) },
        author: 'А. Б.',
        publishedAt: '2025-09-01',
        url: 'https://example.org/1',
        language: 'ru',
        licence: 'CC0-1.0',
        relays: { title: 'Talks', outlet: { name: 'Agency' }, url: 'http://example.org/2', language: 'en' },
        source: {
          fileName: 'итоги.txt',
          mediaType: 'text/plain',
          encoding: 'utf-8',
          reader: 'text/1',
          digest: articleIdOf(text),
        },
      },
    ],
    annotations,
    links: [
      {
        ...stamp,
        id: id(50),
        from: id(22),
        to: { annotation: id(21) },
        type: 'contradicts',
        attributes: {},
        certainty: 'unsure',
        note: 'спорно',
      },
      {
        ...stamp,
        id: id(51),
        from: id(22),
        to: { actor: id(31) },
        type: 'accuses',
        attributes: { n: true },
        certainty: 'sure',
      },
    ],
    adjudications: [
      { ...stamp, id: id(60), articleId, decidedBy: me, inputs: [id(20), id(21)], output: id(22), rule: 'вместе' },
    ],
    progress: [{ ...stamp, id: progressId(articleId, me), articleId, annotatorId: me, state: 'doing' }],
    tombstones: [
      { kind: 'annotation', id: id(70), version: { [replica]: 2 }, modifiedAt: stamp.modifiedAt, modifiedBy: me },
      {
        kind: 'article',
        id: articleIdOf('gone'),
        version: { [replica]: 2 },
        modifiedAt: stamp.modifiedAt,
        modifiedBy: me,
      },
    ],
    conflicts: [
      { kind: 'issue', record: { ...stamp, id: id(41), version: { [id(4)]: 1 }, name: 'Обмен' } },
      {
        kind: 'tombstone',
        record: { kind: 'issue', id: id(41), version: { [id(5)]: 1 }, modifiedAt: stamp.modifiedAt, modifiedBy: me },
      },
    ],
    ext: { 'org.example': { kept: true } },
  }
  bundle.codebook.attributes = inOrder(bundle.codebook.attributes, byId)
  bundle.annotations = inOrder(bundle.annotations, annotationOrder)
  bundle.tombstones = inOrder(bundle.tombstones, tombstoneOrder)
  bundle.conflicts = inOrder(bundle.conflicts, conflictOrder)
  // Through text, so that no two records share a part and a test can change one alone.
  return JSON.parse(JSON.stringify(bundle))
}

/** The canonical file, with its digest. */
export const fileOf = (bundle: object): string => {
  const { digest: _digest, ...rest } = { digest: undefined, ...bundle }
  return canonicalText({ ...rest, digest: digestOf(canonicalText(rest)) })
}
