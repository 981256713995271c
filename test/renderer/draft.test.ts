import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  carriedOver,
  changesBetween,
  type Draft,
  documentOf,
  draftText,
  emptyDraft,
  isChanged,
  keepDraft,
  recallDraft,
  wordsOf,
} from '../../src/renderer/src/correction/draft.ts'

const articleId = `sha256:${'0'.repeat(64)}`

const typed = (base: string, text: string): Draft => ({ base, changes: changesBetween(base, text) })

const kept = (draft: Draft) => JSON.parse(JSON.stringify(keepDraft(articleId, draft)))

const texts = fc
  .array(fc.constantFrom('Рим ', 'Путнн\u00A0', 'мол\u00ADва', '\n', '\n\n', '😀', '\u2028', '\u200B', 'the '), {
    minLength: 1,
    maxLength: 20,
  })
  .map((parts) => parts.join(''))

test('a draft that was kept comes back to the letter', () => {
  fc.assert(
    fc.property(texts, texts, (base, text) => {
      const draft = typed(base, text)
      const recalled = recallDraft(kept(draft), base)
      expect(recalled && draftText(recalled)).toBe(text)
      expect(draftText(draft)).toBe(text)
      expect(isChanged(draft)).toBe(base !== text)
    }),
  )
})

test('a draft is not put over another text than its own, nor one that was damaged', () => {
  const draft = kept(typed('Путнн прибыл.', 'Путин прибыл.\nРим ждал.'))
  expect(recallDraft(draft, 'Путнн убыл..')).toBeUndefined()
  expect(recallDraft({ ...draft, changes: [[4, 'x'], -1] }, 'Путнн прибыл.')).toBeUndefined()
  expect(recallDraft({ ...draft, changes: 'none' }, 'Путнн прибыл.')).toBeUndefined()
  expect(wordsOf(draft)).toContain('Рим ждал.')
})

test('a draft goes along with a change made elsewhere: both hold', () => {
  const draft = typed('Путнн прибыл в Рим. Он ждал.', 'Путин прибыл в Рим. Он ждал.')
  const { draft: carried, arrived } = carriedOver(draft, 'Путнн прибыл в Рим, Италия. Он ждал долго.')
  expect(draftText(carried)).toBe('Путин прибыл в Рим, Италия. Он ждал долго.')
  expect(arrived.apply(documentOf(draftText(draft))).toString()).toBe(draftText(carried))
  expect(carried.base).toBe('Путнн прибыл в Рим, Италия. Он ждал долго.')
})

test('whatever was typed and changed elsewhere, the field and its draft show the same text', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, text, now) => {
      const draft = typed(base, text)
      const { draft: carried, arrived } = carriedOver(draft, now)
      expect(arrived.apply(documentOf(text)).toString()).toBe(draftText(carried))
    }),
  )
})

test('an empty draft changes nothing', () => {
  expect(isChanged(emptyDraft('Рим'))).toBe(false)
  expect(draftText(emptyDraft('Рим'))).toBe('Рим')
})
