import { expect, test } from 'vitest'
import { describe } from '../../src/core/anchor.ts'
import { likelyPlaces } from '../../src/core/likely.ts'

const target = (text: string, quote: string, from = 0) => {
  const start = text.indexOf(quote, from)
  return describe(text, [{ start, end: start + quote.length }])
}

/** The words at the proposed places of what stood in another text. */
const proposed = (before: string, quote: string, after: string) => {
  const { fragments, ...context } = target(before, quote)
  const [fragment] = fragments
  return fragment ? likelyPlaces(after, fragment, context) : []
}

const words = (text: string, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end))

test('of equal words those with the old context come first, then the nearest', () => {
  const before = 'Вчера премьер Рим посетил. '
  const after = `Рим ждал. ${'Слова. '.repeat(30)}Вчера премьер Рим посетил. Рим рад.`
  const spans = proposed(before, 'Рим', after)
  expect(words(after, spans)).toEqual(['Рим', 'Рим', 'Рим'])
  expect(after.slice(0, spans[0]?.start).endsWith('премьер ')).toBe(true)
  expect(spans[1]?.start).toBe(0)
})

test('case, ё, quotation marks and unseen characters do not matter', () => {
  const after = 'Заявил «всё\u00AD готово» министр.'
  expect(words(after, proposed('"Все готово", сказал', '"Все готово"', after))).toEqual(['«всё\u00AD готово»'])
})

test('what only resembles the words is proposed where it is the one such place', () => {
  const before = 'Министр сказал, что переговоры будут продолжены в среду.'
  const after = 'Вчера министр сказал, что переговоры будут продолжаться в среду. И всё.'
  expect(words(after, proposed(before, 'переговоры будут продолжены', after))).toEqual([
    'переговоры будут продолжаться',
  ])
})

test('nothing is proposed where nothing is like it', () => {
  expect(proposed('Подпишитесь на рассылку', 'Подпишитесь', 'Рим ждал его с утра.')).toEqual([])
})
