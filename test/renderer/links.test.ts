/** What the cards show of links, and what the picker offers as their other end. */
import { expect, test } from 'vitest'
import type { Annotation } from '../../src/core/annotation.ts'
import type { LinkType } from '../../src/core/codebook.ts'
import type { Link } from '../../src/core/records.ts'
import { wordsIn } from '../../src/renderer/src/app/words.tsx'
import { draftRow } from '../../src/renderer/src/data/annotation-rows.ts'
import { linkBook } from '../../src/renderer/src/links/link-book.ts'
import { letterOf, linkName, rulesFrom } from '../../src/renderer/src/links/link-types.ts'
import { linkedAlready, possibleEnds } from '../../src/renderer/src/links/possible-ends.ts'

const stamp = { version: {}, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' }
const link = (id: string, from: string, type: string, to: Link['to']): Link => ({
  ...stamp,
  id,
  from,
  to,
  type,
  attributes: {},
  certainty: 'sure',
})
const row = (id: string, type: Annotation['type'], start: number): Annotation =>
  draftRow({ id, articleId: 'here', type, fragments: [{ start, end: start + 2 }] }, 'x'.repeat(100), 'me')
const linkType = (key: string, more: Partial<LinkType> = {}): LinkType => ({
  ...stamp,
  id: key,
  key,
  label: { ru: 'вторит' },
  from: ['claim'],
  to: ['claim', 'actor', 'actorEntry'],
  symmetric: false,
  ...more,
})

test('a link stands at both of its ends: away first, then without direction, then coming in', () => {
  const far = { ...row('far', 'claim', 0), articleId: 'there' }
  const book = linkBook(
    [
      link('1', 'b', 'supports', { annotation: 'a' }),
      link('2', 'a', 'contradicts', { annotation: 'b' }),
      link('3', 'a', 'questions', { annotation: 'far' }),
      link('4', 'a', 'accuses', { actor: 'x' }),
      link('5', 'c', 'twin', { annotation: 'a' }),
    ],
    [far],
    [linkType('twin', { symmetric: true })],
  )
  expect(book.of('a').map(({ link, way, to }) => [link.id, way, to])).toEqual([
    ['3', 'out', { annotation: 'far' }],
    ['4', 'out', { actor: 'x' }],
    ['2', 'both', { annotation: 'b' }],
    ['5', 'both', { annotation: 'c' }],
    ['1', 'in', { annotation: 'b' }],
  ])
  expect(book.of('a')[0]?.far).toBe(far)
  expect(book.of('b').map(({ link, way }) => [link.id, way])).toEqual([
    ['1', 'out'],
    ['2', 'both'],
  ])
  expect(book.of('nobody')).toEqual([])
  expect([...linkedAlready(book.of('b'), 'contradicts')]).toEqual(['a'])
  expect([...linkedAlready(book.of('a'), 'supports')]).toEqual([])
})

test('types of one’s own begin where they may, with a digit; the label is in the interface’s language or in the other one', () => {
  const own = [linkType('echoes'), linkType('twin', { from: ['position'], label: { en: 'same as' } })]
  const rules = rulesFrom('claim', own)
  expect(rules.map(({ key }) => [key, letterOf(rules, key)])).toEqual([
    ['supports', 'S'],
    ['contradicts', 'C'],
    ['questions', 'Q'],
    ['echoes', '1'],
  ])
  expect(rulesFrom('actor', own)).toEqual([])
  const [en, ru] = [wordsIn('en'), wordsIn('ru')]
  expect(linkName(en, own, 'supports', 'out')).toBe('supports')
  expect(linkName(en, own, 'supports', 'in')).toBe('supported by')
  expect(linkName(en, own, 'echoes', 'out')).toBe('вторит')
  expect(linkName(ru, own, 'twin', 'both')).toBe('same as')
  expect(linkName(en, own, 'no such type', 'out')).toBe('no such type')
})

test('positions and claims are offered before mentions, the nearest first, and never the annotation itself', () => {
  const rows = [row('m', 'actor', 40), row('p', 'position', 10), row('c', 'claim', 50), row('x', 'claim', 44)]
  const from = rows[3] as Annotation
  const offered = (to: LinkType['to']) => possibleEnds(rows, from, { to }).map(({ id }) => id)
  expect(offered(['position', 'claim'])).toEqual(['c', 'p'])
  expect(offered(['claim', 'actor', 'actorEntry'])).toEqual(['c', 'm'])
})

test('thousands of links are read once', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => String(index).padStart(5, '0'))
  const links = ids.map((id, index) => link(id, id, 'supports', { annotation: ids[(index * 7) % ids.length] ?? '' }))
  const begun = performance.now()
  const book = linkBook(links, [], [])
  expect(ids.reduce((sum, id) => sum + book.of(id).length, 0)).toBe(40_000)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
