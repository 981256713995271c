import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAll, normalText } from '../../src/core/find.ts'

const hits = (text: string, query: string) =>
  findAll(normalText(text), query).map(({ start, end }) => text.slice(start, end))

describe('finding in an article', () => {
  test.each([
    ['case', 'Киев, КИЕВ и киев', 'киев', ['Киев', 'КИЕВ', 'киев']],
    ['ё in the text', 'Ёлка и елка', 'елка', ['Ёлка', 'елка']],
    ['ё in the query', 'Елка и ёлка', 'ёлка', ['Елка', 'ёлка']],
    ['decomposed ё and й', 'зелёный', 'зеленый', ['зелёный']],
    ['й is not и', 'мой и мои', 'мои', ['мои']],
    ['decomposed й is not и', 'мои\u0306 и мои', 'мои', ['мои']],
    ['decomposed query', 'мой и мои', 'мои\u0306', ['мой']],
    ['a stress mark', 'за\u0301мок и замо\u0301к', 'замок', ['за\u0301мок', 'замо\u0301к']],
    ['a stressed end', 'слова\u0301, да', 'слова', ['слова\u0301']],
    ['soft hyphens', 'пере\u00ADго\u00ADворы\u00AD.', 'переговоры', ['пере\u00ADго\u00ADворы']],
    ['zero-width characters', '\u200Bна\u200Dшлось\uFEFF', 'нашлось', ['на\u200Dшлось']],
    ['a no-break space', '15\u00A0августа и 15 августа', '15 августа', ['15\u00A0августа', '15 августа']],
    ['a line feed and many spaces', 'прекращение \n огня', 'прекращение огня', ['прекращение \n огня']],
    ['a space around an unseen character', 'огонь \u200B и', 'огонь и', ['огонь \u200B и']],
    ['quotation marks', '«Да», “Да” and "Да"', '"да"', ['«Да»', '“Да”', '"Да"']],
    ['apostrophes', "don’t, don't", "don't", ['don’t', "don't"]],
    ['dashes', 'Россия — США, Россия - США', 'россия – сша', ['Россия — США', 'Россия - США']],
    ['an emoji before the hit', '🕊️ мир', 'мир', ['мир']],
    ['a letter that grows in lower case', 'İstanbul İ', 'i\u0307stanbul', ['İstanbul']],
    ['hits without overlap', 'aaaa', 'aa', ['aa', 'aa']],
    ['nothing but white space', 'a b', '  ', []],
    ['nothing', 'a b', '', []],
    ['no hit', 'мир', 'война', []],
  ])('%s', (_, text, query, expected) => {
    expect(hits(text, query)).toEqual(expected)
  })

  test('never parts a letter and its mark', () => {
    expect(hits('x\u0302', 'x')).toEqual([])
    expect(hits('👩‍🚀', '👩')).toEqual(['👩'])
  })

  test('every word of a text is found where it stands', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'абвгдеёжзиийклмнАЁЙ', 'и\u0306', 'а\u0301'),
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(11), (words, pick) => {
        const index = pick % words.length
        const start = words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0)
        const text = words.join(' ')
        const query = (words[index] ?? '').toUpperCase().normalize('NFD')
        expect(findAll(normalText(text), query).some((span) => span.start <= start && start < span.end)).toBe(true)
      }),
    )
  })

  test('a megabyte is made ready and searched in well under a second', () => {
    const text = 'Переговоры о прекращении огня — ещё не мир. '.repeat(24_000)
    const start = performance.now()
    expect(findAll(normalText(text), 'огня').length).toBe(24_000)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
