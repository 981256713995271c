/** Every file of the corpora of other programs is imported with each place proved by its words, or refused for a reason that is listed. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Workbench } from '../../src/workbench/contract.ts'
import { shared } from '../core/shared.ts'
import { anna, newProject } from './project.ts'

const root = shared.path('corpora')

const formatOf: [pattern: RegExp, format: string][] = [
  [/^(brat|rusentrel)\/.*\.ann$/, 'brat'],
  [/^doccano\/.*\.jsonl$/, 'doccano'],
  [/^w3c\/.*\.json$/, 'w3c'],
  [/^uima-cas\/.*\.json$/, 'cas-json'],
  [/^inception\/.*\.tsv$/, 'webanno-tsv'],
  [/^(uima-cas|inception)\/.*\.xmi$/, 'cas-xmi'],
]

const files = shared.there
  ? readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
      .sort()
      .flatMap((name) => {
        const [, format] = formatOf.find(([pattern]) => pattern.test(name)) ?? []
        return format === undefined ? [] : [{ name, format }]
      })
  : []

/** How many annotations there are; each stands where its quote stands. */
const proved = (workbench: Workbench): number => {
  let count = 0
  for (const { id } of workbench.articles()) {
    const { text } = workbench.article(id)
    for (const { target } of workbench.annotations(id)) {
      for (const { start, quote } of target.fragments) expect(text.slice(start, start + quote.length)).toBe(quote)
      count += 1
    }
  }
  return count
}

/** What cannot be taken of them, and why: no text, a record without one. */
const refusals = [
  'doccano/sequence_labeling_example.jsonl: 3 no-text',
  'uima-cas/casWithTextAndAnnotations/debug.xmi: 1 no-text (refused)',
  'uima-cas/emptyCas/data.json: 1 no-text (refused)',
  'uima-cas/emptyCas/debug.xmi: 1 no-text (refused)',
  'w3c/annotations.w3c.json: 1 no-article (refused)',
  'w3c/annotations.w3c.json: 4 no-article (refused)',
]

test.skipIf(!shared.there)(`every file of the corpora, with the lines that are damaged ${shared.note}`, async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const listed: string[] = []
  let annotations = 0
  for (const { name, format } of files) {
    const { files: reported } = await workbench.importAnnotated({ files: [join(root, name)], format })
    const [file] = reported
    if (!file) throw new Error(`nothing is said of ${name}`)
    annotations += file.added.annotation
    expect(file.failure).toBeUndefined()
    const refused = file.outcome === 'refused' ? ' (refused)' : ''
    if (refused) expect(file.problems.length).toBeGreaterThan(0)
    for (const problem of file.problems)
      listed.push(`${name}: ${'line' in problem ? problem.line : problem.entry} ${problem.reason}${refused}`)
  }
  expect(files.length).toBeGreaterThan(80)
  expect(listed).toEqual(refusals)
  expect(proved(workbench)).toBe(annotations)
  expect(annotations).toBeGreaterThan(2300)
})

test.skipIf(!shared.there)(
  `every opinion of RuOpinionNE is a position of whom it says ${shared.note}`,
  async () => {
    const { workbench } = newProject()
    workbench.identify(anna)
    const path = join(root, 'ruopinionne/train.jsonl')
    const lines = readFileSync(path, 'utf8').trim().split('\n')
    const stances = lines.flatMap(
      (line) => z.object({ opinions: z.array(z.object({ Polarity: z.string() })) }).parse(JSON.parse(line)).opinions,
    )
    expect(await workbench.recogniseImport([path])).toMatchObject({ formats: [{ format: 'ruopinionne' }] })
    const { files } = await workbench.importAnnotated({ files: [path], format: 'ruopinionne' })
    expect(files).toMatchObject([
      { problems: [], leftOut: [], offsets: { reading: { unit: 'codePoint' }, proof: 'quotes' } },
    ])
    const positions = workbench
      .articles()
      .flatMap(({ id }) => workbench.annotations(id))
      .filter(({ type }) => type === 'position')
    const support = positions.filter(({ body }) => 'stance' in body && body.stance === 'support')
    expect(positions).toHaveLength(stances.length)
    expect(support).toHaveLength(stances.filter(({ Polarity }) => Polarity === 'POS').length)
    expect(proved(workbench)).toBe(files[0]?.added.annotation)
  },
  60_000,
)

const w3cFile = shared.path('corpora/w3c/annotations.w3c.json')
const selectors = z.array(z.looseObject({ exact: z.string().optional() }))

test.skipIf(!shared.there)(`web annotations go to the article that has their quotes ${shared.note}`, async () => {
  const { workbench } = newProject()
  workbench.identify(anna)
  const given = z.array(z.looseObject({ target: z.unknown() })).parse(JSON.parse(readFileSync(w3cFile, 'utf8')))
  const quotes = given.flatMap(({ target }) =>
    [target].flat().flatMap((one) => selectors.parse((one as { selector: unknown }).selector)),
  )
  const [shipwreck = '', gods = '', neptune = ''] = quotes.flatMap(({ exact }) => exact ?? [])
  // The passages that are quoted, laid out as a page would be; the last two quotes lie around the beginning of the second.
  const page = `So now all who escaped ${shipwreck} had got safely home. A cave and wanted to marry h${gods} the gods settled.\n\n${neptune} hecatomb of sheep.`
  const { files } = await workbench.addArticles([
    { paste: 'Something else altogether.', mediaType: 'text/plain' },
    { paste: page.replaceAll(' ', '\n'), mediaType: 'text/plain' },
  ])
  const take = () => workbench.importAnnotated({ files: [w3cFile], format: 'w3c' })
  expect(await take()).toMatchObject({
    added: { annotation: 5 },
    files: [{ problems: [], articles: [files[1]?.article] }],
  })
  expect(proved(workbench)).toBe(5)
  expect(await take()).toMatchObject({ added: {}, files: [{ existing: { annotation: 5 } }] })
})

test('web annotations go to the article of their address, however it is written; a folder beside them is no text', async () => {
  const { workbench, path } = newProject()
  workbench.identify(anna)
  const page = (address: string, words: string) =>
    `<html><head><link rel="canonical" href="${address}"></head><body><p>${words}</p></body></html>`
  const { files } = await workbench.addArticles(
    ['https://example.org/a/', 'https://example.org/b'].map((address, index) => ({
      paste: page(address, `Anna met Boris, for the ${index + 1}. time.`),
      mediaType: 'text/html',
    })),
  )
  const about = (id: string, source: string) => ({
    id,
    type: 'Annotation',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'Person' },
    target: { source, selector: { type: 'TextQuoteSelector', exact: 'Anna' } },
  })
  const list = [about('1', 'http://example.org/a#top'), about('2', 'https://example.org/b/'), about('3', 'urn:none')]
  const file = join(dirname(path), 'notes.json')
  writeFileSync(file, JSON.stringify(list))
  mkdirSync(join(dirname(path), 'a.txt'))
  expect(await workbench.importAnnotated({ files: [file], format: 'w3c' })).toMatchObject({
    added: { annotation: 2 },
    files: [{ articles: files.map(({ article }) => article), problems: [{ entry: 3, reason: 'several-articles' }] }],
  })
})

const pair = z.tuple([z.number(), z.number()])
const offsetCases = z.array(
  z.looseObject({
    id: z.string(),
    text: z.string(),
    spans: z.array(z.looseObject({ quote: z.string(), codepoint: pair, utf16: pair, utf8: pair })),
  }),
)
const cases = [
  ...(shared.there ? offsetCases.parse(JSON.parse(readFileSync(join(root, 'offsets/offset-cases.json'), 'utf8'))) : []),
  ...[
    { id: 'zero-width', text: 'a\u200Bb\u2060 🕊\uFE0F said: «Да»\u200D.', quote: 'said' },
    { id: 'combined', text: 'И\u0306од, ё and е\u0308 👩🏽‍🚀 here', quote: 'here' },
  ].map(({ id, text, quote }) => {
    const start = text.indexOf(quote)
    const at = (lengthOf: (words: string) => number): [number, number] => [
      lengthOf(text.slice(0, start)),
      lengthOf(text.slice(0, start) + quote),
    ]
    const spans = [
      { quote, codepoint: at((one) => [...one].length), utf16: at((one) => one.length), utf8: at(Buffer.byteLength) },
    ]
    return { id, text, spans }
  }),
]

type Place = { start: number; end: number; quote: string }

/** A file of each format that says of these places that they are a person; how it counts is not said. */
const formats: Record<string, (text: string, places: Place[]) => Record<string, string>> = {
  brat: (text, places) => ({
    'a.txt': text,
    'a.ann': places.map(({ start, end, quote }, i) => `T${i + 1}\tPerson ${start} ${end}\t${quote}\n`).join(''),
  }),
  labelstudio: (text, places) => ({
    'a.json': JSON.stringify([
      {
        data: { text },
        annotations: [
          {
            result: places.map(({ start, end, quote }, i) => ({
              id: `${i}`,
              type: 'labels',
              value: { start, end, text: quote, labels: ['Person'] },
            })),
          },
        ],
      },
    ]),
  }),
  w3c: (text, places) => ({
    'a.txt': text,
    'a.jsonld': JSON.stringify(
      places.map(({ start, end, quote }, i) => ({
        id: `urn:${i}`,
        body: [{ type: 'TextualBody', purpose: 'tagging', value: 'Person' }],
        target: {
          selector: [
            { type: 'TextQuoteSelector', exact: quote },
            { type: 'TextPositionSelector', start, end },
          ],
        },
      })),
    ),
  }),
  hf: (text, places) => ({
    'a.jsonl': JSON.stringify({
      text,
      spans: places.map(({ start, end, quote }) => ({ start, end, label: 'Person', text: quote })),
    }),
  }),
  doccano: (text, places) => ({
    'a.jsonl': JSON.stringify({ text, label: places.map(({ start, end }) => [start, end, 'Person']) }),
  }),
}

/** Bytes of a file before the case, which every way of counting but one counts. */
const openings = { plain: '', crlf: 'Первая 🙂 строка\r\n\r\n', bom: '\uFEFFZeile\n', both: '\uFEFFone\r\n' }

describe.each(Object.keys(formats))('%s', (format) => {
  test.each(Object.entries(openings))('counts as the quotes say, or is refused with counts: %s', async (_, opening) => {
    const { workbench, path } = newProject()
    workbench.identify(anna)
    const taken: string[] = []
    for (const { id, text, spans } of cases) {
      for (const unit of ['codepoint', 'utf16', 'utf8'] as const) {
        const lengthOf = {
          codepoint: (one: string) => [...one].length,
          utf16: (one: string) => one.length,
          utf8: Buffer.byteLength,
        }[unit]
        const places = spans.map(({ [unit]: [start, end], quote }) => ({
          start: start + lengthOf(opening),
          end: end + lengthOf(opening),
          quote,
        }))
        for (const [name, content] of Object.entries(formats[format]?.(opening + text, places) ?? {}))
          writeFileSync(join(dirname(path), name), content)
        const source = readdirSync(dirname(path)).find((name) => /^a\.(?!txt)/.test(name)) ?? ''
        const {
          files: [file],
        } = await workbench.importAnnotated({ files: [join(dirname(path), source)], format })
        const quotes = workbench
          .articles()
          .flatMap((one) =>
            workbench.annotations(one.id).flatMap(({ target }) => target.fragments.map(({ quote }) => quote)),
          )
        proved(workbench)
        if (file?.outcome === 'imported') workbench.undo()
        if (file?.outcome === 'imported') taken.push(`${id} ${unit}`)
        else expect(file?.offsets?.tried.length).toBeGreaterThan(0)
        // Without quotes nobody knows better than the ends of words; with them it is always the right place.
        if (format !== 'doccano' || unit === 'utf16')
          expect(quotes).toEqual(file?.outcome === 'imported' ? spans.map(({ quote }) => quote) : [])
      }
    }
    if (format !== 'doccano') expect(taken).toHaveLength(cases.length * 3)
  })
})
