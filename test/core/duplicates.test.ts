import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/core/registries.ts'
import { findDuplicates, type NamedEntries } from '../../src/core/suggest/duplicates.ts'

type NamedActor = NamedEntries['actors'][number]

const nothing: NamedEntries = { actors: [], issues: [], codes: [] }

const actor = (name: string, actorType: Actor['actorType'] = 'person', more: Partial<NamedActor> = {}): NamedActor => ({
  id: name,
  name,
  actorType,
  aliases: [],
  ...more,
})

const among = (...actors: NamedActor[]) =>
  findDuplicates({ ...nothing, actors }).map(({ ids, reason }) => [...ids.toSorted(), reason])

const alias = (text: string, kind: Actor['aliases'][number]['kind']) => ({ aliases: [{ text, kind }] })

describe('actors', () => {
  test.each([
    ['Путин', 'Путина', 'inflected'],
    ['Владимир Путин', 'Vladimir Putin', 'transliteration'],
    ['Путин', 'Vladimir Putin', 'transliteration'],
    ['Путин', 'Владимир Путин', 'short'],
    ['В. Путин', 'Владимир Путин', 'short'],
    ['С. Лавров', 'Сергей Лавров', 'inflected'],
    ['Путин Владимир', 'Владимир Путин', 'name'],
    ['Дмитрий Песков', 'Дмитрий Сергеевич Песков', 'short'],
    ['Семён Орёл', 'Семен Орел', 'name'],
    ['Зеленский', 'Zelensky', 'transliteration'],
    ['Donald Trump', 'Дональд Трамп', 'transliteration'],
  ])('%s and %s are one person', (a, b, reason) => {
    expect(among(actor(a), actor(b))).toEqual([[...[a, b].sort(), reason]])
  })

  test.each([
    ['Сергей Лавров', 'Анна Лаврова'],
    ['Башар Асад', 'Хафез Асад'],
    ['С. Лавров', 'Виктор Лавров'],
    ['В. Лавров', 'Сергей Лавров'],
    ['Владимир', 'Владимир Путин'],
    ['Владимир Путин', 'Владимир Зеленский'],
    ['Ким Чен Ын', 'Ким Чен Ир'],
    ['Steve Witkoff', 'Steve Bannon'],
    ['Петров', 'Петровский'],
  ])('%s and %s are two people', (a, b) => {
    expect(among(actor(a), actor(b))).toEqual([])
  })

  test.each([
    ['Франция', 'Франко'],
    ['Иран', 'Ирак'],
    ['Австрия', 'Австралия'],
    ['Литва', 'Latvia'],
    ['МИД России', 'Россия'],
    ['Словения', 'Slovakia'],
  ])('%s and %s are two states or bodies', (a, b) => {
    expect(among(actor(a, 'state'), actor(b, 'state'))).toEqual([])
  })

  test('what is no person has to have all its words, or be their abbreviation', () => {
    expect(among(actor('ООН', 'organization'), actor('Организация Объединённых Наций', 'organization'))).toEqual([
      ['ООН', 'Организация Объединённых Наций', 'acronym'],
    ])
    expect(among(actor('Латвия', 'state'), actor('Latvia', 'state'))).toHaveLength(1)
    expect(among(actor('Европейский союз', 'coalition'), actor('Европейского союза', 'coalition'))).toHaveLength(1)
  })

  test('aliases count that name, not those that describe', () => {
    const dictator = actor('Франко', 'person', alias('президент', 'descriptor'))
    const president = actor('Макрон', 'person', alias('президент', 'descriptor'))
    expect(among(dictator, president)).toEqual([])
    expect(among(actor('Глава МИД', 'person', alias('Sergey Lavrov', 'name')), actor('Сергей Лавров'))).toHaveLength(1)
  })

  test('a Wikidata number decides either way; a type that differs keeps apart', () => {
    const q = (wikidata: string) => ({ wikidata })
    expect(among(actor('Deutschland', 'state', q('Q183')), actor('ФРГ', 'state', q('Q183')))[0]).toContain('wikidata')
    expect(among(actor('Иван Иванов', 'person', q('Q1')), actor('И. Иванов', 'person', q('Q2')))).toEqual([])
    expect(among(actor('Россия', 'state'), actor('Россия.', 'outlet'))).toEqual([])
    expect(among(actor('Источник', 'anonymous'), actor('источник', 'anonymous'))).toEqual([])
  })

  test('a surname that fits two people is proposed with neither; with two entries of one person it is', () => {
    expect(among(actor('Трамп'), actor('Дональд Трамп'), actor('Мелания Трамп'))).toEqual([])
    expect(among(actor('Путин'), actor('Владимир Путин'), actor('Vladimir Putin'))).toHaveLength(3)
  })

  test('what is merged already is left out, and the surest comes first', () => {
    expect(among(actor('Путин'), actor('Владимир Путин', 'person', { mergedInto: 'Путин' }))).toEqual([])
    const scores = findDuplicates({
      ...nothing,
      actors: [actor('Лавров'), actor('Сергей Лавров'), actor('Мерц'), actor('мерц')],
    }).map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores).toHaveLength(2)
  })
})

describe('issues', () => {
  const issues = (...names: string[]) =>
    findDuplicates({ ...nothing, issues: names.map((name, n) => ({ id: `${n}`, name })) }).map(({ reason }) => reason)

  test('agree word by word', () => {
    expect(issues('Перемирие', 'перемирие')).toEqual(['name'])
    expect(issues('Санкции против России', 'Санкция против России')).toEqual(['inflected'])
    expect(issues('Территориальные уступки', 'Территориальная уступка')).toEqual(['inflected'])
  })

  test('but not by their words in another order, nor by what follows', () => {
    expect(issues('Война России с Украиной', 'Война Украины с Россией')).toEqual([])
    expect(issues('Помощь Украине', 'Помощь Украины')).toEqual([])
    expect(issues('Санкции', 'Санкции против России')).toEqual([])
  })
})

describe('codes', () => {
  type Named = NamedEntries['codes'][number]
  const code = (id: string, label: Named['label'], more: Partial<Named> = {}): Named => ({
    id,
    type: 'claim',
    key: id,
    label,
    ...more,
  })
  const reasons = (...codes: Named[]) => findDuplicates({ ...nothing, codes }).map(({ reason }) => reason)

  test('agree by key or by a label, within one type', () => {
    expect(reasons(code('a', { en: 'Harsh' }, { key: 'k' }), code('b', { ru: 'Резко' }, { key: 'k' }))).toEqual(['key'])
    expect(reasons(code('a', { en: 'Harsh' }), code('b', { en: 'harsh', ru: 'Резко' }))).toEqual(['label'])
    expect(reasons(code('a', { en: 'Harsh' }), code('b', { en: 'Harsh' }, { type: 'actor' }))).toEqual([])
    expect(reasons(code('a', { en: 'Harsh' }), code('b', { en: 'Harsh' }, { retired: true }))).toEqual([])
  })

  test('a label counts in its place of the tree', () => {
    const tone = code('tone', { en: 'Tone' })
    const topic = code('topic', { en: 'Topic' })
    const other = (id: string, parent: string) => code(id, { en: 'Other' }, { parent })
    expect(reasons(tone, topic, other('a', 'tone'), other('b', 'topic'))).toEqual([])
    expect(reasons(tone, other('a', 'tone'), other('b', 'tone'))).toEqual(['label'])
  })
})
