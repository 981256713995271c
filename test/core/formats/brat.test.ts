import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { proposeMapping } from '../../../src/core/formats/propose-mapping.ts'
import { shared } from '../shared.ts'
import { problemsIn, readForeign, relationsIn, wordsIn } from './read.ts'

const text = '🙂 Anna Petrova met Boris in Geneva.\nShe left.'
const brat = (lines: string[], txt = text, end = '\n') =>
  readForeign('brat', 'a.ann', lines.join(end), { 'a.txt': txt })

describe('brat', () => {
  it('reads spans, discontinuous ones too, relations, equivalences and events', () => {
    const read = brat([
      'T1\tPerson 2 14\tAnna Petrova',
      'T2\tPerson 2 6;19 24\tAnna Boris',
      'T3\tMeet 15 18\tmet',
      'T4\tPerson 36 39\tShe',
      'E1\tMeet:T3 Who:T1 Who2:T2 Then:E2',
      'T5\tLeave 40 44\tleft',
      'E2\tLeave:T5 Who:T4',
      'R1\tKnows Arg1:T1 Arg2:T2',
      '*\tAlias T1 T4',
    ])
    expect(read.problems).toEqual([])
    expect(wordsIn(read)).toEqual(['Person Anna Petrova', 'Person Anna|Boris', 'Meet met', 'Person She', 'Leave left'])
    expect(relationsIn(read).sort()).toEqual([
      'Alias T1 T4',
      'Knows T1 T2',
      'Then T3 T5',
      'Who T3 T1',
      'Who T3 T2',
      'Who T5 T4',
    ])
    expect(read.offsets).toMatchObject({ reading: { unit: 'codePoint' }, proof: 'quotes' })
  })

  it('gives attributes, normalisations and notes to what they are about', () => {
    const { documents, problems } = brat([
      'A1\tMention T1 Name',
      'A2\tSure E1',
      'T1\tPerson 2 14\tAnna Petrova',
      'T3\tMeet 15 18\tmet',
      'E1\tMeet:T3',
      'N1\tReference T1 Wikidata:Q1\tAnna',
      '#1\tAnnotatorNotes T1\tfirst',
      '#2\tAnnotatorNotes E1\twhen?',
      'R1\tKnows Arg1:T1 Arg2:T3',
      'A3\tStrength R1 high',
    ])
    expect(problems).toEqual([])
    const [anna, met] = documents[0]?.spans ?? []
    expect(anna).toMatchObject({ features: { Mention: 'Name', Reference: 'Wikidata:Q1' }, note: 'first' })
    expect(met).toMatchObject({ features: { Sure: true }, note: 'when?' })
    expect(documents[0]?.relations).toMatchObject([{ layer: 'Knows', features: { Strength: 'high' } }])
  })

  it('lists damaged lines and takes the others', () => {
    const read = brat([
      'T1\tPerson 2 14\tAnna Petrova',
      'T2 Person 19 24 Boris',
      'T3\tPerson 19 24\tBorys',
      'T4\tPerson 19 900\tBoris',
      'T1\tPerson 19 24\tBoris',
      'R1\tKnows Arg1:T1 Arg2:T3',
      'R2\tKnows Arg1:T1',
      'A1\tMention T9 Name',
      'something else',
      'T5\tPerson 19 24\tBoris',
      'T6\tPerson 28 34\tGeneva',
    ])
    expect(wordsIn(read)).toEqual(['Person Anna Petrova', 'Person Boris', 'Person Geneva'])
    expect(problemsIn(read)).toEqual([
      '2 value',
      '3 quote',
      '4 quote',
      '5 twice',
      '6 reference',
      '7 value',
      '8 reference',
      '9 value',
    ])
  })

  it('finds out by the quotes that a tool counted UTF-16, or left out the CR', () => {
    const crlf = text.replaceAll('\n', '\r\n')
    for (const [start, unit, cr] of [
      [37, 'codePoint', true],
      [36, 'codePoint', false],
      [38, 'utf16', true],
    ] as const) {
      // A second span before the line end keeps apart what one alone would leave open.
      const shift = unit === 'utf16' ? 1 : 0
      const lines = [`T1\tPerson ${start} ${start + 3}\tShe`, `T2\tPerson ${2 + shift} ${6 + shift}\tAnna`]
      const read = brat(lines, crlf, '\r\n')
      expect({ start, words: wordsIn(read) }).toEqual({ start, words: ['Person She', 'Person Anna'] })
      expect(read.offsets?.reading).toMatchObject({ unit, cr })
      expect(read.documents[0]?.text).toBe(text)
    }
  })

  it('is refused without its text, with offsets that nothing proves, and where it is no brat at all', () => {
    expect(readForeign('brat', 'a.ann', 'T1\tPerson 0 4\tAnna')).toMatchObject({
      documents: [],
      problems: [{ reason: 'no-text', detail: 'a.txt' }],
    })
    const wrong = brat(['T1\tPerson 3 15\tAnna Petrova', 'T2\tPerson 19 24\tBoris'])
    expect(wrong.documents).toEqual([])
    expect(wrong.offsets?.reading).toBeUndefined()
    expect(problemsIn(brat(['{"not": "brat"}']))).toEqual(['1 format'])
  })
})

const corpora = { 'brat/tutorial-news': 119, rusentrel: 2134 }

it.skipIf(!shared.there).each(Object.entries(corpora))(
  `every line of %s is read, and every quote stands ${shared.note}`,
  (folder, count) => {
    const path = (name: string) => shared.path(`corpora/${folder}/${name}`)
    const files = readdirSync(path('')).filter((name) => name.endsWith('.ann'))
    const reads = files.map((name) => {
      const txt = name.replace('.ann', '.txt')
      return readForeign('brat', name, readFileSync(path(name), 'utf8'), { [txt]: readFileSync(path(txt), 'utf8') })
    })
    expect(reads.flatMap(problemsIn)).toEqual([])
    expect(reads.flatMap(wordsIn)).toHaveLength(count)
    for (const { offsets } of reads) {
      expect(offsets?.reading).toEqual({ unit: 'codePoint', cr: true, bom: false })
      expect(offsets?.tried[0]?.fits).toBe(offsets?.spans)
    }
  },
)

it('takes opinions that stand beside it for relations between first mentions, by names in any case', () => {
  const txt = 'Сирия и США. О Сирии в Сирии.'
  const lines = ['T1\tGPE 0 5\tСирия', 'T2\tGPE 8 11\tСША', 'T3\tGPE 15 20\tСирии']
  const opinions = 'США, Сирия, neg, current\r\n\r\nСирии, США, pos\r\nАсад, США, neg, past\r\nСирия, США, well\r\n'
  const read = readForeign('rusentrel', 'a.ann', lines.join('\n'), { 'a.txt': txt, 'a.opin.txt': opinions })
  expect(relationsIn(readForeign('brat', 'a.ann', lines.join('\n'), { 'a.txt': txt, 'a.opin.txt': opinions }))).toEqual(
    [],
  )
  expect(relationsIn(read)).toEqual(['Opinion T2 T1', 'Opinion T3 T2'])
  expect(read.documents[0]?.relations[0]?.features).toEqual({ value: 'neg', time: 'current' })
  expect(read.unread).toEqual([
    { what: 'a.opin.txt: Асад, США, neg, past', count: 1 },
    { what: 'a.opin.txt: Сирия, США, well', count: 1 },
  ])
  expect(proposeMapping(read.documents).relations).toEqual([
    { layer: 'Opinion', where: { value: 'neg' }, as: 'link', type: 'neg', attributes: { time: 'time' } },
    { layer: 'Opinion', where: { value: 'pos' }, as: 'link', type: 'pos', attributes: { time: 'time' } },
  ])
})

it.skipIf(!shared.there)(`nine of ten opinions of a whole corpus find their mentions ${shared.note}`, () => {
  const folder = shared.path('corpora/rusentrel')
  const texts = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.ann'))
    .map((name) => {
      const beside = ['.txt', '.opin.txt'].map((end) => name.replace('.ann', end))
      return readForeign('rusentrel', name, texts(name), Object.fromEntries(beside.map((one) => [one, texts(one)])))
    })
  const taken = found.flatMap(relationsIn).length
  const unread = found.flatMap((file) => file.unread ?? []).length
  expect(taken + unread).toBe(123)
  expect(taken).toBeGreaterThanOrEqual(111)
})
