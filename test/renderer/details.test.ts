import { expect, test } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { detailsChange, detailsOf, problemsIn } from '../../src/renderer/src/dialogs/details.ts'

const actorId = '01920000-0000-7000-8000-0000000000a1'

const article: Article = {
  id: `sha256:${'0'.repeat(64)}`,
  version: {},
  createdAt: '2025-08-22T00:00:00.000Z',
  createdBy: actorId,
  modifiedAt: '2025-08-22T00:00:00.000Z',
  modifiedBy: actorId,
  text: 'Рим ждал.',
  textRevision: 0,
  blocks: [],
  marks: [],
  title: 'Рим',
  language: 'ru',
  relays: { outlet: { name: 'Bloomberg', actorId }, url: 'https://example.org/a' },
}

test('only what differs is changed, and what is emptied goes', () => {
  const values = { ...detailsOf(article), language: ' en ', title: '', outlet: 'Meduza' }
  expect(detailsChange(article, values)).toEqual({ language: 'en', title: null, outlet: { name: 'Meduza' } })
  expect(detailsChange(article, detailsOf(article))).toEqual({})
})

test('what the article retells is changed as one, keeps its link to the registry, and can go', () => {
  const values = { ...detailsOf(article), relaysOutlet: 'Bloomberg News', relaysLanguage: 'en' }
  expect(detailsChange(article, values)).toEqual({
    relays: { outlet: { name: 'Bloomberg News', actorId }, url: 'https://example.org/a', language: 'en' },
  })
  expect(detailsChange(article, { ...values, relaysOutlet: '', relaysLanguage: '', relaysUrl: '' })).toEqual({
    relays: null,
  })
})

test('what cannot be is named by its field', () => {
  expect(problemsIn(detailsOf(article))).toEqual({})
  const values = { ...detailsOf(article), publishedAt: 'gestern', relaysUrl: 'ftp://a', relaysLanguage: '??' }
  expect(problemsIn(values)).toEqual({ publishedAt: true, relaysUrl: true, relaysLanguage: true })
})
