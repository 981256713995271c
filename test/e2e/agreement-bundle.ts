/** Two annotators' work on two articles of our own making, as a colleague's bundle brings it. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../src/core/canonical.ts'
import { anna } from './app.ts'

const boris = '01920000-0000-7000-8000-0000000000b0'
const replica = '01920000-0000-7000-8000-0000000000c0'
const tariffs = '01920000-0000-7000-8000-0000000000d0'
const time = '2026-01-02T03:04:05.678Z'
const stamp = { version: { [replica]: 1 }, createdAt: time, createdBy: boris, modifiedAt: time, modifiedBy: boris }

export const harbour =
  'The port of Varna will grow. Mayor Iliev supports the new pier, he said on Monday. Fishermen oppose it, and the council is split over the cost.'
export const bridge = 'The old bridge stays closed. Engineers want it torn down, while residents ask for repairs.'

type Made = { text: string; quote: string; by: string; type: 'actor' | 'position'; stance?: string }

const made: Made[] = [
  { text: harbour, quote: 'Mayor Iliev', by: anna.id, type: 'actor' },
  { text: harbour, quote: 'Mayor Iliev', by: boris, type: 'actor' },
  { text: harbour, quote: 'Fishermen', by: anna.id, type: 'actor' },
  { text: harbour, quote: 'the council', by: anna.id, type: 'actor' },
  { text: harbour, quote: 'council', by: boris, type: 'actor' },
  { text: harbour, quote: 'supports the new pier', by: anna.id, type: 'position', stance: 'support' },
  { text: harbour, quote: 'supports the new pier', by: boris, type: 'position', stance: 'support' },
  { text: harbour, quote: 'oppose it', by: anna.id, type: 'position', stance: 'oppose' },
  { text: harbour, quote: 'Fishermen oppose it', by: boris, type: 'position', stance: 'oppose' },
  { text: harbour, quote: 'the council is split over the cost', by: anna.id, type: 'position', stance: 'ambiguous' },
  { text: harbour, quote: 'is split over the cost', by: boris, type: 'position', stance: 'neutral' },
  { text: bridge, quote: 'Engineers', by: anna.id, type: 'actor' },
  { text: bridge, quote: 'residents', by: boris, type: 'actor' },
  { text: bridge, quote: 'want it torn down', by: anna.id, type: 'position', stance: 'oppose' },
  { text: bridge, quote: 'want it torn down', by: boris, type: 'position', stance: 'support' },
]

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** @param whose names of those whose work is left in it */
export const agreementBundle = (...whose: string[]): string => {
  const annotators = [
    { ...stamp, id: anna.id, name: anna.name, kind: 'person' },
    { ...stamp, id: boris, name: '=Boris', kind: 'person' },
  ].filter(({ name }) => whose.length === 0 || whose.includes(name))
  const bundle = {
    format: 'actant-bundle',
    formatVersion: '1.0',
    offsetUnit: 'codepoint',
    textNormalization: 'lf1',
    generator: { name: 'test', version: '1' },
    project: { id: '01920000-0000-7000-8000-0000000000e0', title: 'Varna' },
    annotators,
    codebook: { codes: [], attributes: [], linkTypes: [] },
    actors: [],
    issues: [{ ...stamp, id: tariffs, name: 'The new pier' }],
    articles: [
      { text: harbour, title: 'The port will grow' },
      { text: bridge, title: '+The bridge' },
    ].map(({ text, title }) => ({
      ...stamp,
      id: idOf(text),
      text,
      title,
      textRevision: 0,
      blocks: [{ type: 'paragraph', start: 0, end: text.length }],
      marks: [],
    })),
    annotations: made.map(annotation).filter(({ annotatorId }) => annotators.some(({ id }) => id === annotatorId)),
    links: [],
    adjudications: [],
    progress: [],
    tombstones: [],
    conflicts: [],
  }
  return canonicalText({
    ...bundle,
    digest: `sha256:${createHash('sha256').update(canonicalText(bundle)).digest('hex')}`,
  })
}

const annotation = ({ text, quote, by, type, stance }: Made, index: number) => {
  const start = text.indexOf(quote)
  const end = start + quote.length
  return {
    ...stamp,
    id: `01920000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    articleId: idOf(text),
    annotatorId: by,
    type,
    target: {
      fragments: [{ start, end, quote }],
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    },
    codes: [],
    attributes: {},
    body: type === 'actor' ? {} : { holders: [], stance, issueId: tariffs, attribution: [] },
    certainty: 'sure',
    origin: 'manual',
    basedOn: [],
    anchor: 'exact',
  }
}
