import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../src/core/failure.ts'
import { mergeFindings, projectFindings, refusing, reporting } from '../../src/core/finding.ts'
import { catalogues, translator } from '../../src/i18n/index.ts'

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** Arguments with the choices made on them, `reason: missing, denied, other`; plural forms differ by language. */
const needs = (elements: Elements): string[] =>
  elements.flatMap((element) => {
    if (!('value' in element) || element.type === 0) return []
    if (!('options' in element)) return [element.value]
    const choices = element.type === 5 ? `: ${Object.keys(element.options).sort().join(', ')}` : ''
    return [element.value + choices, ...Object.values(element.options).flatMap((option) => needs(option.value))]
  })

/** The forms of each plural in a message. */
const plurals = (elements: Elements): string[][] =>
  elements.flatMap((element) => {
    if (!('options' in element)) return []
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value))
    return element.type === 6 ? [Object.keys(element.options), ...inner] : inner
  })

const parsed = (message: string, language: string): Elements =>
  new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst()

const needsOf = (message: string, language: string) => [...new Set(needs(parsed(message, language)))]

describe('every sentence', () => {
  it.each(Object.keys(catalogues.en))('%s', (key) => {
    const [en = '', ru = ''] = [catalogues.en, catalogues.ru].map((messages) => Reflect.get(messages, key))
    expect(en).not.toBe('')
    expect(ru).not.toBe('')
    expect(needsOf(ru, 'ru').sort()).toEqual(needsOf(en, 'en').sort())
  })
})

it('Russian plurals have all their forms', () => {
  for (const [key, message] of Object.entries(catalogues.ru)) {
    for (const forms of plurals(parsed(message, 'ru'))) {
      const found = ['one', 'few', 'many'].filter((form) => forms.includes(form))
      expect(found.length, `${key}: ${forms}`).not.toBeOneOf([1, 2])
    }
  }
})

it('there is a sentence for each failure and finding', () => {
  const codes = [
    ...failureCodes.map((code) => `failure.${code}`),
    ...[...refusing, ...reporting, ...projectFindings, ...mergeFindings].map((code) => `finding.${code}`),
  ]
  expect(codes.filter((code) => !(code in catalogues.en))).toEqual([])
})

it('a reason is said in words, an unknown one as it is', () => {
  const t = translator('en')
  expect(t('failure.unreadable-article', { file: 'a.txt', reason: 'too-large' })).toContain('too large')
  expect(t('failure.unreadable-article', { file: 'a.txt', reason: 'EWEIRD' })).toContain('(EWEIRD)')
})
