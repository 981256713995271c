import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { samplePath, sampleText } from '../../scripts/sample.ts'
import type { Annotation } from '../../src/core/annotation.ts'
import { readBundle } from '../../src/core/bundle-read.ts'

const file = readFileSync(samplePath)
const { verdict, findings, bundle } = readBundle(file)

describe('the sample project', () => {
  it('is built from its articles and annotations as they are now (else: node scripts/sample.ts)', async () => {
    expect(file.toString('utf8') === (await sampleText())).toBe(true)
  })

  it('is accepted: canonical, its digest right, every quote equal to its slice, no reference without its end', () => {
    expect({ verdict, findings }).toEqual({ verdict: 'accept', findings: [] })
  })

  it('is valid against the published schema', () => {
    const schema = JSON.parse(readFileSync('docs/actant-bundle-1.schema.json', 'utf8'))
    const ajv = new Ajv2020({ strict: false, unicodeRegExp: true })
    const validate = ajv.compile(schema)
    expect(validate(JSON.parse(file.toString('utf8'))), JSON.stringify(validate.errors)).toBe(true)
  })

  it('shows what the program can hold', () => {
    const annotations = bundle?.annotations ?? []
    const of = (type: Annotation['type']) => annotations.filter((annotation) => annotation.type === type)
    const linked = of('actor').filter((annotation) => annotation.type === 'actor' && annotation.body.actorId)
    expect(linked.length).toBeGreaterThanOrEqual(120)
    expect(of('position').length).toBeGreaterThanOrEqual(20)
    expect(of('claim').length).toBeGreaterThanOrEqual(20)
    expect(annotations.filter(({ target }) => target.fragments.length > 1).length).toBeGreaterThan(4)

    const chains = annotations.flatMap(({ body }) => ('attribution' in body ? [body.attribution.length] : []))
    expect(new Set(chains)).toEqual(new Set([1, 2, 3, 4]))
    const links = new Set(bundle?.links.map(({ type }) => type))
    expect(links).toEqual(new Set(['supports', 'contradicts', 'questions', 'accuses']))
    expect(bundle?.articles.map(({ language }) => language).toSorted()).toEqual(['en', 'ru', 'ru'])
    expect(new Set(bundle?.progress.map(({ state }) => state))).toEqual(new Set(['done']))
  })

  it('has spans that nest and spans that cross', () => {
    const spans = (bundle?.annotations ?? []).flatMap(({ articleId, target }) =>
      target.fragments.length === 1 && target.fragments[0] ? [{ articleId, ...target.fragments[0] }] : [],
    )
    const pairs = spans.flatMap((a) => spans.filter((b) => b.articleId === a.articleId).map((b) => [a, b] as const))
    expect(pairs.some(([a, b]) => a.start < b.start && b.end < a.end)).toBe(true)
    expect(pairs.some(([a, b]) => a.start < b.start && b.start < a.end && a.end < b.end)).toBe(true)
  })
})
