import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/readers/encoding.ts'
import { shared } from '../core/shared.ts'
import { encodeIn, surviving } from './encode.ts'

const story =
  'Переговоры о водах Сельмы прерваны: делегация Таврении покинула зал. «Мы вернёмся, когда увидим подпись», — ' +
  'сказала её глава Ольга Ремез. Министр Виктор Сарганов назвал этот шаг «жестом для газет»; ни одна из сторон, ' +
  'добавил он, не хочет оставить низовья без воды. Подъезд к плотине № 3 закрыт. ЩИТЫ ПОДНЯТЫ — сообщает «Дельта».\n'
const lower = 'в посёлке говорят, что вода уйдёт раньше, чем приедет комиссия, и что ждать никто больше не намерен'
const long = `${story}${lower}\n`.repeat(5)

const cyrillic = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const

describe('encodings are recognised', () => {
  for (const encoding of [...cyrillic, 'utf-8', 'utf-16le', 'utf-16be']) {
    it(`${encoding}, from twenty characters to two thousand`, () => {
      for (const length of [20, 30, 50, 100, 200, 500, 1000, 2000]) {
        for (const text of [long, story.toUpperCase().repeat(8), lower.repeat(30), long.slice(37)]) {
          const sample = text.slice(0, length)
          const { encoding: found, text: read } = decode(encodeIn(sample, encoding))
          expect(`${found} ${read}`).toBe(`${encoding} ${surviving(sample, encoding)}`)
        }
      }
    })
  }

  it('x-mac-cyrillic, where capitals and я tell it from windows-1251', () => {
    expect(decode(encodeIn(story, 'x-mac-cyrillic')).encoding).toBe('x-mac-cyrillic')
  })

  it('western and Ukrainian text', () => {
    const western = [
      'Café déjà vu — le président a déclaré à l’Élysée que les négociations étaient terminées.',
      'Größe und Übermut: die Verhandlungen fänden später statt, äußerte der Minister.',
      'The “ceasefire”, said the minister’s aide, is off…',
    ]
    for (const text of western) expect(decode(encodeIn(text, 'windows-1252')).encoding).toBe('windows-1252')
    const ukrainian =
      'Переговори про річку завершились без угоди, повідомив міністр. Її позиція незмінна, є лише умова.'
    expect(decode(encodeIn(ukrainian, 'windows-1251')).encoding).toBe('windows-1251')
    expect(decode(encodeIn(ukrainian, 'koi8-u')).encoding).toBe('koi8-u')
  })

  it('bare ASCII is UTF-8', () => {
    expect(decode(encodeIn('The talks have stalled.', 'utf-8'))).toEqual({
      text: 'The talks have stalled.',
      encoding: 'utf-8',
      encodings: [{ encoding: 'utf-8', score: 1 }],
    })
  })

  it('by a byte order mark, which stays for lf1 to drop', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const read = decode(encodeIn('\ufeffМир', encoding))
      expect([read.encoding, read.text]).toEqual([encoding, '\ufeffМир'])
    }
  })

  it('the others are offered in order, for a person to correct', () => {
    const { encodings } = decode(encodeIn(story, 'koi8-r'))
    expect(encodings[0]?.encoding).toBe('koi8-r')
    expect(encodings.map((each) => each.encoding)).toEqual(expect.arrayContaining([...cyrillic]))
    expect(encodings.map((each) => each.score)).toEqual(encodings.map((each) => each.score).toSorted((a, b) => b - a))
    for (const { score } of encodings) expect(score >= 0 && score <= 1).toBe(true)
  })
})

describe('a declared encoding is a hint', () => {
  it('that does not outweigh the letters', () => {
    expect(decode(encodeIn(story, 'windows-1251'), undefined, 'koi8-r').encoding).toBe('windows-1251')
    expect(decode(encodeIn(story, 'utf-8'), undefined, 'windows-1251').encoding).toBe('utf-8')
  })
  it('that is taken where nothing else makes sense', () => {
    // 会談は決裂した。 in Shift_JIS
    const bytes = Uint8Array.from('89ef926b82cd8c8897f482b582bd8142'.match(/../g) ?? [], (hex) =>
      Number.parseInt(hex, 16),
    )
    expect(decode(bytes, undefined, 'Shift_JIS')).toMatchObject({ encoding: 'shift_jis', text: '会談は決裂した。' })
  })
})

describe('a declared encoding of another script or region', () => {
  const samples = {
    'windows-1250': 'Minister powiedział w środę, że rozmowy będą trwać.',
    'windows-1253': 'Ο υπουργός δήλωσε ότι οι συνομιλίες συνεχίζονται.',
    'windows-1254': 'Bakan çarşamba günü görüşmelerin süreceğini söyledi.',
    'windows-1255': 'שר החוץ אמר ביום רביעי כי השיחות יימשכו.',
    'windows-1256': 'قال الوزير إن المحادثات ستستمر يوم الأربعاء.',
  }
  it.each(Object.entries(samples))('is believed: %s', (encoding, text) => {
    expect(decode(encodeIn(text, encoding), undefined, encoding)).toMatchObject({ encoding, text })
  })
  it.each(Object.keys(samples))('is not believed of Russian: %s', (encoding) => {
    expect(decode(encodeIn(story, 'windows-1251'), undefined, encoding).encoding).toBe('windows-1251')
  })
})

describe('a forced encoding', () => {
  it('is obeyed, by any of its names', () => {
    const bytes = encodeIn('Мир', 'koi8-r')
    expect(decode(bytes, 'windows-1251')).toMatchObject({ encoding: 'windows-1251', text: 'нЙТ' })
    expect(decode(bytes, 'KOI8')).toMatchObject({ encoding: 'koi8-r', text: 'Мир' })
  })
  it('fails where the bytes are not valid in it or nobody knows it', () => {
    const reason = (act: () => unknown) => {
      try {
        return act()
      } catch (error) {
        return error instanceof Error ? error.message : error
      }
    }
    expect(reason(() => decode(encodeIn(story, 'koi8-r'), 'utf-8'))).toBe('wrong-encoding')
    expect(reason(() => decode(encodeIn('odd', 'utf-8'), 'utf-16le'))).toBe('wrong-encoding')
    expect(reason(() => decode(encodeIn('a', 'utf-8'), 'no-such-thing'))).toBe('wrong-encoding')
  })
})

describe(`on Russian corpora ${shared.note}`, () => {
  const texts = (): string[] => {
    const sentences = readFileSync(shared.path('corpora/ruopinionne/train.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => String(JSON.parse(line).text))
    const folder = shared.path('corpora/rusentrel')
    const articles = readdirSync(folder)
      .filter((name) => /^art\d+\.txt$/.test(name))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    return [...sentences, ...articles]
  }
  const letters = (text: string) => text.match(/[а-яё]/gi)?.length ?? 0

  it.skipIf(!shared.there).each([...cyrillic, 'utf-16le', 'utf-8'])('all of %s with a hundred letters', (encoding) => {
    const wrong = texts()
      .filter((text) => letters(text) >= 100)
      .filter((text) => decode(encodeIn(text, encoding)).text !== surviving(text, encoding))
    expect(wrong).toEqual([])
  })

  it.skipIf(!shared.there)('nearly all of x-mac-cyrillic', () => {
    const samples = texts().filter((text) => letters(text) >= 100)
    const right = samples.filter(
      (text) => decode(encodeIn(text, 'x-mac-cyrillic')).text === surviving(text, 'x-mac-cyrillic'),
    )
    expect(right.length / samples.length).toBeGreaterThan(0.99)
  })
})
