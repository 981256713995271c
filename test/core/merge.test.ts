import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { articleIdOf } from '../../src/core/digest.ts'
import { decide, kindOf, type Side } from '../../src/core/merge.ts'
import type { Tombstone } from '../../src/core/records.ts'
import type { Issue } from '../../src/core/registries.ts'

const people = ['01990000-0000-7000-8000-00000000000a', '01990000-0000-7000-8000-00000000000b'] as const
const replicas = [
  '01990000-0000-7000-8000-0000000000a1',
  '01990000-0000-7000-8000-0000000000b1',
  '01990000-0000-7000-8000-0000000000c1',
] as const
const moments = ['2025-09-01T09:00:00.000Z', '2025-09-02T09:00:00.000Z'] as const

const issue = (changes: Partial<Issue> = {}): Side => ({
  kind: 'issue',
  record: {
    id: '01990000-0000-7000-8000-000000000001',
    version: { [replicas[0]]: 1 },
    createdAt: moments[0],
    createdBy: people[0],
    modifiedAt: moments[0],
    modifiedBy: people[0],
    name: 'Перемирие',
    ...changes,
  },
})

const gone = (changes: Partial<Tombstone> = {}): Side => ({
  kind: 'tombstone',
  record: {
    kind: 'issue',
    id: '01990000-0000-7000-8000-000000000001',
    version: { [replicas[1]]: 1 },
    modifiedAt: moments[1],
    modifiedBy: people[1],
    ...changes,
  },
})

const text = 'Стороны договорились.'
/** The article as one replica imported it. */
const importedBy = (replica: string) =>
  fc
    .record({
      writes: fc.integer({ min: 1, max: 3 }),
      createdAt: fc.constantFrom(...moments),
      createdBy: fc.constantFrom(...people),
      modifiedAt: fc.constantFrom(...moments),
      modifiedBy: fc.constantFrom(...people),
      fileName: fc.constantFrom(undefined, 'a.txt', 'b.html'),
    })
    .map(({ writes, fileName, ...stamp }): { kind: 'article'; record: Article } => ({
      kind: 'article',
      record: {
        ...stamp,
        id: articleIdOf(text),
        version: { [replica]: writes },
        text,
        textRevision: 0,
        blocks: [],
        marks: [],
        ...(fileName ? { source: { fileName, reader: 'text/1', digest: articleIdOf(text) } } : {}),
      },
    }))

const joined = (a: Side, b: Side): Side => {
  const decision = decide(a, b)
  if (decision.outcome !== 'joined') throw new Error(`not joined but ${decision.outcome}`)
  return decision.side
}

describe('the decision about one record', () => {
  it('takes what is new and what has seen more, and keeps what has seen less', () => {
    const newer = issue({ version: { [replicas[0]]: 2 }, name: 'Мир' })
    expect(decide(undefined, issue())).toEqual({ outcome: 'new' })
    expect(decide(issue(), newer)).toEqual({ outcome: 'newer' })
    expect(decide(newer, issue())).toEqual({ outcome: 'older' })
    expect(decide(issue(), issue())).toEqual({ outcome: 'equal' })
    expect(decide(issue(), gone({ version: { [replicas[0]]: 2 } }))).toEqual({ outcome: 'newer' })
  })

  it('calls different concurrent writes a conflict, deletion against change among them', () => {
    const other = issue({ version: { [replicas[1]]: 1 }, name: 'Мир' })
    expect(decide(issue(), other)).toEqual({ outcome: 'concurrent' })
    expect(decide(issue(), gone())).toEqual({ outcome: 'concurrent' })
    expect(decide(issue(), issue({ version: { [replicas[1]]: 1 }, ext: { tone: 'dry' } }))).toEqual({
      outcome: 'concurrent',
    })
  })

  it('joins two deletions, and two imports of one file', () => {
    const both = { [replicas[0]]: 1, [replicas[1]]: 1 }
    const deletion = gone({ version: { [replicas[0]]: 1 }, modifiedAt: moments[0] })
    expect(joined(deletion, gone())).toEqual(gone({ version: both }))
    const again = issue({ version: { [replicas[1]]: 1 }, createdAt: moments[1], modifiedAt: moments[1] })
    expect(joined(issue(), again)).toEqual(issue({ version: both, modifiedAt: moments[1] }))
    expect(kindOf(gone())).toBe('issue')
  })

  it('joins in any order to the same record', () => {
    fc.assert(
      fc.property(importedBy(replicas[0]), importedBy(replicas[1]), importedBy(replicas[2]), (a, b, c) => {
        expect(joined(a, b)).toEqual(joined(b, a))
        expect(joined(joined(a, b), c)).toEqual(joined(a, joined(b, c)))
      }),
    )
  })
})
