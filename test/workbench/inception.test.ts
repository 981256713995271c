/**
 * INCEpTION's formats out, and back in. A file of its own test suite that is imported and exported by one mapping says the same as before
 * of what the model carries: the text, spans that have words (layer, place, features), and what joins them (layer, ends, features). It does
 * not carry places without words, the numbers that tell annotations of a line apart, sentences, and features and slots that nothing fills.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ForeignDocument } from '../../src/core/formats/foreign.ts'
import { shared } from '../core/shared.ts'
import { carriedOf, fileWith, readAs, thereAndBack } from './foreign-round-trips.ts'

const suite = shared.path('corpora/inception/tsv3-suite')
const names = shared.there ? readdirSync(suite).filter((name) => existsSync(join(suite, name, 'reference.tsv'))) : []

const aboutTheFile = /\.DocumentMetaData /

describe.skipIf(!shared.there).each(['webanno-tsv', 'cas-json'] as const)(
  `WebAnno TSV 3.3 to %s ${shared.note}`,
  (to) => {
    test.each(names)('%s', async (name) => {
      const reference = join(suite, name, 'reference.tsv')
      const { imported, files, folder } = await thereAndBack([reference], 'webanno-tsv', to)
      expect(imported.files.map(({ outcome, problems }) => ({ outcome, problems }))).toEqual([
        { outcome: 'imported', problems: [] },
      ])
      const [before] = readAs('webanno-tsv', reference).documents
      const [file = ''] = files.keys()
      const {
        documents: [after],
        problems,
      } = readAs(to, join(folder, file))
      if (!before || !after) throw new Error('nothing read')
      expect(problems).toEqual([])
      expect(after.text).toBe(before.text)
      expect(carriedOf(after).filter((line) => !aboutTheFile.test(line))).toEqual(carriedOf(before))
    })
  },
)

test('relations that say different things of the same two spans stay apart, those that say the same are one', async () => {
  const file = fileWith(
    'stacked.tsv',
    [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=s|v',
      '#T_RL=r|kind|BT_s',
      '',
      '#Text=a b',
      '1-1\t0-1\ta\tx\t_\t_\t',
      '1-2\t2-3\tb\ty\tone|two|two\t1-1|1-1|1-1\t',
      '',
    ].join('\n'),
  )
  const { files, imported } = await thereAndBack([file], 'webanno-tsv', 'webanno-tsv')
  expect(imported.files[0]).toMatchObject({ added: { link: 2 }, existing: { link: 1 } })
  expect([...files.values()][0]).toMatch(/\t(one\|two|two\|one)\t1-1\|1-1\t/)
})

/** What TSV does not tell: white space at the ends of a span, what a dependency leads to, the finer type of a part of speech. */
const toldByXmi = /^test(AnnotationWith|DependencyWith|ElevatedType)/
const withXmi = names.filter((name) => existsSync(join(suite, name, 'reference.xmi')) && !toldByXmi.test(name))

describe.skipIf(!shared.there)(`WebAnno TSV 3.3 and XMI of the same document ${shared.note}`, () => {
  test.each(withXmi)('%s', (name) => {
    const [tsv, xmi] = (['webanno-tsv', 'cas-xmi'] as const).map((format) =>
      readAs(format, join(suite, name, `reference.${format === 'cas-xmi' ? 'xmi' : 'tsv'}`)).documents.flatMap(saidIn),
    )
    expect(tsv).toEqual(xmi)
  })
})

/** Without words and sentences, and what stands in one of both: a few names of types and features, and the kind of a chain's links. */
const saidIn = (document: ForeignDocument): string[] =>
  carriedOf(document)
    .filter((line) => !/^\S+\.(Token(:\w+)?|Sentence|DocumentMetaData) /.test(line))
    .map((line) =>
      line
        .replaceAll('de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity ', 'webanno.custom.Span ')
        .replace('intValue', 'integerValue')
        .replace(/^(\S*Link)(:next)? \{[^}]*\}: /, '$1: '),
    )
    .sort()

test.skipIf(!shared.there)(`files whose every column is filled come back to the byte ${shared.note}`, async () => {
  const whole = names.filter((name) =>
    /^test(TokenBounded(BioLook|.*With(?!out).*Value$)|MultiTokenStackedSpanWithF)/.test(name),
  )
  expect(whole.length).toBeGreaterThan(4)
  for (const name of whole) {
    const reference = join(suite, name, 'reference.tsv')
    const { files } = await thereAndBack([reference], 'webanno-tsv', 'webanno-tsv')
    expect([...files.values()]).toEqual([readFileSync(reference, 'utf8')])
  }
})
