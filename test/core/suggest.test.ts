import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/core/registries.ts'
import { createActorIndex } from '../../src/core/suggest/actors.ts'
import { sameName } from '../../src/core/suggest/inflection.ts'

const actor = (id: string, actorType: Actor['actorType'], name: string, ...aliases: string[]): Actor => ({
  id,
  name,
  actorType,
  aliases: aliases.map((text) => ({ text, kind: 'name' as const })),
  memberOf: [],
  version: {},
  createdAt: '',
  createdBy: '',
  modifiedAt: '',
  modifiedBy: '',
})

const registry = [
  actor('lavrov', 'person', 'Сергей Лавров', 'Sergey Lavrov'),
  actor('putin', 'person', 'Владимир Путин', 'президент России'),
  actor('hafez', 'person', 'Хафез Асад'),
  actor('bashar', 'person', 'Башар Асад'),
  actor('merz', 'person', 'Friedrich Merz'),
  actor('witkoff', 'person', 'Steve Witkoff'),
  actor('obama', 'person', 'Барак Обама'),
  actor('russia', 'state', 'Россия', 'РФ', 'Москва'),
  actor('mfa', 'organization', 'МИД России'),
  actor('eu', 'organization', 'Европейский союз'),
  actor('officials', 'group', 'Европейские чиновники'),
]
const index = createActorIndex(registry)
const first = (mention: string, recent?: string[]) => index.suggest(mention, recent && { recent })[0]

describe('the first proposal for words in the text', () => {
  test.each([
    ['Лаврова', 'lavrov'],
    ['главы МИД РФ Сергея Лаврова', 'lavrov'],
    ['С. Лавровым', 'lavrov'],
    ['Lavrov’s', 'lavrov'],
    ['Путину', 'putin'],
    ['президента Владимира Путина', 'putin'],
    ['президентом России', 'putin'],
    ['В.В. Путин', 'putin'],
    ['Putin', 'putin'],
    ['Обамой', 'obama'],
    ['Мерцем', 'merz'],
    ['Стива Уиткоффа', 'witkoff'],
    ['Россией', 'russia'],
    ['Москвы', 'russia'],
    ['ЕС', 'eu'],
    ['европейских чиновников', 'officials'],
  ])('«%s» is taken by one key', (mention, actorId) => {
    expect(first(mention)).toMatchObject({ actorId, sure: true })
  })

  test.each(['стол', 'Лавра', 'Иран', 'Марко', 'he', ''])('«%s» is nobody here', (mention) => {
    expect(first(mention)).toBeUndefined()
  })

  test('one of two of the same surname is not taken for sure, unless the article names just one of them', () => {
    expect(first('Асада')?.sure).toBe(false)
    expect(first('Асада', ['bashar'])).toMatchObject({ actorId: 'bashar', sure: true })
    expect(first('Асада', ['hafez', 'bashar'])).toMatchObject({ actorId: 'hafez', sure: false })
    expect(index.suggest('Башаром Асадом').map(({ actorId }) => actorId)).toEqual(['bashar'])
  })

  test('a part of a ministry’s name is not the state', () => {
    expect(first('МИД России')).toMatchObject({ actorId: 'mfa' })
    expect(index.suggest('главы МИД').some(({ sure }) => sure)).toBe(false)
  })

  test('a merged actor leads to the one it was merged into', () => {
    const merged = { ...actor('vvp', 'person', 'Владимир Владимирович Путин'), mergedInto: 'putin' }
    expect(createActorIndex([...registry, merged]).suggest('Владимира Владимировича Путина')[0]?.actorId).toBe('putin')
  })
})

describe('forms of one name', () => {
  test.each([
    ['лавров', 'лаврова'],
    ['кремль', 'кремля'],
    ['зеленский', 'зеленского'],
    ['германия', 'германией'],
    ['европеец', 'европейцев'],
    ['дмитрий', 'дмитрия'],
    ['обама', 'обаме'],
  ])('%s ~ %s', (left, right) => {
    expect(sameName(left, right)).toBe(true)
    expect(sameName(right, left)).toBe(true)
  })

  test.each([
    ['ирак', 'иран'],
    ['марк', 'марко'],
    ['франк', 'франция'],
    ['украина', 'украинец'],
    ['киев', 'киевский'],
  ])('%s ≁ %s', (left, right) => {
    expect(sameName(left, right)).toBe(false)
  })
})
