import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceAt, snapToCharacters, snapToWords, wordAt } from '../../src/core/snap.ts'

/** The selection is written between the first [[ and ]] of the text. */
const selected = (marked: string): [string, { start: number; end: number }] => {
  const start = marked.indexOf('[[')
  const end = marked.indexOf(']]') - 2
  return [marked.replace('[[', '').replace(']]', ''), { start, end }]
}

const snapped = (marked: string): string | undefined => {
  const [text, span] = selected(marked)
  const result = snapToWords(text, span)
  return result && text.slice(result.start, result.end)
}

describe('snapping a selection to words', () => {
  test.each([
    // Words
    ['Перего[[вор]]ы начались', 'Переговоры'],
    ['Перего[[воры нач]]ались', 'Переговоры начались'],
    ['the [[talks]] began', 'talks'],
    ['[[Путин]]', 'Путин'],
    ['в 20[[2]]5 году', '2025'],
    ['вырос на [[1,5]] %', '1,5'],
    ['вырос на 1[[,5%]] за год', '1,5%'],
    ['снайпер снял [[по]]чти весь', 'почти'],
    // A hyphen parts, an apostrophe does not
    ['[[премь]]ер-министр', 'премьер'],
    ['премьер-[[мини]]стр', 'министр'],
    ['преми[[ер-мин]]истр', 'премиер-министр'],
    ['cease-[[fire]]', 'fire'],
    ['they don[[’t]] agree', 'don’t'],
    ["O'[[Brien]] said", "O'Brien"],
    ['Rus[[sia’s]] plan', 'Russia’s'],
    // Spaces and punctuation
    ['[[ Трамп, ]]заявил', 'Трамп'],
    ['[[— сказал он.]]', 'сказал он'],
    ['мир[[…]] или', undefined],
    ['a[[   ]]b', undefined],
    ['[[\u00A0США\u00A0]]и', 'США'],
    ['[[\u200BСША\u00AD]] и', 'США'],
    ['[[Нет!]]', 'Нет'],
    ['абзац.[[\n\nСледующий]] абзац', 'Следующий'],
    // Quotation marks and brackets: kept in pairs only
    ['[[«Роснефть»]] заявила', '«Роснефть»'],
    ['ООО [[«Роснефть»,]] заявила', '«Роснефть»'],
    ['[[«Роснефть]]» заявила', 'Роснефть'],
    ['«[[Роснефть»]] заявила', 'Роснефть'],
    ['[[«Да»]], — сказал', '«Да»'],
    ['[[«Да», — сказал он]]', '«Да», — сказал он'],
    ['[[«Газета „Труд“]] пишет»', 'Газета „Труд“'],
    ['сказал[[: “we agree”]].', '“we agree”'],
    ['[[“we agree]]”', 'we agree'],
    ['“[[we agree”]]', 'we agree'],
    ['[["we agree"]] he said', '"we agree"'],
    ['[["we agree]]" he said', 'we agree'],
    ['"[[we agree"]] he said', 'we agree'],
    ['"A" [[and "B"]]', 'and "B"'],
    ['"A[[" and "B"]]', 'and "B"'],
    ['the [[students’ ]]protest', 'students'],
    ['[[(США)]]', '(США)'],
    ['[[(США]])', 'США'],
    ['([[США).]]', 'США'],
    ['[[США (и их союзники)]]', 'США (и их союзники)'],
    ['[[1)]] мир', '1'],
    // What belongs to the word beside it
    ['[[$5]] млн', '$5'],
    ['[[№ 5]]', '№ 5'],
    ['в [[U.S.]] Senate', 'U.S.'],
    ['и [[т.д.]]', 'т.д.'],
    ['в [[США.]]', 'США'],
    ['сайт RZN[[online.ru.]]', 'RZNonline.ru'],
    // A missing space after a full stop or a colon
    ['конец соглаш[[ения.]]Как пишет', 'соглашения'],
    ['заявил:[[мы]] согласны', 'мы'],
    // Letters of several code points
    ['зеле[[ны\u0438\u0306]] е\u0308ж', 'зелены\u0438\u0306'],
    ['зеленый [[е]]\u0308ж', 'е\u0308ж'],
    ['за[[\u0301мок]]', 'за\u0301мок'],
    ['пере\u00ADго[[во]]\u00ADры', 'пере\u00ADговo\u00ADры'.replace('o', 'о')],
    ['[[👩‍🚀]] в космосе', '👩‍🚀'],
    ['🇷🇺[[🇺🇸]]', '🇺🇸'],
    ['中[[国]]表示', '中国'],
  ])('%s → %s', (marked, expected) => {
    expect(snapped(marked)).toBe(expected)
  })

  test('half a surrogate pair, half a flag or a letter without its mark is never selected', () => {
    const text = 'a👩‍🚀б🇷🇺е\u0308'
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const span = snapToCharacters(text, { start, end })
        expect(['👩‍🚀', '🇷🇺', 'е\u0308'].every((one) => isWholeIn(text, span, one))).toBe(true)
      }
    }
  })

  const piece = fc.constantFrom(
    ...'абв ёйЁ,.-—«»“”„"\'’()ab1%\n\u00A0\u00AD',
    'и\u0306',
    'а\u0301',
    '👩‍🚀',
    '🇷🇺',
    '\u200D',
    'слово',
    ' ',
  )
  const anyText = fc.string({ unit: piece, minLength: 1, maxLength: 40 })

  test('snapping again changes nothing; the result has neither spaces at its edges nor half characters', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const span = snapToWords(text, { start: Math.min(a, b), end: Math.max(a, b) })
        if (!span) return
        expect(snapToWords(text, span)).toEqual(span)
        expect(snapToCharacters(text, span)).toEqual(span)
        expect(text.slice(span.start, span.end)).toMatch(/^\S[\s\S]*$/)
        expect(text.slice(span.start, span.end)).not.toMatch(/\s$/)
      }),
      { numRuns: 3000 },
    )
  })

  test('every letter that was selected stays selected', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.min(text.length, Math.max(a, b))]
        const span = snapToWords(text, { start, end })
        for (let at = start; at < end; at += 1) {
          if (/[\p{L}\p{N}]/u.test(text.charAt(at))) expect(span && span.start <= at && at < span.end).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what stands at the caret', () => {
  test.each([
    ['Перего|воры начались', 'Переговоры'],
    ['|Переговоры', 'Переговоры'],
    ['Переговоры| начались', 'Переговоры'],
    ['Переговоры, | начались', undefined],
    ['премьер|-министр', 'премьер'],
    ['премьер-|министр', 'министр'],
  ])('word: %s → %s', (marked, expected) => {
    const text = marked.replace('|', '')
    const word = wordAt(text, marked.indexOf('|'))
    expect(word && text.slice(word.start, word.end)).toBe(expected)
  })

  test.each([
    ['Раз. Дв|а. Три.', 'Два.'],
    ['|Раз. Два.', 'Раз.'],
    ['Раз. Два.|', 'Два.'],
    ['Он приехал в г. Мос|кву вчера. Потом уехал.', 'Он приехал в г. Москву вчера.'],
    ['Он п|риехал в г. Москву вчера. Потом уехал.', 'Он приехал в г. Москву вчера.'],
    ['Это было в 2020 г. Он у|ехал.', 'Он уехал.'],
    ['So Mr. J. D. Van|ce said. Then he left.', 'So Mr. J. D. Vance said.'],
    ['«Нет!» — сказал о|н. И ушёл.', '«Нет!» — сказал он.'],
  ])('sentence: %s → %s', (marked, expected) => {
    const text = marked.replace('|', '')
    const sentence = sentenceAt(text, { start: 0, end: text.length }, marked.indexOf('|'))
    expect(sentence && text.slice(sentence.start, sentence.end)).toBe(expected)
  })

  test('a sentence does not leave its block', () => {
    const text = 'Первый абзац без точки\n\nВторой абзац'
    expect(sentenceAt(text, { start: 24, end: text.length }, 30)).toEqual({ start: 24, end: text.length })
  })
})

const isWholeIn = (text: string, span: { start: number; end: number } | undefined, one: string): boolean => {
  const start = text.indexOf(one)
  const end = start + one.length
  const isEdgeInside = (at: number) => at > start && at < end
  return !span || (!isEdgeInside(span.start) && !isEdgeInside(span.end))
}
