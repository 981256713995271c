/**
 * INCEpTION's formats out, and back in. A file of its own test suite that is imported and exported by one mapping says the same as before
 * of what the model carries: the text, spans that have words (layer, place, features), and what joins them (layer, ends, features). It does
 * not carry places without words, the numbers that tell annotations of a line apart, sentences, and features and slots that nothing fills.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shared } from '../core/shared.ts'
import { carriedOf, readAs, thereAndBack } from './foreign-round-trips.ts'

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
