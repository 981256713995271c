import { describe, expect, it } from 'vitest'
import { memberLines } from '../../src/renderer/src/adjudication/member-lines.ts'
import { emptyAdjudication, unitsShown } from '../../src/renderer/src/adjudication/state.ts'
import type { Words } from '../../src/renderer/src/app/words.tsx'
import { draftRow, withBody } from '../../src/renderer/src/data/annotation-rows.ts'
import type { Names } from '../../src/renderer/src/panes/names.ts'
import type { AdjudicationUnit } from '../../src/workbench/contract.ts'

const articleId = `sha256:${'a'.repeat(64)}`
const row = (id: string) =>
  draftRow({ id, articleId, type: 'position', fragments: [{ start: 0, end: 4 }] }, 'Киев против.', 'anna')
const unit = (id: string, state: AdjudicationUnit['state']): AdjudicationUnit => ({
  inputs: [row(id)],
  state,
  differing: [],
  missing: [],
  stacked: false,
  decisions: [],
})
const idsOf = (units: readonly AdjudicationUnit[]) => units.map(({ inputs }) => inputs[0]?.id)

describe('what is walked through', () => {
  const units = [unit('a', 'open'), unit('b', 'agreed'), unit('c', 'open'), unit('d', 'decided')]
  const state = emptyAdjudication(articleId)

  it('is of one state; what is being decided is gone at once', () => {
    expect(idsOf(unitsShown(units, state))).toEqual(['a', 'c'])
    expect(idsOf(unitsShown(units, { ...state, under: ['a'] }))).toEqual(['c'])
    expect(idsOf(unitsShown(units, { shown: 'agreed', under: ['a', 'b'] }))).toEqual([])
  })

  it('what was decided stays where it is while it is decided again', () => {
    expect(idsOf(unitsShown(units, { shown: 'decided', under: ['d'] }))).toEqual(['d'])
  })
})

it('a version shows what it says, and what only another one says as not said', () => {
  const names = { source: () => 'Киев', issue: () => 'НАТО' } as unknown as Names
  const words = { t: (key: string) => key } as Words
  const says = withBody(row('a'), { holders: [{ implicit: true }], stance: 'oppose', attribution: [] })
  expect(memberLines(says, ['stance', 'issueId'], names, words)).toEqual([
    { member: 'holders', text: 'Киев' },
    { member: 'issueId', text: undefined },
    { member: 'stance', text: 'stance.oppose' },
  ])
})
