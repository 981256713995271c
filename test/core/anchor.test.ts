import fc from 'fast-check'
import { expect, describe as group, it } from 'vitest'
import { describe, newEffort, reanchor, relocate } from '../../src/core/anchor.ts'
import { codePointLength } from '../../src/core/offsets.ts'
import type { Span, Target } from '../../src/core/span.ts'

const article =
  'Глава делегации сообщил, что переговоры начнутся в понедельник. По словам посредника, стороны согласны.\n\n' +
  'Позднее посредник уточнил: стороны согласны лишь на перемирие. «Мы не согласны», — возразил министр 🇺🇳.'

const spanOf = (text: string, quote: string, nth = 1): Span => {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1)
  if (start < 0) throw new Error(`no ${quote}`)
  return { start, end: start + quote.length }
}

const quotes = (text: string, target: Target) => target.fragments.map(({ start, end }) => text.slice(start, end))

const found = (text: string, target: Target): string[] | string => {
  const anchored = reanchor(text, target)
  return anchored.state === 'orphan' ? 'orphan' : quotes(text, anchored.target)
}

group('describing a target', () => {
  it('takes the quote and 32 code points on either side, fewer at the edges', () => {
    const target = describe(article, [spanOf(article, 'переговоры')])
    expect(target.fragments[0]?.quote).toBe('переговоры')
    expect(target.prefix).toBe('Глава делегации сообщил, что ')
    expect(codePointLength(target.suffix)).toBe(32)
    expect(describe('👍'.repeat(100), [{ start: 100, end: 102 }]).prefix).toBe('👍'.repeat(32))
  })

  it('never splits a character', () => {
    const target = describe('а👍б', [{ start: 2, end: 4 }])
    expect(target).toEqual({ fragments: [{ start: 1, end: 4, quote: '👍б' }], prefix: 'а', suffix: '' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const { fragments, prefix, suffix } = describe(text, [{ start, end }])
        expect([prefix, suffix, fragments[0]?.quote].every((piece) => piece?.isWellFormed())).toBe(true)
        expect(text.startsWith(prefix + fragments[0]?.quote + suffix, (fragments[0]?.start ?? 0) - prefix.length)).toBe(
          true,
        )
      }),
    )
  })
})

group('finding a target again', () => {
  const target = (quote: string, nth = 1) => describe(article, [spanOf(article, quote, nth)])

  it('believes offsets whose quote is there', () => {
    const at = target('согласны', 2)
    expect(reanchor(article, at)).toEqual({ state: 'exact', target: at })
  })

  it('follows a quote that moved, by its context where it stands more than once', () => {
    const longer = `Обновлено. ${article}`
    for (const nth of [1, 2, 3]) {
      expect(reanchor(longer, target('согласны', nth))).toEqual({
        state: 'reanchored',
        target: describe(longer, [spanOf(longer, 'согласны', nth)]),
      })
    }
  })

  it('takes the only place of a quote whose context is gone', () => {
    const text = 'Совсем другой текст, но переговоры в нём есть.'
    expect(found(text, target('переговоры'))).toEqual(['переговоры'])
  })

  it('tells places apart by what is left of the context', () => {
    const retyped = article.replace('Позднее посредник уточнил', 'Позже посредник уточнил')
    const anchored = reanchor(retyped, target('согласны', 2))
    expect(anchored).toMatchObject({ state: 'reanchored', target: { fragments: [spanOf(retyped, 'согласны', 2)] } })
  })

  it('never guesses between equally good places', () => {
    const twice = `${article}\n\n${article}`
    const moved = describe(`— ${article}`, [spanOf(`— ${article}`, 'переговоры')])
    expect(found(twice, moved)).toBe('orphan')
    expect(found(twice.replaceAll('переговоры', 'переговори'), moved)).toBe('orphan')
    expect(found('да, нет, да', { fragments: [{ start: 1, end: 3, quote: 'да' }], prefix: '', suffix: '' })).toBe(
      'orphan',
    )
  })

  it('finds a quote that was corrected a little, and says what stands there now', () => {
    const corrected = article.replace('начнутся в понедельник', 'начнуться в понедельник')
    expect(found(`!${corrected}`, target('переговоры начнутся в понедельник'))).toEqual([
      'переговоры начнуться в понедельник',
    ])
    const inserted = article.replace('По словам', 'Как стало известно, по словам')
    expect(found(inserted, target('По словам посредника'))).toEqual(['по словам посредника'])
  })

  it('leaves what was inserted beside a quote outside of it', () => {
    const text = article.replace('начнутся в понедельник', 'всё же начнуться в понедельник вечером')
    expect(found(text, target('начнутся в понедельник'))).toEqual(['начнуться в понедельник'])
  })

  it('gives up on a quote that is gone, and on a short one that changed', () => {
    expect(found('Ничего похожего здесь нет, хотя текст достаточно длинный.', target('переговоры'))).toBe('orphan')
    expect(found('x'.repeat(500), target('стороны согласны лишь на перемирие'))).toBe('orphan')
    expect(found(article.replace('что', 'как'), target('что'))).toBe('orphan')
  })

  it('finds all fragments of a discontinuous target or none', () => {
    const spans = [spanOf(article, 'стороны согласны', 2), spanOf(article, 'перемирие')]
    const split = describe(article, spans)
    expect(found(`— ${article}`, split)).toEqual(['стороны согласны', 'перемирие'])
    expect(found(article.replace('лишь', 'только'), split)).toEqual(['стороны согласны', 'перемирие'])
    expect(found(`— ${article.replace('перемирие', 'паузу')}`, split)).toBe('orphan')
    const swapped = article.replace('стороны согласны лишь на перемирие', 'перемирие: стороны согласны')
    expect(found(swapped, split)).toBe('orphan')
  })

  it('finds a long quote by its ends', () => {
    const passage = Array.from({ length: 60 }, (_, i) => `Пункт ${i} гласит: сторона ${i * 7} отводит силы.`).join(' ')
    const before = `Вступление. ${passage} Заключение.`
    const long = describe(before, [spanOf(before, passage)])
    const edited = passage.replace('Пункт 30 гласит', 'Пункт тридцатый гласит')
    expect(found(`${before.slice(0, 12)}${edited} Заключение.`, long)).toEqual([edited])
    expect(found(`Вступление. ${passage.slice(0, 500)} Заключение.`, long)).toBe('orphan')
  })

  it('comes back with true quotes, in order, whatever was done to the text', () => {
    const edit = fc.record({
      at: fc.nat(article.length),
      cut: fc.nat(12),
      put: fc.constantFrom('', ' ', 'не ', '👍', 'стороны'),
    })
    fc.assert(
      fc.property(
        fc.nat(article.length - 30),
        fc.integer({ min: 4, max: 30 }),
        fc.array(edit, { maxLength: 4 }),
        (start, length, edits) => {
          const before = describe(article, [{ start, end: start + length }])
          let text = article
          for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut)
          text = text.toWellFormed()
          const anchored = reanchor(text, before)
          if (edits.length === 0) expect(anchored.state).toBe('exact')
          if (anchored.state !== 'reanchored') return
          expect(describe(text, anchored.target.fragments)).toEqual(anchored.target)
        },
      ),
    )
  })

  it('spends a bounded effort on hostile text', () => {
    const effort = newEffort(20_000_000)
    const text = 'ab'.repeat(500_000)
    const hostile = {
      fragments: [{ start: 1, end: 201, quote: `${'ab'.repeat(99)}cc` }],
      prefix: 'ab'.repeat(16),
      suffix: '',
    }
    const started = performance.now()
    for (let i = 0; i < 1000; i++) expect(reanchor(text, hostile, effort).state).toBe('orphan')
    const many = { fragments: [{ start: 1, end: 3, quote: 'ab' }], prefix: 'b', suffix: 'a' }
    for (let i = 0; i < 1000; i++) expect(reanchor(text, many, effort).state).toBe('orphan')
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

group('finding a cue again', () => {
  const cue = { ...spanOf(article, 'сообщил'), quote: 'сообщил' }

  it('moves with its target, else by its only place', () => {
    const text = `Сегодня сообщил! ${article}`
    expect(relocate(text, cue, 17, newEffort())).toEqual({ ...spanOf(text, 'сообщил', 2), quote: 'сообщил' })
    expect(relocate(text, cue, 0, newEffort())).toBeUndefined()
    expect(relocate(`— ${article}`, cue, 0, newEffort())).toEqual({ start: 18, end: 25, quote: 'сообщил' })
    expect(relocate(article.replace('сообщил', 'заметил'), cue, 0, newEffort())).toBeUndefined()
  })
})
