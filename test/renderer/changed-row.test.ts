import { expect, test } from 'vitest'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import { changedRow, lossesOf } from '../../src/renderer/src/data/changed-row.ts'

const text = 'Лавров отверг план.'
const me = '01990000-0000-7000-8000-000000000001'
const draft = {
  id: '01990000-0000-7000-8000-000000000002',
  articleId: `sha256:${'0'.repeat(64)}`,
  type: 'claim' as const,
  fragments: [{ start: 0, end: 6 }],
}
const attribution = [{ sources: [{ implicit: true as const }], cue: [], basis: 'context' as const }]
const bare = draftRow(draft, text, me)
const claim = changedRow(
  { ...bare, codes: [me], note: 'проверить' },
  { body: { issueIds: [], evidenceFor: [], modality: 'denied', attribution } },
  text,
)

test('a row on other fragments has their words', () => {
  const moved = changedRow({ ...claim, anchor: 'reanchored' }, { fragments: [{ start: 7, end: 13 }] }, text)
  expect(moved.target.fragments).toEqual([{ start: 7, end: 13, quote: 'отверг' }])
  expect(moved).toMatchObject({ anchor: 'exact', note: 'проверить', body: claim.body })
})

test('another type keeps the chain of speakers where it has one, and the note', () => {
  const position = changedRow(claim, { type: 'position' }, text)
  expect(position).toMatchObject({ type: 'position', note: 'проверить', codes: [], body: { holders: [], attribution } })
  expect(changedRow(claim, { type: 'actor' }, text)).toMatchObject({ type: 'actor', body: {} })
})

test('what another type would lose is named', () => {
  expect(lossesOf(bare, 'position')).toEqual([])
  expect(lossesOf(claim, 'position')).toEqual(['modality', 'codes'])
  expect(lossesOf(claim, 'actor')).toEqual(['modality', 'attribution', 'codes'])
})
