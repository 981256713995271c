import { expect, it } from 'vitest'
import { actant, succeed, write } from './actant.ts'
import { exported } from './bundle-commands.ts'
import { parsed } from './json-forms.ts'
import { articleId, bundleOf } from './sample-bundle.ts'

const text = 'Anna met Boris in Geneva, and Clara met David in Minsk.'
const people = ['0199a000-0000-7000-8000-0000000000b2', '0199a000-0000-7000-8000-0000000000c3']
const place = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote })

/** The first annotator tags two places; the second the first of them and another, the third only one. */
const project = async () => {
  const bundle = bundleOf(text, ['Anna', 'Geneva', 'Anna', 'Minsk', 'Minsk'].map(place), (bundle) => {
    const [anna] = bundle.annotators
    for (const [index, id] of people.entries())
      if (anna) bundle.annotators.push({ ...anna, id, name: `No. ${index + 2}` })
    for (const [index, whose] of [0, 0, 1, 1, 2].entries()) {
      const annotation = bundle.annotations[index]
      if (annotation && whose > 0) annotation.annotatorId = people[whose - 1] ?? ''
    }
  })
  write('three.json', bundle)
  await succeed('new', 'p.actant')
  // That the small bundle is in no canonical order is a finding.
  expect((await actant(['merge', 'p.actant', 'three.json'])).code).toBeLessThanOrEqual(1)
}

const decided = async (...args: string[]) =>
  parsed('adjudicate', await succeed('adjudicate', 'p.actant', '--rule', 'exact-match', ...args, '--json'))

const two = ['--annotator', 'Анна', '--annotator', 'No. 2']

it('takes over what the chosen annotators agree on, once, and says what is left', async () => {
  await project()
  expect(await decided()).toMatchObject({ accepted: 0, open: 3, decided: 0 })
  const would = await decided(...two, '--dry-run')
  expect(would).toMatchObject({ dryRun: true, accepted: 1, open: 2, decided: 0 })
  expect((await exported()).adjudications).toEqual([])
  expect(await decided(...two)).toEqual({ ...would, dryRun: false })
  const { adjudications, annotations, annotators } = await exported()
  expect(adjudications).toMatchObject([{ rule: 'exact-match', articleId: articleId(text) }])
  const [{ inputs, output }] = adjudications
  const gold = annotations.find(({ id }: { id: string }) => id === output)
  expect(gold).toMatchObject({ origin: 'adjudication', basedOn: inputs, target: { fragments: [place('Anna')] } })
  expect(annotators.map(({ id }: { id: string }) => id)).toContain(gold.annotatorId)
  expect(await decided(...two)).toMatchObject({ accepted: 0, open: 2, decided: 1 })
  expect((await exported()).adjudications).toEqual(adjudications)
})

it('what it writes is a sound bundle', async () => {
  await project()
  await decided(...two)
  await succeed('export', 'p.actant', '-o', 'out.json')
  expect((await actant(['validate', 'out.json'])).code).toBe(0)
  expect((await actant(['check', 'p.actant'])).code).toBe(0)
})

it('tells a person by article, in English and Russian', async () => {
  await project()
  const english = await succeed('adjudicate', 'p.actant', '--rule', 'exact-match', ...two)
  expect(english).toContain('1 agreed place taken over; 2 differences are open')
  expect(english).toMatch(/Anna met Boris.* 1 +2 +0/)
  const russian = await succeed('adjudicate', 'p.actant', '--rule', 'exact-match', '--lang', 'ru', ...two)
  expect(russian).toContain('осталось 2 расхождения')
  await succeed('new', 'empty.actant')
  expect(await succeed('adjudicate', 'empty.actant', '--rule', 'exact-match')).toContain('actant merge')
})

it('without a rule, or with a wrong name, nothing happens', async () => {
  await project()
  for (const args of [
    [],
    ['--rule', 'majority'],
    ['--rule', 'exact-match', '--annotator', 'Nobody', '--annotator', 'Анна'],
  ]) {
    const { code, out } = await actant(['adjudicate', 'p.actant', ...args])
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
  }
  expect((await exported()).adjudications).toEqual([])
})
