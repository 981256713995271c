import { expect, test } from 'vitest'
import { linesIn } from '../../src/core/entry-lines.ts'

test.each([
  ['what stands alone', [{ id: 'a' }], 'a', ['a']],
  ['what is not here', [{ id: 'a' }], 'b', ['b']],
  ['a part of a part', [{ id: 'a', parent: 'b' }, { id: 'b', parent: 'c' }, { id: 'c' }], 'a', ['a', 'b', 'c']],
  [
    'what was merged, twice over',
    [{ id: 'a', mergedInto: 'b' }, { id: 'b', mergedInto: 'c' }, { id: 'c' }],
    'a',
    ['c'],
  ],
  ['a part of what was merged', [{ id: 'a', parent: 'b' }, { id: 'b', mergedInto: 'c' }, { id: 'c' }], 'a', ['a', 'c']],
  ['what was merged into something that is gone', [{ id: 'a', mergedInto: 'gone' }], 'a', ['a']],
  [
    'a circle of parts',
    [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
    ],
    'a',
    ['a', 'b'],
  ],
] as const)('%s', (_, entries, id, line) => {
  expect(linesIn(entries)(id)).toEqual(line)
})

test('a circle of merges ends somewhere', () => {
  const entries = [
    { id: 'a', mergedInto: 'b' },
    { id: 'b', mergedInto: 'a' },
  ]
  expect(['a', 'b']).toContain(linesIn(entries)('a')[0])
})
