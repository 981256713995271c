import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shared } from '../shared.ts'
import { problemsIn, readForeign, relationsIn, wordsIn } from './read.ts'

const text = '🙂 Анна и Борис.'

describe('doccano', () => {
  it('reads sequence labels and relations, a record a line, and lists what is damaged', () => {
    const lines = [
      JSON.stringify({
        id: 7,
        text,
        label: [
          [3, 7, 'PER'],
          [10, 15, 'PER'],
        ],
      }),
      '{"text": "cut o',
      JSON.stringify({ id: 8, label: [] }),
      JSON.stringify({
        text: 'Anna met Boris.',
        entities: [
          { id: 1, start_offset: 0, end_offset: 4, label: 'PER' },
          { id: 2, start_offset: 9, end_offset: 14, label: 'PER' },
          { id: 2, start_offset: 5, end_offset: 8, label: 'X' },
        ],
        relations: [
          { id: 1, from_id: 1, to_id: 2, type: 'met' },
          { id: 2, from_id: 1, to_id: 9, type: 'met' },
        ],
      }),
      JSON.stringify({ text: 'half \ud83d', label: [] }),
    ]
    const read = readForeign('doccano', 'x.jsonl', lines.join('\r\n'))
    expect(wordsIn(read)).toEqual(['PER Анна', 'PER Борис', 'PER Anna', 'PER Boris'])
    expect(relationsIn(read)).toEqual(['met e1 e2'])
    expect(problemsIn(read)).toEqual(['2 format', '3 no-text', '4 twice', '4 reference', '5 format'])
    expect(read.offsets).toMatchObject({ reading: { unit: 'utf16' }, proof: 'words', quotes: 0 })
  })

  it('keeps the other columns of a record with its article', () => {
    const record = { id: 7, text: 'Anna', label: [[0, 4, 'PER']], Comments: [], meta: { page: 3 }, source: 'mail' }
    const read = readForeign('doccano', 'x.jsonl', record)
    expect(read.documents[0]?.metadata).toEqual({ more: { meta: { page: 3 }, source: 'mail' } })
  })

  it('refuses a file whose unit nobody can tell', () => {
    const read = readForeign('doccano', 'x.jsonl', { text: '🙂 ....', label: [[4, 5, 'X']] })
    expect(read.documents).toEqual([])
    expect(read.offsets?.tried.map(({ fits }) => fits)).toEqual([1, 1, 1])
  })
})

describe('Label Studio', () => {
  const result = (shift: number) => [
    {
      id: 'a',
      from_name: 'label',
      type: 'labels',
      value: { start: 2 + shift, end: 6 + shift, text: 'Анна', labels: ['PER'] },
    },
    { id: 'a', from_name: 'sure', type: 'choices', value: { start: 2 + shift, end: 6 + shift, choices: ['yes'] } },
    {
      id: 'b',
      from_name: 'label',
      type: 'labels',
      value: { start: 9 + shift, end: 14 + shift, text: 'Борис', labels: ['PER', 'Guest'] },
    },
    { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: ['knows'] },
  ]
  const tasks = (shift: number) => [
    {
      id: 3,
      data: { url: 'http://example.org', text },
      annotations: [{ id: 5, completed_by: { email: 'anna@example.org' }, result: result(shift) }],
    },
  ]

  it('counts code points or UTF-16, as the words say', () => {
    for (const [shift, unit] of [
      [0, 'codePoint'],
      [1, 'utf16'],
    ] as const) {
      const read = readForeign('labelstudio', 'x.json', tasks(shift))
      expect(read.problems).toEqual([])
      expect(wordsIn(read)).toEqual(['PER Анна', 'PER Борис', 'Guest Борис'])
      expect(read.offsets).toMatchObject({ reading: { unit }, proof: 'quotes' })
      expect(relationsIn(read)).toEqual(['knows 5/b 5/a'])
      expect(read.documents[0]?.spans[0]).toMatchObject({ features: { sure: 'yes' }, annotator: 'anna@example.org' })
    }
  })

  it('takes ends for last characters where the words of the oldest exports say so', () => {
    const [{ data }] = tasks(0) as [ReturnType<typeof tasks>[number]]
    const region = (start: number, end: number, words: string) => ({
      ...{ id: words, from_name: 'ner', type: 'labels' },
      value: { start, end, text: words, labels: ['PER'] },
    })
    const completions = [{ id: 1, result: [region(3, 6, 'Анна'), region(10, 14, 'Борис')] }]
    const read = readForeign('labelstudio', 'x.json', { id: 1, data, completions })
    expect(wordsIn(read)).toEqual(['PER Анна', 'PER Борис'])
    expect(read.offsets).toMatchObject({ reading: { unit: 'utf16', last: true }, proof: 'quotes' })
  })

  it('keeps what else is said of a text, and counts what is not read', () => {
    const [task] = tasks(0) as [ReturnType<typeof tasks>[number]]
    const annotations = [
      ...task.annotations.map((one) => ({ ...one, completed_by: null, was_cancelled: null })),
      { id: 6, was_cancelled: true, result: result(0) },
    ]
    const read = readForeign('labelstudio', 'x.json', [{ ...task, annotations, predictions: [{ result: [] }, {}] }])
    expect(read.documents[0]?.metadata).toEqual({ more: { url: 'http://example.org' } })
    expect(wordsIn(read)).toHaveLength(3)
    expect(read.unread).toEqual([
      { what: 'predictions', count: 2 },
      { what: 'was_cancelled', count: 1 },
    ])
  })

  it('reads old exports, and leaves out cancelled work', () => {
    const [{ annotations, ...task }] = tasks(0) as [ReturnType<typeof tasks>[number]]
    const old = { ...task, completions: [...annotations, { id: 6, was_cancelled: true, result: result(0) }] }
    expect(wordsIn(readForeign('labelstudio', 'x.json', [old]))).toHaveLength(3)
  })
})

describe('what is said of a text as a whole', () => {
  it('is counted and not read, in Label Studio by the kind of control; where a picture is, is no text', () => {
    const task = (data: object, ...result: object[]) => ({ data, annotations: [{ result }] })
    const read = readForeign('labelstudio', 'x.json', [
      task(
        { text: 'One two.', image: '/data/upload/1 a.jpg' },
        { id: 'a', type: 'choices', value: { choices: ['Good'] } },
        { id: 'b', type: 'labels', value: { start: 4, end: 7, text: 'two', labels: ['Number'] } },
        { id: 'c', type: 'labels', value: { startOffset: 1 } },
      ),
      task({ image: 'https://example.org/1.jpg' }, { id: 'd', type: 'rectanglelabels', value: { x: 1 } }),
    ])
    expect(wordsIn(read)).toEqual(['Number two'])
    expect(problemsIn(read)).toEqual(['1 value', '2 no-text'])
    expect(read.unread).toEqual([
      { what: 'choices', count: 1 },
      { what: 'rectanglelabels', count: 1 },
    ])
  })

  it('is counted in doccano too, whose earlier files have people and labels by their numbers', () => {
    const read = readForeign(
      'doccano',
      'x.jsonl',
      [
        { text: 'One two.', annotations: [{ label: 12, start_offset: 4, end_offset: 7, user: 1 }] },
        { text: 'Three.', annotations: [{ label: 15, user: 1 }] },
        { text: 'Four.', label: ['good', [0, 4, 'Number']] },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    )
    expect(wordsIn(read)).toEqual(['12 two', 'Number Four'])
    expect(read.documents[0]?.spans[0]?.annotator).toBe('1')
    expect([problemsIn(read), read.unread]).toEqual([[], [{ what: 'label', count: 2 }]])
  })
})

describe('W3C Web Annotation', () => {
  const page = '\uFEFFOne 🙂 two.\r\nThree two.'
  const annotation = (id: string, selector: object[], more: object = {}) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: 'Number' },
      { type: 'TextualBody', purpose: 'commenting', value: 'why?' },
    ],
    creator: { id: 'u1', name: 'Anna' },
    target: { source: 'http://example.org/a', selector },
    ...more,
  })
  const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more })
  const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

  it('takes positions that quotes prove, and looks for quotes that have no position', () => {
    const read = readForeign(
      'w3c',
      'a.w3c.json',
      [
        annotation('1', [quote('two'), position(7, 10)]),
        annotation('2', [quote('Three', { prefix: '\n' })]),
        annotation('3', [quote('two', { prefix: 'Three ' })]),
        annotation('4', [quote('two')]),
        annotation('5', [quote('four')]),
        annotation('6', [{ type: 'SvgSelector', value: '<svg/>' }]),
        annotation('8', [quote('One'), position(0, 3)]),
        annotation('7', [], { body: '1', target: '2' }),
      ],
      { 'a.txt': page },
    )
    expect(wordsIn(read)).toEqual(['Number two', 'Number Three', 'Number two', 'Number One'])
    expect(read.documents[0]?.spans[2]?.fragments).toEqual([{ start: 18, end: 21 }])
    expect(read.documents[0]?.spans[0]).toMatchObject({ annotator: 'Anna', note: 'why?' })
    expect(relationsIn(read)).toEqual(['link 1 2'])
    expect(problemsIn(read)).toEqual(['4 ambiguous', '5 quote', '6 value'])
    expect(read.offsets).toMatchObject({ reading: { unit: 'utf16', bom: false }, proof: 'quotes' })
  })

  it('finds the text beside it by the address', () => {
    const about = (source: string) => ({ target: { source, selector: [quote('two', { prefix: 'One 🙂 ' })] } })
    const [one, other] = ['https://example.org/talks/a.html?x=1', 'file:///home/anna/b%20c.txt']
    const list = [annotation('1', [], about(one)), annotation('2', [], about(other))]
    const read = readForeign('w3c', 'list.json', list, { 'a.txt': page, 'b c.txt': page })
    expect(read.documents.map(({ name, spans }) => [name, spans[0]?.fragments])).toEqual([
      ['a.txt', [{ start: 7, end: 10 }]],
      ['b c.txt', [{ start: 7, end: 10 }]],
    ])
  })

  const article = (text: string, name = 'A') => ({ articleId: `sha256:${name}`, name, text })
  /** What a browser counts: the page's own spaces and head are in it. */
  const shown = 'Head\n\nOne two three.\n\nOne two four.\n\nOne two three again.'

  it('finds articles of the project by what is quoted, past white space, in several places by far the nearest', () => {
    const read = readForeign(
      'w3c',
      'a.json',
      [
        annotation('1', [quote('One  two\n   three'), position(12, 28)]),
        annotation('2', [quote('two', { prefix: 'One ', suffix: ' four' })]),
        annotation('3', [quote('two three'), position(30, 39)]),
        annotation('4', [quote('again')], { target: { source: 'http://example.org', selector: quote('again') } }),
        annotation('5', [quote('never')]),
      ],
      {},
      [article('Nothing of it.', 'B'), article(shown)],
    )
    expect(read.documents.map(({ articleId, text }) => [articleId, text])).toEqual([['sha256:A', shown]])
    expect(wordsIn(read)).toEqual(['Number One two three', 'Number two', 'Number again'])
    expect(problemsIn(read)).toEqual(['3 ambiguous', '5 quote'])
    expect(read.offsets).toMatchObject({ byQuotes: 3 })
  })

  it('takes links between annotations of such articles; of one id the first counts', () => {
    const about = (letter: string) => ({ target: { source: `http://example.org/${letter}`, selector: quote(letter) } })
    const link = (id: string, body: string, target: string) => annotation(id, [], { body, target })
    const list = [
      ...[link('5', '1', '2'), annotation('1', [], about('a')), annotation('2', [], about('a'))],
      ...[annotation('3', [], about('b')), annotation('1', [], about('b')), link('6', '1', '3'), link('7', '5', '1')],
    ]
    const read = readForeign('w3c', 'l.json', list, {}, [article('a', 'A'), article('b', 'B')])
    expect(read.documents.map(({ name, spans }) => [name, ...spans.map(({ id }) => id)])).toEqual([
      ['A', '1', '2'],
      ['B', '3'],
    ])
    expect(relationsIn(read)).toEqual(['link 1 2'])
    expect(problemsIn(read)).toEqual(['5 twice', '6 reference', '7 reference'])
  })

  it('is refused where no article has the words, or several have', () => {
    const list = [annotation('1', [quote('two', { prefix: 'One ', suffix: ' four' })])]
    const refused = (known: ReturnType<typeof article>[]) => readForeign('w3c', 'a.jsonld', list, {}, known)
    expect(refused([article('Something else.')])).toMatchObject({
      documents: [],
      problems: [{ entry: 1, reason: 'no-article', detail: 'http://example.org/a' }],
    })
    expect(refused([article(shown), article(`${shown} `, 'B')])).toMatchObject({
      documents: [],
      problems: [{ entry: 1, reason: 'several-articles', detail: 'A, B' }],
    })
  })

  it('takes what Hypothesis gives out', () => {
    const row = {
      ...{
        id: 'x1',
        uri: 'https://example.org/a',
        user: 'acct:anna@hypothes.is',
        text: 'why?',
        tags: ['Number', 'odd'],
      },
      target: [
        { source: 'https://example.org/a', selector: [{ type: 'RangeSelector' }, position(7, 10), quote('two')] },
      ],
    }
    const read = readForeign('w3c', 'a.json', { total: 1, rows: [row] }, { 'a.txt': page })
    expect(wordsIn(read)).toEqual(['Number two'])
    expect(read.documents[0]?.spans[0]).toMatchObject({
      annotator: 'acct:anna@hypothes.is',
      note: 'why?',
      features: { odd: true },
    })
  })
})

describe('UIMA CAS JSON', () => {
  const cas = {
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: text },
      { '%ID': 2, '%TYPE': 'custom.Person', '@sofa': 1, begin: 3, end: 7, value: 'PER', '@links': 5 },
      { '%ID': 3, '%TYPE': 'custom.Person', '@sofa': 1, begin: 10, end: 15, value: 'PER' },
      {
        '%ID': 4,
        '%TYPE': 'custom.Knows',
        '@sofa': 1,
        begin: 10,
        end: 15,
        '@Governor': 2,
        '@Dependent': 3,
        label: 'well',
      },
      { '%ID': 5, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [6] },
      { '%ID': 6, '%TYPE': 'custom.Link', role: 'guest', '@target': 3 },
      { '%ID': 7, '%TYPE': 'custom.Person', '@sofa': 1, begin: 1, end: 7 },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4] } },
  }

  it('reads spans, relations and slots; a boundary inside a character is listed', () => {
    const read = readForeign('cas-json', 'x.json', cas)
    expect(wordsIn(read)).toEqual(['custom.Person Анна', 'custom.Person Борис'])
    expect(relationsIn(read)).toEqual(['custom.Person:links f2 f3', 'custom.Knows f2 f3'])
    expect(read.documents[0]?.relations.map(({ features }) => features)).toEqual([{ role: 'guest' }, { label: 'well' }])
    expect(read.documents[0]?.spans[0]?.features).toEqual({ value: 'PER' })
    expect(problemsIn(read)).toEqual(['7 offsets'])
    expect(read.offsets).toMatchObject({ reading: { unit: 'utf16' }, proof: 'declared' })
  })

  it('is refused where it is another JSON, or has no text', () => {
    expect(problemsIn(readForeign('cas-json', 'x.json', [{ text }]))).toEqual(['1 format'])
    expect(readForeign('cas-json', 'x.json', { '%VIEWS': {} })).toMatchObject({
      documents: [],
      problems: [{ reason: 'no-text' }],
    })
  })
})

const corpus = (name: string) => readFileSync(shared.path(`corpora/${name}`), 'utf8')

it.skipIf(!shared.there)(`fixtures of the tools themselves are read ${shared.note}`, () => {
  const relations = readForeign('doccano', 'x.jsonl', corpus('doccano/export_relation_extraction.jsonl'))
  expect(wordsIn(relations)).toEqual([
    'ORG Google',
    'DATE September 4, 1998',
    'PERSON Larry Page',
    'PERSON Sergey Brin',
  ])
  expect(relationsIn(relations)).toHaveLength(3)
  const lines = readForeign('doccano', 'x.jsonl', corpus('doccano/sequence_labeling_example.jsonl'))
  expect([wordsIn(lines), problemsIn(lines)]).toEqual([['LOC e'], ['3 no-text']])
  const chinese = readForeign(
    'cas-json',
    'x.json',
    corpus('uima-cas/casWithTraditionalChineseTextAndAnnotations/data.json'),
  )
  expect(chinese.problems).toEqual([])
  expect(wordsIn(chinese)).toHaveLength(5)
})

describe('JSON that is nested too deeply', () => {
  it.each(['w3c', 'doccano', 'labelstudio', 'hf', 'ruopinionne'] as const)(
    'is listed by %s, and the rest is read',
    (format) => {
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
      const read = readForeign(
        format,
        'a.json',
        `[{"text": "a", "opinions": [], "meta": ${deep}}, {"text": "b", "opinions": []}]`,
      )
      expect(problemsIn(read)).toContain('1 value')
      if (format === 'doccano' || format === 'ruopinionne')
        expect(read.documents.map(({ text }) => text)).toEqual(['b'])
    },
  )
})
