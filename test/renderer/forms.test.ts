/** What the forms propose and how they change chains. */
import { expect, test } from 'vitest'
import type { Attribution } from '../../src/core/attribution.ts'
import type { Actor, Issue } from '../../src/core/registries.ts'
import { withCue, withMoved, withStep } from '../../src/renderer/src/forms/chain.ts'
import { findActors, findIssues } from '../../src/renderer/src/forms/search.ts'

const stamp = { version: {}, createdAt: '', createdBy: '', modifiedAt: '', modifiedBy: '' }
const actor = (id: string, name: string, more: Partial<Actor> = {}): Actor => ({
  ...stamp,
  id,
  name,
  actorType: 'person',
  aliases: [],
  memberOf: [],
  ...more,
})
const issue = (id: string, name: string, more: Partial<Issue> = {}): Issue => ({ ...stamp, id, name, ...more })

test('actors are found by the beginning of a name, by an alias, by an inflected form; merged ones are not offered', () => {
  const actors = [
    actor('a', 'Сергей Лавров', { aliases: [{ text: 'глава МИД', kind: 'descriptor' }] }),
    actor('b', 'Лавр Корнилов'),
    actor('c', 'Лавров С. В.', { mergedInto: 'a' }),
    actor('d', 'Королёв'),
  ]
  const found = (query: string) => findActors(actors, query, 8).map(({ id }) => id)
  expect(found('лавр')).toEqual(['b', 'a'])
  expect(found('мид')).toEqual(['a'])
  expect(found('Лавровым')).toContain('a')
  expect(found('королев')).toEqual(['d'])
  expect(found('')).toEqual(['d', 'b', 'a'])
})

test('issues come in the order of the tree, with the way that leads to them', () => {
  const issues = [
    issue('2', 'Газ', { rank: 2 }),
    issue('1', 'Вода', { rank: 1 }),
    issue('3', 'Попуски', { parent: '1' }),
  ]
  expect(findIssues(issues, '').map(({ issue: { id }, path }) => [id, path])).toEqual([
    ['1', ''],
    ['3', 'Вода'],
    ['2', ''],
  ])
  expect(findIssues(issues, 'вода').map(({ issue: { id } }) => id)).toEqual(['1', '3'])
})

test('a step comes inside of the outlet that publishes, and steps change places', () => {
  const speaker = withStep([], { implicit: true }, false)
  const published = withStep(speaker, { actor: 'outlet' }, true)
  const whole = withStep(published, { actor: 'agency' }, false)
  const who = (chain: Attribution) =>
    chain.map(({ sources: [first] }) => (first && 'actor' in first ? first.actor : '?'))
  expect(who(whole)).toEqual(['?', 'agency', 'outlet'])
  expect(who(withMoved(whole, 0, 1))).toEqual(['agency', '?', 'outlet'])
  expect(who(withMoved(whole, 0, -1))).toEqual(['?', 'agency', 'outlet'])
})

test('a step is known by its cue words as long as there are any', () => {
  const [step] = withStep([], { implicit: true }, false)
  if (!step) throw new Error('no step')
  const cued = withCue(step, [{ start: 0, end: 4, quote: 'said' }])
  expect(cued.basis).toBe('cue')
  expect(withCue(cued, []).basis).toBe('context')
})
