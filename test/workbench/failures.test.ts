import { expect, test } from 'vitest'
import { failureCodes } from '../../src/core/failure.ts'
import { failures } from '../../src/i18n/en/failures.ts'
import { languages, type MessageKey, translator } from '../../src/i18n/index.ts'

/** Everything any failure brings along; each brings its own. */
const params = {
  file: 'проект.actant',
  found: 999,
  known: 1,
  program: 'actant window',
  host: 'стол',
  pid: 12345,
  since: '2026-01-01T00:00:00.000Z',
  kind: 'article',
  id: 'x',
  megabytes: 32,
  size: 17_000_000,
  limit: 16_000_000,
  line: 3,
  column: 7,
  name: 'label',
  count: 3,
  article: 'Хлеб подорожает',
  where: '/codes/0',
}

/** The reasons a sentence chooses between. */
const reasonsOf = (message: string): string[] => {
  const branches = message.split(', select, ')[1] ?? ''
  return ['other', ...Array.from(branches.matchAll(/(?:^|\} )([a-z-]+) \{/g), ([, name = '']) => name)]
}

const cases = languages.flatMap((language) => failureCodes.map((code) => ({ language, code })))

test.each(cases)('$code has a sentence in $language, for every reason', ({ language, code }) => {
  const say = translator(language)
  const key = `failure.${code}` as MessageKey
  const message = failures[key as keyof typeof failures]
  for (const reason of reasonsOf(message)) {
    const sentence = say(key, { ...params, reason })
    expect(sentence).toMatch(/\p{L}.*[.!]$/u)
    expect(sentence).not.toMatch(/[{}]|undefined/)
    if (language === 'ru') expect(sentence).toMatch(/[а-яё]/)
  }
})

test('numbers of processes are not grouped like amounts', () => {
  expect(translator('en')('failure.held', params)).toContain('process 12345')
})
