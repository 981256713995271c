import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { describe, holds } from '../../src/core/anchor.ts'
import type { Annotation } from '../../src/core/annotation.ts'
import type { Article, Block } from '../../src/core/article.ts'
import { correctText } from '../../src/core/correct.ts'
import { applyEdits, diffEdits, type Edit } from '../../src/core/diff-edits.ts'
import { looseGroups } from '../../src/core/fragments.ts'
import { splitsPair } from '../../src/core/offsets.ts'
import { faultsOf, inUtf16 } from '../../src/core/settle.ts'
import type { Span } from '../../src/core/span.ts'

const me = '01990000-0000-7000-8000-00000000a001'
const stamp = {
  version: { [me]: 1 },
  createdAt: '2025-01-01T00:00:00.000Z',
  createdBy: me,
  modifiedAt: '2025-01-01T00:00:00.000Z',
  modifiedBy: me,
}

const articleOf = (text: string, blocks: Block[] = [], marks: Article['marks'] = []): Article => ({
  ...stamp,
  id: `sha256:${'0'.repeat(64)}`,
  text,
  textRevision: 0,
  blocks,
  marks,
})

const annotationOn = (text: string, spans: Span[], cue: Span[] = []): Annotation => ({
  ...stamp,
  id: '01990000-0000-7000-8000-000000000001',
  articleId: `sha256:${'0'.repeat(64)}`,
  annotatorId: me,
  type: 'claim',
  target: describe(text, spans),
  codes: [],
  attributes: {},
  body: {
    issueIds: [],
    evidenceFor: [],
    attribution: [{ sources: [{ implicit: true }], cue: describe(text, cue).fragments, basis: 'cue' }],
  },
  certainty: 'sure',
  origin: 'manual',
  basedOn: [],
  anchor: 'exact',
})

/** A text with the target in brackets: the text without them, and the spans. */
const marked = (source: string): { text: string; spans: Span[] } => {
  const spans: Span[] = []
  let text = ''
  for (const [part] of source.matchAll(/\[[^\]]*\]|[^[]+/g)) {
    const inner = part.startsWith('[') ? part.slice(1, -1) : part
    if (inner !== part) spans.push({ start: text.length, end: text.length + inner.length })
    text += inner
  }
  return { text, spans }
}

const correct = (source: string, newText: string) => {
  const { text, spans } = marked(source)
  const result = correctText(articleOf(text), [annotationOn(text, spans)], diffEdits(text, newText))
  const [one] = result.annotations
  if (!one) throw new Error('no annotation')
  return one
}

/** The new text with the fragments in brackets, or the outcome where there are none. */
const shown = (source: string, newText: string): string => {
  const { annotation, outcome } = correct(source, newText)
  if (outcome === 'orphan') return 'orphan'
  let at = 0
  let result = ''
  for (const { start, end } of annotation.target.fragments) {
    result += `${newText.slice(at, start)}[${newText.slice(start, end)}]`
    at = end
  }
  return `${outcome}: ${result}${newText.slice(at)}`
}

group('a target follows its words', () => {
  test.each([
    // Faults of character recognition.
    ['Вчера [Владимир Путнн] приехал.', 'Вчера Владимир Путин приехал.', 'reanchored: Вчера [Владимир Путин] приехал.'],
    ['Делегация [СШЛ] уехала.', 'Делегация США уехала.', 'reanchored: Делегация [США] уехала.'],
    ['[Kreml1n] says', 'Kremlin says', 'reanchored: [Kremlin] says'],
    ['The [govern-\nment] fell', 'The government fell', 'reanchored: The [government] fell'],
    ['in the[Kremlin] today', 'in the Kremlin today', 'kept: in the [Kremlin] today'],
    ['[Кремл] молчит', 'Кремль молчит', 'reanchored: [Кремль] молчит'],
    ['[ремль] молчит', 'Кремль молчит', 'reanchored: [Кремль] молчит'],
    ['Он [сказал] это', 'Он, 😀 кстати, сказал это', 'kept: Он, 😀 кстати, [сказал] это'],
    ['а [😀 Рим] б', 'а 😁 Рим б', 'reanchored: а [😁 Рим] б'],
    // A word said three times; the first or the last is corrected or taken out.
    ['Рим, [Рим], Рим', 'Риму, Рим, Рим', 'kept: Риму, [Рим], Рим'],
    // Boilerplate.
    ['Меню Вход [Путин] сказал: да.', 'Путин сказал: да.', 'kept: [Путин] сказал: да.'],
    [
      '[Путин сказал (реклама: купите слона и ещё слона), что да].',
      'Путин сказал, что да.',
      'reanchored: [Путин сказал, что да].',
    ],
    ['Читайте также: [Путин] в Риме.\n\nВчера Путин приехал в Сочи.', 'Вчера Путин приехал в Сочи.', 'orphan'],
    // A paragraph that moves takes its annotations along.
    [
      'Первый абзац про [Байкал] и его берега.\n\nВторой абзац про совсем другое дело.\n\nТретий, ещё длиннее, о погоде.',
      'Второй абзац про совсем другое дело.\n\nТретий, ещё длиннее, о погоде.\n\nПервый абзац про Байкал и его берега.',
      'reanchored: Второй абзац про совсем другое дело.\n\nТретий, ещё длиннее, о погоде.\n\nПервый абзац про [Байкал] и его берега.',
    ],
    // A sentence or paragraph is taken out that begins as the next one does.
    ['[Путин] сказал. Путин уехал.', 'Путин уехал.', 'orphan'],
    ['Путин сказал. [Путин] уехал.', 'Путин уехал.', 'kept: [Путин] уехал.'],
    ['Да. Путин сказал. [Путин] уехал.', 'Да. Путин уехал.', 'kept: Да. [Путин] уехал.'],
    ['[Рим] пал.\n\nРим ждал.', 'Рим стоял.\n\nРим пал.\n\nРим ждал.', 'kept: Рим стоял.\n\n[Рим] пал.\n\nРим ждал.'],
    // Joined paragraphs.
    ['Он [сказал,\n\nчто уедет] скоро', 'Он сказал, что уедет скоро', 'reanchored: Он [сказал, что уедет] скоро'],
    ['[Он сказал].\n\n[Она] нет', 'Он сказал. Она нет', 'kept: [Он сказал]. [Она] нет'],
    // Discontinuous.
    ['[Минск] не [хочет], нет', 'Минск не хчет, нет', 'reanchored: [Минск] не [хчет], нет'],
    ['[Минск] не [хочет], нет', 'Минск не, нет', 'orphan'],
    // Something else entirely.
    ['Сказал [Путин] вчера', 'Сказал Медведев вчера', 'orphan'],
  ])('%s → %s', (source, newText, expected) => {
    expect(shown(source, newText)).toBe(expected)
  })

  test('words put in two places instead of one leave an orphan with its last offsets and quote', () => {
    const { text, spans } = marked('Здесь стоит [Рим], там нет ничего.')
    const before = annotationOn(text, spans)
    const edits = [{ start: 12, end: 15, insert: 'Рим и Рим' }]
    const [result] = correctText(articleOf(text), [before], edits).annotations
    expect(result).toMatchObject({ outcome: 'orphan', annotation: { anchor: 'orphan', target: before.target } })
  })

  test('an orphan is found again when its words are back, at one place', () => {
    const { annotation: orphan } = correct('Сказал [Путин] вчера', 'Сказал Медведев вчера')
    const text = 'Сказал Медведев вчера'
    const again = (newText: string) => correctText(articleOf(text), [orphan], diffEdits(text, newText)).annotations[0]
    expect(again('Сказал Путин вчера')).toMatchObject({
      outcome: 'reanchored',
      annotation: { anchor: 'reanchored', target: { fragments: [{ start: 7, end: 12, quote: 'Путин' }] } },
    })
    expect(again('Сказал Путин вчера и Путин сегодня')).toMatchObject({ outcome: 'waiting' })
  })

  test('a cue goes along, with new words, or is lost', () => {
    const text = 'Рим, сообщает агенство, пал'
    const cued = annotationOn(text, [{ start: 0, end: 3 }], [{ start: 5, end: 22 }])
    const result = (newText: string) => {
      const [one] = correctText(articleOf(text), [cued], diffEdits(text, newText)).annotations
      return { lost: one?.lost, cue: one && looseGroups(one.annotation)[0]?.fragments[0] }
    }
    expect(result('Рим, сообщает агентство, пал')).toEqual({
      lost: 0,
      cue: { start: 5, end: 23, quote: 'сообщает агентство' },
    })
    expect(result('Рим пал')).toEqual({ lost: 1, cue: { start: 5, end: 22, quote: 'сообщает агенство', lost: true } })
  })

  test('an orphan keeps its offsets in code points where characters of two units come before it', () => {
    const text = 'аб вг де'
    const [result] = correctText(
      articleOf(text),
      [annotationOn(text, [{ start: 3, end: 5 }])],
      [{ start: 0, end: 8, insert: '😀😀😀😀😀😀' }],
    ).annotations
    expect(result?.annotation).toMatchObject({ anchor: 'orphan', target: { fragments: [{ start: 3, end: 5 }] } })
  })
})

group('the layout follows', () => {
  const paragraph = (start: number, end: number): Block => ({ type: 'paragraph', start, end })
  const layout = (text: string, blocks: Block[], newText: string) =>
    correctText(articleOf(text, blocks), [], diffEdits(text, newText)).article.blocks.map(
      ({ type, start, end }) => `${type}: ${newText.slice(start, end)}`,
    )
  const two: Block[] = [{ type: 'heading', level: 1, start: 0, end: 3 }, paragraph(5, 14)]
  test.each([
    ['Рим\n\nпал вчера', two, 'Рима\n\nпал тогда', ['heading: Рима', 'paragraph: пал тогда']],
    ['Рим\n\nпал вчера', two, 'Рим пал вчера', ['heading: Рим пал вчера']],
    ['Рим\n\nпал вчера', two, 'Рим\n\nпал\n\nвчера', ['heading: Рим', 'paragraph: пал', 'paragraph: вчера']],
    ['Рим\n\nпал вчера', two, 'Рим\n\nДа.\n\nпал вчера', ['heading: Рим', 'paragraph: Да.', 'paragraph: пал вчера']],
    ['Рим\n\nпал вчера', two, 'Да.\n\nРим\n\nпал вчера', ['paragraph: Да.', 'heading: Рим', 'paragraph: пал вчера']],
    ['Рим\n\nпал вчера', two, 'пал вчера', ['paragraph: пал вчера']],
    [
      'Рим\n\nпал вчера',
      two,
      'Рим\n\nпал вчера\n\nКонец',
      ['heading: Рим', 'paragraph: пал вчера', 'paragraph: Конец'],
    ],
    ['Рим\n\nпал вчера', two, 'Всё другое', ['paragraph: Всё другое']],
    ['а\nб в', [paragraph(0, 1), paragraph(2, 5)], 'а\nб\nв', ['paragraph: а', 'paragraph: б', 'paragraph: в']],
    [
      'аа\n\nбб\n\nвв',
      [{ type: 'quote', start: 0, end: 6 }, paragraph(0, 2), paragraph(4, 6), paragraph(8, 10)],
      'аа\n\nбб вв',
      ['quote: аа\n\nбб вв', 'paragraph: аа', 'paragraph: бб вв'],
    ],
  ] as [string, Block[], string, string[]][])('%j → %j', (text, blocks, newText, expected) => {
    expect(layout(text, blocks, newText)).toEqual(expected)
  })

  test('marks stretch with what is put into them, not with what is put beside them', () => {
    const text = 'да жирное слово нет'
    const article = articleOf(text, [], [{ type: 'bold', start: 3, end: 15 }])
    const marksIn = (newText: string) =>
      correctText(article, [], diffEdits(text, newText)).article.marks.map(({ start, end }) =>
        newText.slice(start, end),
      )
    expect(marksIn('да жирное и слово нет')).toEqual(['жирное и слово'])
    expect(marksIn('да, вот жирное слово или нет')).toEqual(['жирное слово'])
    expect(marksIn('да нет')).toEqual([])
  })
})

test.each([
  [{ start: 0, end: 3, insert: '' }, 'text'],
  [{ start: 1, end: 1, insert: '\r' }, 'text'],
  [{ start: 1, end: 1, insert: '\uD83D' }, 'text'],
  [{ start: 1, end: 2, insert: '' }, 'inside-character'],
  [{ start: 2, end: 9, insert: '' }, 'span'],
])('refuses %j', (edit, reason) => {
  expect(() => correctText(articleOf('а😀'), [], [edit])).toThrow(reason)
})

const word = fc.constantFrom(
  'Путин',
  'Рим',
  'the',
  'Kremlin',
  'сказал',
  '😀',
  'а',
  'что',
  'государство',
  'e\u0301',
  '👩‍💻',
)
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '\n\n', '\n', '. ')
const words = (minLength: number, maxLength: number) =>
  fc.array(fc.tuple(word, gap), { minLength, maxLength }).map((list) => list.map(([a, b]) => a + b).join(''))

const cases = words(3, 40).chain((text) => {
  const place = fc.nat({ max: text.length }).map((at) => (splitsPair(text, at) ? at - 1 : at))
  const edits = fc
    .array(fc.tuple(place, place, fc.oneof(fc.constant(''), words(1, 4), word, fc.constant('\n\n'))), { maxLength: 6 })
    .map((list) => {
      let last = 0
      const result: Edit[] = []
      for (const [a, b, insert] of list.sort(([a], [b]) => a - b)) {
        const start = Math.max(last, a)
        const end = Math.max(start, Math.min(b, start + 12))
        result.push({ start, end: splitsPair(text, end) ? end + 1 : end, insert })
        last = result.at(-1)?.end ?? 0
      }
      return result
    })
  const targets = fc.array(
    fc.array(place, { minLength: 2, maxLength: 6 }).map((ends) => {
      const sorted = [...new Set(ends)].sort((a, b) => a - b)
      return Array.from({ length: sorted.length >> 1 }, (_, i) => ({
        start: sorted[2 * i] ?? 0,
        end: sorted[2 * i + 1] ?? 0,
      }))
    }),
    { maxLength: 8 },
  )
  const layout = fc.array(fc.tuple(place, place), { maxLength: 6 })
  return fc.record({ text: fc.constant(text), edits, targets, layout })
})

const touches = ({ start, end }: Span, edit: Edit) => edit.end >= start && edit.start <= end

test('random edits: surviving quotes stand where their offsets say, what is untouched keeps its words', () => {
  fc.assert(
    fc.property(cases, ({ text, edits, targets, layout }) => {
      const newText = applyEdits(text, edits)
      fc.pre(/\S/.test(newText))
      const blocks = layout.filter(([a, b]) => a < b).map(([start, end]): Block => ({ type: 'paragraph', start, end }))
      const marks = blocks.map(({ start, end }) => ({ type: 'bold' as const, start, end }))
      const annotations = targets
        .filter((spans) => spans.length > 0)
        .map((spans) => annotationOn(text, spans, spans.slice(0, 1)))
      const { article, annotations: results } = correctText(articleOf(text, blocks, marks), annotations, edits)
      expect(article.text).toBe(newText)
      for (const range of [...article.blocks, ...article.marks]) {
        expect(range.start).toBeLessThan(range.end)
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeLessThanOrEqual(newText.length)
        expect(splitsPair(newText, range.start) || splitsPair(newText, range.end)).toBe(false)
      }
      for (const [i, { annotation, outcome }] of results.entries()) {
        const before = annotations[i]
        if (!before) throw new Error('not one for each')
        expect(faultsOf(annotation, inUtf16(newText))).toEqual([])
        const { fragments } = annotation.target
        expect(fragments.every((f, k) => f.start < f.end && f.start >= (fragments[k - 1]?.end ?? 0))).toBe(true)
        const quotes = (one: Annotation) => one.target.fragments.map(({ quote }) => quote)
        if (outcome === 'orphan') expect(quotes(annotation)).toEqual(quotes(before))
        else expect(fragments.every((fragment) => holds(newText, fragment))).toBe(true)
        const untouched = before.target.fragments.every((fragment) => !edits.some((edit) => touches(fragment, edit)))
        if (!untouched) continue
        expect(outcome).toBe('kept')
        const moved = before.target.fragments.map(({ start, end, quote }) => {
          const shift = edits.reduce((sum, e) => (e.end < start ? sum + e.insert.length - e.end + e.start : sum), 0)
          return { start: start + shift, end: end + shift, quote }
        })
        expect(fragments).toEqual(moved)
      }
    }),
    { numRuns: 1000 },
  )
})

test('random texts: the edits between them turn one into the other and part no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), words(0, 30), words(0, 30), (noise, a, b) => {
      for (const [before, after] of [
        [a, b],
        [a + noise.toWellFormed(), a],
      ] as const) {
        const edits = diffEdits(before, after)
        expect(applyEdits(before, edits)).toBe(after)
        for (const { start, end, insert } of edits) {
          expect(splitsPair(before, start) || splitsPair(before, end)).toBe(false)
          expect(insert.isWellFormed()).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})
