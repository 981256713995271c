/** A small bundle made from a text and the places to be tagged in it, as another program would write one. */
import { createHash } from 'node:crypto'
import { canonicalText } from '../../src/core/canonical.ts'

const person = '0199a000-0000-7000-8000-000000000001'
const replica = '0199a000-0000-7000-8000-000000000002'
const time = '2026-01-02T03:04:05.678Z'
const stamp = {
  version: { [replica]: 1 },
  createdAt: time,
  createdBy: person,
  modifiedAt: time,
  modifiedBy: person,
}

/** Offsets in Unicode code points. */
export type Place = { start: number; end: number; quote: string }
export type BundleChange = (bundle: Bundle) => void
export type Bundle = ReturnType<typeof content>

export const articleId = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

/** @param change made before the digest is taken */
export const bundleOf = (text: string, places: Place[], change: BundleChange = () => {}): string => {
  const bundle = content(text, places)
  change(bundle)
  const digest = `sha256:${createHash('sha256').update(canonicalText(bundle)).digest('hex')}`
  return canonicalText({ ...bundle, digest })
}

const content = (text: string, places: Place[]) => ({
  format: 'actant-bundle',
  formatVersion: '1.0',
  offsetUnit: 'codepoint',
  textNormalization: 'lf1',
  generator: { name: 'test', version: '1' },
  project: { id: '0199a000-0000-7000-8000-000000000003', title: 'Чужой проект' },
  annotators: [{ ...stamp, id: person, name: 'Анна', kind: 'person' }],
  codebook: { codes: [], attributes: [], linkTypes: [] },
  actors: [],
  issues: [],
  articles: [
    {
      ...stamp,
      id: articleId(text),
      text,
      textRevision: 0,
      blocks: [{ type: 'paragraph', start: 0, end: [...text].length }],
      marks: [],
    },
  ],
  annotations: places.map(({ start, end, quote }, index) => annotation(text, index, { start, end, quote })),
  links: [],
  adjudications: [],
  progress: [],
  tombstones: [],
  conflicts: [],
})

const annotation = (text: string, index: number, place: Place) => {
  const points = [...text]
  return {
    ...stamp,
    id: `0199a000-0000-7000-9000-${String(index).padStart(12, '0')}`,
    articleId: articleId(text),
    annotatorId: person,
    type: 'actor',
    target: {
      fragments: [place],
      prefix: points.slice(Math.max(0, place.start - 32), place.start).join(''),
      suffix: points.slice(place.end, place.end + 32).join(''),
    },
    codes: [] as string[],
    attributes: {},
    body: {} as { actorId?: string },
    certainty: 'sure',
    origin: 'manual',
    basedOn: [] as string[],
    anchor: 'exact',
  }
}
