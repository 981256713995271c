import { expect, test } from 'vitest'
import { listedIssues } from '../../src/renderer/src/registry/issue-tree.ts'
import { placeAt } from '../../src/renderer/src/registry/tree.ts'
import type { Drop } from '../../src/renderer/src/registry/tree-drag.ts'

const issue = (id: string, more: { parent?: string; rank?: number; mergedInto?: string } = {}) => ({
  id,
  name: `issue ${id}`,
  version: {},
  createdAt: '',
  createdBy: '',
  modifiedAt: '',
  modifiedBy: '',
  ...more,
})

// a (b (c), d), e; x is merged into e.
const tree = [
  issue('a', { rank: 1 }),
  issue('b', { parent: 'a', rank: 1 }),
  issue('c', { parent: 'b' }),
  issue('d', { parent: 'a', rank: 2 }),
  issue('e', { rank: 2 }),
  issue('x', { mergedInto: 'e' }),
]
const dropped = (id: string, key: string, zone: Drop['zone']) => {
  const dragged = tree.find((one) => one.id === id)
  return dragged && placeAt(tree, dragged, { key, zone })
}

test('a drop goes before or after a row, or under it', () => {
  expect(dropped('e', 'a', 'before')).toEqual({ parent: null, before: 'a' })
  expect(dropped('e', 'c', 'after')).toEqual({ parent: 'b', before: null })
  expect(dropped('e', 'd', 'in')).toEqual({ parent: 'd', before: null })
  expect(dropped('c', 'd', 'before')).toEqual({ parent: 'a', before: 'd' })
})

test('after a row that has others under it is in front of those', () => {
  expect(dropped('e', 'a', 'after')).toEqual({ parent: 'a', before: 'b' })
  expect(dropped('d', 'b', 'after')).toEqual({ parent: 'b', before: 'c' })
})

test('nothing goes under itself, to a merged one, or to where it is', () => {
  expect(dropped('a', 'c', 'in')).toBeUndefined()
  expect(dropped('a', 'a', 'after')).toBeUndefined()
  expect(dropped('d', 'x', 'before')).toBeUndefined()
  expect(dropped('d', 'a', 'in')).toBeUndefined()
  expect(dropped('b', 'd', 'before')).toBeUndefined()
})

test('issues without a rank stand last, by name', () => {
  const list = [issue('2'), issue('1'), issue('3', { rank: 9 })]
  expect(listedIssues(list, '').map(({ entry }) => entry.id)).toEqual(['3', '1', '2'])
})
