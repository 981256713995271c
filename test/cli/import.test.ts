import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { importMapping } from '../../src/core/formats/mapping.ts'
import { actant, inFolder, succeed, write } from './actant.ts'
import { exported } from './bundle-commands.ts'
import { parsed } from './json-forms.ts'

const text = 'Анна встретила Бориса.\r\n🙂 Она ушла.'

const corpus = async (...more: string[]) => {
  write('corpus/a.txt', text)
  write(
    'corpus/a.ann',
    ['T1\tPerson 0 4\tАнна', 'T2\tPerson 15 21\tБориса', 'T3\tClaim 26 34\tОна ушла', ...more].join('\r\n'),
  )
  write('corpus/notes.md', 'no annotations')
  await succeed('new', 'p.actant')
}

type Made = { type: string; origin: string; target: { fragments: { quote: string }[] } }
type Person = { id: string; name: string; kind: string }

const take = ['import', 'p.actant', 'corpus', '--from', 'brat']

it('takes over a folder, once, and says how offsets were counted', async () => {
  await corpus('R1\tKnows Arg1:T1 Arg2:T2')
  const would = parsed('import', await succeed(...take, '--dry-run', '--json'))
  expect((await exported()).articles).toEqual([])
  const done = await succeed(...take)
  expect(done).toContain('new: 1 article, 3 annotations, 1 link')
  expect(done).toContain('offsets: code points, CR counted; proved by quotes (3 of 3 stand)')
  expect(would).toMatchObject({ dryRun: true, added: { article: 1, annotation: 3, link: 1, code: 1 } })
  const { annotations, annotators } = await exported()
  expect(annotations.map(({ type, origin, target }: Made) => [type, origin, target.fragments[0]?.quote])).toEqual([
    ['actor', 'import', 'Анна'],
    ['actor', 'import', 'Бориса'],
    ['claim', 'import', 'Она ушла'],
  ])
  expect(annotators.map(({ name, kind }: Person) => [name, kind])).toContainEqual(['brat', 'importer'])
  expect(await succeed(...take)).toContain('Nothing new.')
  expect((await exported()).annotations).toEqual(annotations)
})

it('what --propose prints is the mapping that is used, and can be changed', async () => {
  await corpus('R1\tKnows Arg1:T1 Arg2:T2')
  const proposed = await succeed(...take, '--propose')
  const mapping = importMapping.parse(JSON.parse(proposed))
  expect(parsed('import', await succeed(...take, '--dry-run', '--json')).mapping).toEqual(mapping)
  write('m.json', proposed.replace('"as": "claim"', '"as": "ignore"'))
  const done = await succeed(...take, '--mapping', 'm.json', '--annotator', 'Вера', '--lang', 'ru')
  expect(done).toContain('не взято: 1 × Claim (так велит таблица)')
  const { annotations, annotators } = await exported()
  expect(annotations).toHaveLength(2)
  expect(annotators.find(({ id }: Person) => id === annotations[0]?.annotatorId)).toMatchObject({
    name: 'Вера',
    kind: 'person',
  })
  write('m.json', proposed.replace('"as": "claim"', '"as": "person"'))
  const wrong = await actant([...take, '--mapping', 'm.json'])
  expect([wrong.code, wrong.out]).toEqual([3, ''])
  expect(wrong.err).toContain('/spans/')
})

it('mappings are saved in the project under names, taken by them, and removed', async () => {
  await corpus()
  write('m.json', (await succeed(...take, '--propose')).replace('"as": "claim"', '"as": "position"'))
  expect(await succeed('mappings', 'p.actant')).toContain('No mapping is saved')
  await succeed('mappings', 'p.actant', 'Мой', '--save', 'm.json', '--from', 'brat')
  const { mappings } = parsed('mappings', await succeed('mappings', 'p.actant', '--json'))
  expect(mappings.map(({ name, format }) => [name, format])).toEqual([['Мой', 'brat']])
  expect(importMapping.parse(JSON.parse(await succeed('mappings', 'p.actant', 'Мой')))).toEqual(mappings[0]?.mapping)
  await succeed(...take, '--mapping', 'Мой')
  expect((await exported()).annotations.map(({ type }: Made) => type)).toEqual(['actor', 'actor', 'position'])
  expect(await succeed('mappings', 'p.actant', 'Мой', '--remove')).toContain('Мой')
  const gone = await actant(['mappings', 'p.actant', 'Мой'])
  expect([gone.code, gone.out]).toEqual([2, ''])
  expect(gone.err).toContain('Мой')
})

it('lists damaged lines, and refuses what nothing proves or what is not there', async () => {
  await corpus('T4\tPerson 0 4\tВера')
  const damaged = await actant(take)
  expect(damaged.code).toBe(1)
  expect(damaged.out).toContain('line 4: the quote is not what stands there: Вера')
  write('corpus/a.ann', 'T1\tPerson 1 5\tАнна\nT2\tPerson 15 21\tБорису\n')
  const refused = await actant(take)
  expect(refused.code).toBe(3)
  expect(refused.out).toContain('no single way of counting offsets fits its 2 spans: code points, CR counted: 0')
  write('corpus/a.ann', Buffer.from([0xc0, 0xed, 0xed, 0xe0]))
  const old = await actant([...take, '--json'])
  expect(old.code).toBe(3)
  expect(parsed('import', old.out).files[0]?.reason).toContain('UTF-8')
  const missing = await actant(['import', 'p.actant', 'nothing.ann', '--from', 'brat'])
  expect(missing.code).toBe(3)
  expect(missing.out).toContain('nothing.ann')
  expect(readFileSync(inFolder('corpus', 'a.txt'), 'utf8')).toBe(text)
})

it('asks for the format by name', async () => {
  await corpus()
  for (const args of [
    ['import', 'p.actant', 'corpus'],
    ['import', 'p.actant', 'corpus', '--from', 'word'],
  ]) {
    const { code, out, err } = await actant(args)
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
    expect(err).toContain('labelstudio')
  }
})
