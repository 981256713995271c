import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWebannoTsv } from '../../../src/core/formats/webanno-tsv.ts'
import { shared } from '../shared.ts'
import { problemsIn, readForeign, wordsIn } from './read.ts'

const file = (...rows: string[]) => `#FORMAT=WebAnno TSV 3.3\n${rows.join('\n')}\n`
const read = (...rows: string[]) => {
  const { documents, problems } = readWebannoTsv(file(...rows), 'x.tsv')
  expect(problems).toEqual([])
  const [document] = documents
  if (!document) throw new Error('nothing read')
  return document
}

describe('WebAnno TSV 3', () => {
  it('holds the lines of a span together by its number, and stacked spans apart', () => {
    const { text, spans } = read(
      '#T_SP=ner|id|value',
      '',
      '#Text=Der Rat tagt 🙂 heute',
      '1-1\t0-3\tDer\t*[1]|*[2]\tORG[1]|LOC[2]\t',
      '1-2\t4-7\tRat\t*[1]\tORG[1]\t',
      '1-3\t8-12\ttagt\t_\t_\t',
      '1-4\t13-15\t🙂\t_\tEMO\t',
      '1-5\t16-21\theute\t_\t_\t',
    )
    expect(text).toBe('Der Rat tagt 🙂 heute')
    expect(spans.map(({ layer, fragments, features }) => [layer, fragments[0], features])).toEqual([
      ['ner', { start: 0, end: 7 }, { value: 'ORG' }],
      ['ner', { start: 0, end: 3 }, { value: 'LOC' }],
      ['ner', { start: 13, end: 15 }, { value: 'EMO' }],
    ])
  })

  it('unescapes values, and bars, brackets and semicolons in them part nothing', () => {
    const { spans } = read('#T_SP=s|v', '', '#Text=a', String.raw`1-1	0-1	a	x\|y\[2\]\;\tz\\	`)
    expect(spans[0]?.features).toEqual({ v: 'x|y[2];\tz\\' })
  })

  it('reads relations with the numbers of both ends, slots with their roles, and chains', () => {
    const { relations, spans } = read(
      '#T_SP=p|v',
      '#T_SP=host|ROLE_host:who_Link|p',
      '#T_CH=coref|relation|kind',
      '#T_RL=dep|type|BT_p',
      '',
      '#Text=a b',
      '1-1\t0-1\ta\tx[1]|y[2]\tagent;patient\t1-1[2];1-2\t*->1-1\tc[1]\t_\t_\t',
      '1-2\t2-3\tb\tz\t_\t_\tsame->1-2\tc[1]\tsubj\t1-1[2_0]\t',
    )
    const name = (id: string) => spans.find((span) => span.id === id)?.features['v'] ?? id.slice(0, 1)
    expect(relations.map(({ layer, from, to, features }) => [layer, name(from), name(to), features])).toEqual([
      ['dep', 'y', 'z', { type: 'subj' }],
      ['host:who', 's', 'y', { role: 'agent' }],
      ['host:who', 's', 'z', { role: 'patient' }],
      ['coref', 's', 's', {}],
    ])
  })

  it('keeps line breaks in a sentence and the space between sentences', () => {
    const { text, tokens, sentences } = read(
      '',
      '#Text=One',
      '#Text=two .',
      '1-1\t0-3\tOne\t',
      '1-2\t4-7\ttwo\t',
      '1-3\t8-9\t.\t',
      '',
      '#Text=Three',
      '2-1\t10-15\tThree\t',
    )
    expect(text).toBe('One\ntwo .\nThree')
    expect(tokens).toHaveLength(4)
    expect(sentences?.map(({ start, end }) => text.slice(start, end))).toEqual(['One\ntwo .', 'Three'])
  })

  it('holds the lines of a link of a chain together, wherever its column stands', () => {
    const { text, relations, spans } = read(
      '#T_CH=coref|kind|relation',
      '',
      '#Text=Old Ann and she',
      '1-1\t0-3\tOld\tname[1]\tsame->1-1\t',
      '1-2\t4-7\tAnn\tname[1]\tsame->1-1\t',
      '1-3\t8-11\tand\t_\t_\t',
      '1-4\t12-15\tshe\tpronoun\t*->1-2\t',
    )
    const words = (id: string) =>
      spans
        .filter((span) => span.id === id)
        .flatMap(({ fragments }) => fragments.map((f) => text.slice(f.start, f.end)))
    expect(spans.map(({ features }) => features)).toEqual([{ kind: 'name', relation: 'same' }, { kind: 'pronoun' }])
    expect(relations.map(({ from, to, features }) => [words(from), words(to), features])).toEqual([
      [['Old Ann'], ['she'], { relation: 'same' }],
    ])
  })

  it('reads numbers behind a value that ends in a backslash, and a layer that names no column', () => {
    const { spans } = read(
      '#T_SP=s|v',
      '#T_SP=t',
      '',
      '#Text=a b',
      String.raw`1-1	0-1	a	x\\[1]	*	`,
      String.raw`1-2	2-3	b	x\\[1]	_	`,
    )
    expect(spans.map(({ layer, fragments, features }) => [layer, fragments, features])).toEqual([
      ['s', [{ start: 0, end: 3 }], { v: 'x\\' }],
      ['t', [{ start: 0, end: 1 }], {}],
    ])
  })

  it.each([
    ['3', String.raw`C:\new`, String.raw`C:\new`],
    ['3.1', String.raw`\u00ABC:\\n\u00BB`, String.raw`«C:\n»`],
    ['3.3', String.raw`C:\\n\f\u00AB`, `C:\\n\f${String.raw`\u00AB`}`],
  ])('unescapes the text as version %s does', (version, written, said) => {
    const rows = [`#Text=${written}`, `1-1\t0-${said.length}\t${written}\t`]
    const { documents, problems } = readWebannoTsv(`#FORMAT=WebAnno TSV ${version}\n\n${rows.join('\n')}\n`, 'x')
    expect(problems).toEqual([])
    expect(documents[0]?.text).toBe(said)
  })

  it('counts the CR of line ends in the text, and keeps a last sentence without words', () => {
    const { text, spans, sentences } = read(
      '#T_SP=s|v',
      '',
      String.raw`#Text=One\r`,
      '#Text=two',
      '1-1\t0-3\tOne\t_\t',
      '1-2\t5-8\ttwo\tx\t',
      '',
      '#Text=…',
    )
    expect(text).toBe('One\ntwo\n…')
    expect(spans[0]?.fragments).toEqual([{ start: 4, end: 7 }])
    expect(sentences).toEqual([{ start: 0, end: 7 }])
  })

  it('names damaged lines and reads the rest', () => {
    const damaged = file(
      '#T_SP=s|v',
      '',
      '#Text=a b c',
      '1-1\t0-1\ta\tx\t',
      '1-2\t2-3\tq\tx\t',
      '1-3\t4-5\tc\tx\ty\t',
      '1-x\t?\tc\tx\t',
    )
    const { documents, problems } = readWebannoTsv(damaged, 'x.tsv')
    expect(problems.map((problem) => ['line' in problem && problem.line, problem.reason])).toEqual([
      [6, 'quote'],
      [7, 'columns'],
      [8, 'offsets'],
    ])
    expect(documents[0]?.spans).toHaveLength(1)
    expect(readWebannoTsv('#FORMAT=WebAnno TSV 2\n', 'x').problems).toEqual([{ line: 1, reason: 'format' }])
  })

  it('finds the words of version 2 in their sentence, and holds what begins with B- and I- together', () => {
    const old = [
      ' # ner.Name | value # x.Span | f | g # x.Rel | kind | AttachTo=x.Span',
      '#id=1',
      '#text=New York, then  I-95.',
      '1-1\tNew\tB-LOC|B-ORG\tx.Span_\ttrue\t_\t_\t',
      '1-2\tYork\tI-LOC|O-_\t_\t_\t_\t_\t',
      '1-3\t,\tO\t_\t_\t_\t_\t',
      '1-4\tthen\tB-LOC\t_\t_\t_\t_\t',
      '1-5\tI-95\tB-LOC\tI-95|a\tfalse|b\tnear\t1-1\t',
      '1-6\t.\tO\t_\t_\t_\t1-2\t',
      '',
      '#id=2',
      '#text=said 🙂',
      '2-1\t🙂\tB-EMO\t_\t_\t_\t_\t',
      '2-2\tsaid\tO\t_\t',
    ].join('\r\n')
    const read = readForeign('webanno-tsv', 'old.tsv', old)
    const [document] = read.documents
    expect(document?.text).toBe('New York, then  I-95.\n🙂 said')
    expect(wordsIn(read)).toEqual([
      ...['ner.Name New York', 'ner.Name New', 'ner.Name then', 'ner.Name I-95', 'ner.Name 🙂'],
      ...['x.Span New', 'x.Span I-95', 'x.Span I-95'],
    ])
    expect(document?.spans.slice(5).map(({ features }) => features)).toEqual([
      { g: 'true' },
      { f: 'I-95', g: 'false' },
      { f: 'a', g: 'b' },
    ])
    expect(document?.relations).toMatchObject([{ layer: 'x.Rel', from: 's6', to: 's7', features: { kind: 'near' } }])
    // The second sentence is not what its words say; its spaces are made up.
    expect(problemsIn(read)).toEqual(['9 reference', '13 spaces', '14 columns'])
  })

  it('takes line ends that were made CR LF twice for one each', () => {
    const lines = [' # x.Span | f', '#id=1', '#text=Anna met', '1-1\tAnna\tB-a', '1-2\tmet\tO', '']
    const more = ['#id=2', '#text=Bob ran', '2-1\tBob\tB-b', '2-2\tran\tO', '']
    const read = readForeign('webanno-tsv', 'old.tsv', [...lines, ...more].join('\r\r\n'))
    expect(read.documents[0]?.text).toBe('Anna met\nBob ran')
    expect(wordsIn(read)).toEqual(['x.Span Anna', 'x.Span Bob'])
    expect(read.problems).toEqual([])
  })

  it('reads version 1: lemmas, parts of speech, names and what a word depends on', () => {
    const old = [
      '#id=1',
      '#text=Ann ran.',
      '1\tAnn\tann\tNNP\tB_PER\tO\t2\tSBJ\t_\t_',
      '2\tran\tI-run\tVBD\t-\tO\t0\tROOT\t_\t_',
      '3\t.\t_\t.\tO\tO\t_\t_\t_\t_',
      '',
    ].join('\n')
    const read = readForeign('webanno-tsv', 'old.tsv', old)
    expect(problemsIn(read)).toEqual([])
    expect(read.documents[0]?.text).toBe('Ann ran.')
    expect(wordsIn(read).map((line) => line.replace(/^\S+\./, ''))).toEqual([
      ...['Lemma Ann', 'Lemma ran', 'POS Ann', 'POS ran', 'POS .', 'NamedEntity Ann', 'Token ran', 'Token Ann'],
    ])
    expect(read.documents[0]?.spans[1]?.features).toEqual({ value: 'I-run' })
    expect(read.documents[0]?.relations).toMatchObject([
      { from: 's7', to: 's8', features: { DependencyType: 'SBJ' } },
      { from: 's7', to: 's7', features: { DependencyType: 'ROOT' } },
    ])
  })

  const suite = shared.path('corpora/inception/tsv3-suite')
  it.skipIf(!shared.there)(`reads the whole suite of INCEpTION without a problem ${shared.note}`, () => {
    for (const name of readdirSync(suite)) {
      const path = join(suite, name, 'reference.tsv')
      if (!existsSync(path)) continue
      const content = readFileSync(path, 'utf8')
      const { documents, problems } = readWebannoTsv(content, name)
      expect({ name, problems }).toEqual({ name, problems: [] })
      const [document] = documents
      const annotated = content.split('\n').filter((line) => /^\d+-\d+(\.\d+)?\t\d+-\d+\t[^\t]*\t.*[^_\s]/.test(line))
      if (annotated.length > 0) expect({ name, spans: document?.spans.length }).not.toEqual({ name, spans: 0 })
    }
  })
})
