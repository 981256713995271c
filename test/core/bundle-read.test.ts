import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readBundle, readingBundle } from '../../src/core/bundle-read.ts'
import type { Bundle } from '../../src/core/bundle-schema.ts'
import { sidesOf } from '../../src/core/bundle-sides.ts'
import { byId, canonicalText } from '../../src/core/canonical.ts'
import { toExchange, toInternal } from '../../src/core/convert.ts'
import { articleIdOf } from '../../src/core/digest.ts'
import { indexText } from '../../src/core/offsets.ts'
import { fileOf, fragmentOf, sampleBundle, text } from './sample-bundle.ts'
import { shared } from './shared.ts'

type Loose = Record<string, unknown>
const loose = z.looseObject({})

/** The sample's file with the value at a pointer changed; undefined removes it. */
const fileWith = (changes: Record<string, unknown>, sign = true): string => {
  const value: unknown = sampleBundle()
  for (const [pointer, change] of Object.entries(changes)) {
    const steps = pointer.split('/').slice(1)
    const name = steps.pop() ?? ''
    const owner = Object(steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), value))
    if (change === undefined) Reflect.deleteProperty(owner, name)
    else Reflect.set(owner, name, change)
  }
  return sign ? fileOf(Object(value)) : JSON.stringify(value)
}

const summary = (file: string | Uint8Array) => {
  const { verdict, findings } = readBundle(file)
  return [verdict, ...findings.map(({ code, where }) => `${code} ${where}`)]
}

const position = '/annotations/0'
const cue = `${position}/body/attribution/0/cue/0`
const unknownId = '01990000-0000-7000-8000-00000000ffff'

/** The order of the sample's annotations: the position (0), the actor inside it (1), the claim (2). */
const cases: [what: string, changes: Record<string, unknown>, expected: string[]][] = [
  ['nothing', {}, ['accept']],
  [
    'a negative offset',
    { '/annotations/1/target/fragments/0/start': -1 },
    ['refuse', 'negative-offset /annotations/1/target/fragments/0/start'],
  ],
  ['a negative offset in a cue', { [`${cue}/end`]: -7 }, ['refuse', `negative-offset ${cue}/end`]],
  [
    'a negative offset in the layout',
    { '/articles/0/blocks/0/start': -2 },
    ['refuse', 'negative-offset /articles/0/blocks/0/start'],
  ],
  [
    'a fractional offset',
    { '/annotations/1/target/fragments/0/start': 1.5 },
    ['refuse', 'fractional-offset /annotations/1/target/fragments/0/start'],
  ],
  [
    'an offset beyond counting',
    { '/annotations/1/target/fragments/0/end': 1e300 },
    ['refuse', 'schema /annotations/1/target/fragments/0/end'],
  ],
  [
    'an offset as text',
    { '/annotations/1/target/fragments/0/end': '12' },
    ['refuse', 'schema /annotations/1/target/fragments/0/end'],
  ],
  [
    'a reversed fragment',
    { '/annotations/1/target/fragments/0': { start: 9, end: 4, quote: 'x' } },
    ['refuse', 'start-after-end /annotations/1/target/fragments/0'],
  ],
  [
    'an empty fragment',
    { '/annotations/1/target/fragments/0': { start: 4, end: 4, quote: 'x' } },
    ['refuse', 'start-after-end /annotations/1/target/fragments/0'],
  ],
  [
    'a fragment that ends at 0',
    { '/annotations/1/target/fragments/0': { start: 0, end: 0, quote: 'x' } },
    ['refuse', 'start-after-end /annotations/1/target/fragments/0'],
  ],
  ['a reversed block', { '/articles/0/blocks/0/start': 16 }, ['refuse', 'start-after-end /articles/0/blocks/0']],
  [
    'fragments out of order',
    { [`${position}/target/fragments`]: [fragmentOf('перемирие'), fragmentOf('согласится')] },
    ['refuse', `fragment-order ${position}/target/fragments/1`],
  ],
  [
    'fragments that overlap',
    { [`${position}/target/fragments`]: [fragmentOf('согласится на'), fragmentOf('на перемирие')] },
    ['refuse', `fragment-order ${position}/target/fragments/1`],
  ],
  [
    'a condition out of order',
    { [`${position}/body/condition/fragments`]: [fragmentOf('вернут пленных'), fragmentOf('если')] },
    ['refuse', `fragment-order ${position}/body/condition/fragments/1`],
  ],
  [
    'a lost fragment out of order',
    { [`${position}/body/condition/fragments`]: [{ ...fragmentOf('вернут'), lost: true }, fragmentOf('если')] },
    ['accept'],
  ],
  ['an unknown type', { '/annotations/1/type': 'toString' }, ['refuse', 'unknown-type /annotations/1/type']],
  [
    'an unknown type of a code',
    { '/codebook/codes/0/type': 'event' },
    ['refuse', 'unknown-type /codebook/codes/0/type'],
  ],
  [
    'an unknown end of a link type',
    { '/codebook/linkTypes/0/to/0': 'event' },
    ['refuse', 'unknown-type /codebook/linkTypes/0/to/0'],
  ],
  ['a missing type', { '/annotations/1/type': undefined }, ['refuse', 'schema /annotations/1']],
  ['an id twice', { '/actors/1/id': '01990000-0000-7000-8000-00000000001e' }, ['refuse', 'duplicate-id /actors/1/id']],
  [
    'an id twice in two kinds',
    { '/issues/0/id': '01990000-0000-7000-8000-00000000001e' },
    ['refuse', 'duplicate-id /issues/0/id'],
  ],
  [
    'an id both live and deleted',
    { '/tombstones/0/id': '01990000-0000-7000-8000-000000000014' },
    ['refuse', 'duplicate-id /tombstones/0/id'],
  ],
  [
    'an article id of another text',
    { '/articles/0/id': articleIdOf('другой') },
    ['refuse', 'wrong-article-id /articles/0/id'],
  ],
  [
    'a corrected text under its first id',
    { '/articles/0/textRevision': 1, '/articles/0/text': `${text}!` },
    ['accept'],
  ],
  ['an unknown member', { '/annotations/1/body/tone': 'dry' }, ['refuse', 'schema /annotations/1/body/tone']],
  [
    'an unknown member of a choice',
    { [`${position}/body/holders/0/weight`]: 2 },
    ['refuse', `schema ${position}/body/holders/0/weight`],
  ],
  ['a source that is nobody', { [`${position}/body/holders/0`]: {} }, ['refuse', `schema ${position}/body/holders/0`]],
  [
    'a broken id in a source',
    { [`${position}/body/holders/0/annotation`]: 'X' },
    ['refuse', `schema ${position}/body/holders/0/annotation`],
  ],
  ['a missing member', { '/annotations/1/target/prefix': undefined }, ['refuse', 'schema /annotations/1/target']],
  ['a missing list', { '/links': undefined }, ['refuse', 'schema ']],
  [
    'an id twice in a list of ids',
    { '/annotations/2/codes/1': '01990000-0000-7000-8000-00000000000b' },
    ['refuse', 'schema /annotations/2/codes/1'],
  ],
  ['a conflict of an unknown kind', { '/conflicts/0/kind': 'memo' }, ['refuse', 'schema /conflicts/0/kind']],
  ['a broken record in a conflict', { '/conflicts/0/record/name': '' }, ['refuse', 'schema /conflicts/0/record/name']],
  [
    'a newer major version with unknown members',
    { '/formatVersion': '2.0', '/annotations': 'elsewhere' },
    ['refuse', 'unsupported-version /formatVersion'],
  ],
  ['an older major version', { '/formatVersion': '0.9' }, ['refuse', 'unsupported-version /formatVersion']],
  ['a version that is none', { '/formatVersion': '1.x' }, ['refuse', 'schema /formatVersion']],
  [
    'a reference by id without its end',
    { '/annotations/1/body/actorId': unknownId },
    ['report', 'dangling-reference /annotations/1/body/actorId'],
  ],
  [
    'a reference to what was deleted',
    { '/annotations/2/basedOn': ['01990000-0000-7000-8000-000000000046'] },
    ['report', 'dangling-reference /annotations/2/basedOn/0'],
  ],
  [
    'an attribute without its entry',
    { '/annotations/1/attributes': { 'a/b': 'x' } },
    ['report', 'dangling-reference /annotations/1/attributes/a~1b'],
  ],
  ['a link type without its entry', { '/links/1/type': 'denounces' }, ['report', 'dangling-reference /links/1/type']],
  [
    'a reference of a conflict without its end',
    { '/conflicts/0/record/parent': unknownId },
    ['report', 'dangling-reference /conflicts/0/record/parent'],
  ],
  ['layout past the text', { '/articles/0/marks/1/end': 4000 }, ['report', 'layout-past-text /articles/0/marks/1/end']],
  ['a wrong digest', { '/digest': articleIdOf('x') }, ['report', 'digest-mismatch /digest']],
  ['records out of order', { '/issues': sampleBundle().issues.toReversed() }, ['report', 'not-canonical ']],
  [
    'ids out of order',
    { '/annotations/2/codes': sampleBundle().annotations[2]?.codes.toReversed() },
    ['report', 'not-canonical '],
  ],
]

describe('reading a bundle', () => {
  it.each(cases)('with %s', (_, changes, expected) => {
    expect(
      summary(
        '/digest' in changes
          ? fileWith(changes, false).replace(/^.*$/s, (file) => canonicalText(JSON.parse(file)))
          : fileWith(changes),
      ),
    ).toEqual(expected)
  })

  it('takes bytes as it takes text, and lists everything that is wrong', () => {
    const file = fileWith({ '/actors/0/name': '', '/annotations/1/target/fragments/0/start': -1, '/issues/1/mood': 1 })
    expect(summary(new TextEncoder().encode(file))).toEqual(summary(file))
    expect(summary(file)).toEqual([
      'refuse',
      'schema /actors/0/name',
      'schema /issues/1/mood',
      'negative-offset /annotations/1/target/fragments/0/start',
    ])
  })

  it('says what is wrong with a member', () => {
    const paramsOf = (changes: Record<string, unknown>) => readBundle(fileWith(changes)).findings[0]?.params
    expect(paramsOf({ '/annotations/1/target/prefix': undefined })).toEqual({ rule: 'missing', member: 'prefix' })
    expect(paramsOf({ '/annotations/1/mood': 1 })).toEqual({ rule: 'unknown', member: 'mood' })
    expect(paramsOf({ '/actors/0/name': '' })).toEqual({ rule: 'value', value: '""' })
    expect(paramsOf({ '/codebook/codes/0/label': {} })).toEqual({ rule: 'empty' })
    expect(paramsOf({ '/formatVersion': '3.1' })).toEqual({ found: '3.1', known: '1.0' })
  })

  it('keeps a thousand findings and counts on', () => {
    const actors = Array.from({ length: 1500 }, () => ({}))
    const { findings, verdict } = readBundle(fileWith({ '/actors': actors }), { maxFindings: 20 })
    expect(verdict).toBe('refuse')
    expect(findings).toHaveLength(20)
    expect(findings.at(-1)?.params?.['more']).toBeGreaterThan(0)
  })
})

describe('reading in steps', () => {
  it('reads the same, and says how far it is', () => {
    const bundle = sampleBundle()
    const actors = Array.from({ length: 3000 }, () => ({ ...bundle.actors[0], id: v7() })).sort(byId)
    const file = fileOf({ ...bundle, actors: [...bundle.actors, ...actors] })
    const shares: number[] = []
    const steps = readingBundle(file)
    let step = steps.next()
    for (; !step.done; step = steps.next()) shares.push(step.value)
    expect(step.value).toEqual(readBundle(file))
    // At least one a few hundred records, in every part of the work.
    expect(shares.length).toBeGreaterThan(20)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const from of [0, 0.6, 0.8, 0.9])
      expect(shares.some((share) => share >= from && share < from + 0.2)).toBe(true)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  })
})

describe('reading bytes', () => {
  const file = fileOf(sampleBundle())
  const bytes = new TextEncoder().encode(file)

  it('refuses what is too large, too deep or no JSON', () => {
    expect(readBundle(bytes, { maxLength: 100 }).findings).toEqual([
      { code: 'too-large', where: '', params: { size: bytes.length, limit: 100 } },
    ])
    expect(summary(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toEqual(['refuse', 'not-json '])
    expect(summary(bytes.subarray(0, -1))).toEqual(['refuse', 'not-json '])
    expect(summary('')).toEqual(['refuse', 'not-json '])
    expect(summary('[]')).toEqual(['refuse', 'schema '])
    expect(summary('{"type":"FeatureCollection","features":[]}')).toEqual(['refuse', 'schema '])
    expect(summary(fileWith({ '/format': 'other', '/actors': {} }))).toEqual(['refuse', 'schema /format'])
    expect(summary(`{"ext":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toEqual(['refuse', 'too-deep '])
    expect(summary(new Uint8Array(Buffer.from(`\ufeff${file}`, 'utf16le')))).toEqual(['refuse', 'not-json '])
  })

  it('never fails, whatever was done to the bytes', () => {
    const edit = fc.record({
      at: fc.nat(bytes.length - 1),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 3 }),
        fc.constantFrom('{', '}', '[', '"', ',', '\\', '\\ud83d', '-', '.5', '9'.repeat(30)),
      ),
      cut: fc.nat(4),
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let broken = Buffer.from(bytes)
        for (const { at, put, cut } of edits) {
          broken = Buffer.concat([broken.subarray(0, at), Buffer.from(put), broken.subarray(at + cut)])
        }
        const { verdict, findings, bundle } = readBundle(broken)
        expect(bundle === undefined).toBe(verdict === 'refuse')
        expect(findings.length > 0).toBe(verdict !== 'accept')
        if (bundle) expect(readBundle(fileOf(bundle)).verdict).not.toBe('refuse')
      }),
      { numRuns: 500 },
    )
  })

  it('refuses strings that are not UTF-8, where they stand', () => {
    const at = Buffer.from(bytes).indexOf('Анна')
    const broken = bytes.slice()
    broken[at] = 0xff
    expect(summary(broken)).toEqual(['refuse', 'ill-formed-text /annotators/0/name'])
  })

  it('reads another form than the canonical one, and says so', () => {
    expect(summary(JSON.stringify(JSON.parse(file), null, 2))).toEqual(['report', 'not-canonical '])
    expect(summary(`${file}\n`)).toEqual(['report', 'not-canonical '])
    expect(summary(`\ufeff${file}`)).toEqual(['report', 'not-canonical '])
    expect(summary(fileWith({ '/digest': articleIdOf('x') }, false))).toEqual([
      'report',
      'digest-mismatch /digest',
      'not-canonical ',
    ])
  })

  it('refuses what only parsing finds, and says nothing else', () => {
    expect(summary(file.replace('"name":"Анна"', '"name":"Анна","name":"Яна"'))).toEqual([
      'refuse',
      'duplicate-key /annotators/0/name',
    ])
    expect(summary(file.replace('{"org.example":', '{"__proto__":{},"org.example":'))).toEqual([
      'refuse',
      'forbidden-key /ext/__proto__',
    ])
    expect(summary(file.replace('"name":"Анна"', '"name":"\\ud83d"'))).toEqual([
      'refuse',
      'ill-formed-text /annotators/0/name',
    ])
    expect(summary(file.replace('"days":3', '"days":1e999'))).toEqual([
      'refuse',
      'schema /annotations/0/attributes/days',
    ])
    expect(summary(file.replace('"days":3', '"days":9007199254740993'))).toEqual([
      'refuse',
      'schema /annotations/0/attributes/days',
    ])
    const later = file.replace('"formatVersion":"1.0"', '"formatVersion":"2.0"')
    expect(summary(later.replace('{"actors"', '{"actors":[],"actors"'))).toEqual(['refuse', 'duplicate-key /actors'])
  })
})

describe('reading a newer minor version', () => {
  const read = (changes: Record<string, unknown>) => readBundle(fileWith({ '/formatVersion': '1.3', ...changes }))

  it('keeps unknown members in the nearest record', () => {
    const { verdict, bundle } = read({
      '/annotations/1/mood': { calm: true },
      '/annotations/0/body/attribution/0/tone': 'dry',
      '/annotations/0/body/holders/0/weight': 2,
      '/annotations/0/target/fragments/0/page': 3,
      '/articles/0/source/pages': 4,
      '/actors/2/aliases': [{ text: 'А', kind: 'short', era: 'old' }],
      '/conflicts/0/record/mood': 'grim',
      '/reviews': [1],
      '/project/owner': 'x',
      '/codebook/themes': [],
      '/tombstones/0/reason': 'double',
      '/generator/build': 7,
    })
    expect(verdict).toBe('accept')
    expect(bundle?.annotations[1]?.ext).toEqual({ mood: { calm: true } })
    expect(bundle?.annotations[0]?.ext).toEqual({
      '/body/attribution/0/tone': 'dry',
      '/body/holders/0/weight': 2,
      '/target/fragments/0/page': 3,
    })
    expect(bundle?.articles[0]?.ext).toEqual({ '/source/pages': 4 })
    expect(bundle?.actors[2]?.ext).toEqual({ 'x-rank': [1, null, { а: 'б' }], '/aliases/0/era': 'old' })
    expect(bundle?.conflicts[0]?.record).toMatchObject({ ext: { mood: 'grim' } })
    expect(bundle?.ext).toEqual({
      'org.example': { kept: true },
      reviews: [1],
      '/project/owner': 'x',
      '/codebook/themes': [],
      '/tombstones/0/reason': 'double',
      '/generator/build': 7,
    })
  })

  it('loses nothing where ext already has a member of the name', () => {
    const { bundle } = read({
      '/annotations/1/mood': 1,
      '/annotations/1/ext': { mood: 2 },
      '/annotations/0/ext': { mood: 3 },
      '/annotations/0/mood': 3,
    })
    expect(bundle?.annotations[1]?.ext).toEqual({ mood: 2, '/mood': 1 })
    expect(bundle?.annotations[0]?.ext).toEqual({ mood: 3 })
  })

  it('still refuses what this version knows to be wrong', () => {
    expect(read({ '/articles/0/blocks/1/level': 2 }).findings.map(({ where }) => where)).toEqual([
      '/articles/0/blocks/1/level',
    ])
    expect(read({ '/annotations/1/ext': 7, '/annotations/1/mood': 1 }).verdict).toBe('refuse')
    expect(read({ '/annotations/1/type': 'event' }).findings).toMatchObject([{ code: 'unknown-type' }])
    expect(read({ '/annotations/1/note': '' }).verdict).toBe('refuse')
  })
})

describe('places that do not hold', () => {
  const annotation = (file: string, index: number) => readBundle(file).bundle?.annotations[index]

  it('are found again by quote and context, in code points', () => {
    const file = fileWith({ [`${position}/target/fragments/0/start`]: 40, [`${position}/target/fragments/0/end`]: 60 })
    const { findings, bundle, reanchored, orphans } = readBundle(file)
    expect(findings).toEqual([{ code: 'quote-mismatch', where: `${position}/target/fragments/0` }])
    expect(bundle?.annotations[0]).toMatchObject({
      anchor: 'reanchored',
      target: sampleBundle().annotations[0]?.target,
    })
    expect([reanchored, orphans]).toEqual([1, 0])
  })

  it('become orphans that keep their offsets where nothing fits, or two places do', () => {
    const gone = { start: 5, end: 11, quote: 'нигде?' }
    const twice = { fragments: [{ start: 0, end: 7, quote: 'министр' }], prefix: '', suffix: '' }
    for (const target of [{ fragments: [gone], prefix: '', suffix: '' }, twice]) {
      const read = readBundle(fileWith({ '/annotations/1/target': target }))
      expect(read.findings.map(({ code }) => code)).toEqual(['quote-mismatch'])
      expect(read.bundle?.annotations[1]).toMatchObject({ anchor: 'orphan', target })
      expect(read.orphans).toBe(1)
    }
  })

  it('count once for a fragment: an end past the text, though its quote could not match either', () => {
    const past = { start: 100_000, end: 100_007, quote: 'министр' }
    const file = fileWith({ '/annotations/2/target/fragments/0': past })
    expect(readBundle(file).findings).toEqual([
      { code: 'end-past-text', where: '/annotations/2/target/fragments/0/end' },
    ])
  })

  it('of orphans and lost fragments are not checked', () => {
    expect(
      summary(fileWith({ '/annotations/2/anchor': 'orphan', '/annotations/2/target/fragments/0/end': 5000 })),
    ).toEqual(['accept'])
    expect(summary(fileWith({ [cue]: { start: 3, end: 9, quote: 'пропал', lost: true } }))).toEqual(['accept'])
  })

  it('of a cue or condition are found again or lost', () => {
    const moved = fileWith({ [`${cue}/start`]: 1, [`${cue}/end`]: 8 })
    expect(summary(moved)).toEqual(['report', `quote-mismatch ${cue}`])
    expect(annotation(moved, 0)).toEqual(sampleBundle().annotations[0])
    const lost = annotation(fileWith({ [`${cue}/quote`]: 'объявил' }), 0)
    expect(lost?.anchor).toBe('exact')
    expect(lost).toMatchObject({ body: { attribution: [{ cue: [{ quote: 'объявил', lost: true }] }, {}] } })
  })

  it('are not looked for where the article is not in the bundle', () => {
    const file = fileWith({ '/articles': [], '/annotations/1/target/fragments/0/quote': 'x' })
    const codes = readBundle(file).findings.map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['dangling-reference']))
  })

  it('drop layout past the text and keep the rest', () => {
    const { bundle } = readBundle(fileWith({ '/articles/0/marks/1/end': 4000 }))
    expect(bundle?.articles[0]?.marks).toHaveLength(1)
    expect(bundle?.articles[0]?.blocks).toHaveLength(3)
  })
})

/** The bundle with every record taken into the program and out again. */
const throughTheProgram = (bundle: Bundle): Loose => {
  const texts = new Map(bundle.articles.map((article) => [article.id, indexText(article.text)]))
  const result = loose.parse(JSON.parse(JSON.stringify(bundle)))
  for (const side of sidesOf(bundle)) {
    if (side.kind === 'tombstone') continue
    const indexed = side.kind === 'annotation' ? texts.get(side.record.articleId) : undefined
    const { record } = toExchange(toInternal(side, indexed), indexed)
    const steps = side.where.split('/').slice(1)
    const name = steps.pop() ?? ''
    const list = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), result)
    Reflect.set(Object(list), name, record)
  }
  return result
}

describe('records through the program', () => {
  it('come out as they went in, counted in code units inside', () => {
    const { bundle } = readBundle(fileOf(sampleBundle()))
    if (!bundle) throw new Error('refused')
    expect(fileOf(throughTheProgram(bundle))).toBe(fileOf(sampleBundle()))
    const [inside] = bundle.annotations
    const internal = inside && toInternal({ kind: 'annotation', record: inside }, indexText(text))
    const [fragment] = internal?.kind === 'annotation' ? internal.record.target.fragments : []
    expect(text.slice(fragment?.start, fragment?.end)).toBe('министр 🇺🇳 согласится')
  })

  it('do not go out with a quote that is not there', () => {
    const [, record] = sampleBundle().annotations
    if (!record) throw new Error('none')
    const shifted = { ...record, target: { ...record.target, fragments: [{ start: 1, end: 8, quote: 'министр' }] } }
    expect(() => toExchange({ kind: 'annotation', record: shifted }, indexText(text))).toThrow('damaged-project')
    expect(() => toInternal({ kind: 'annotation', record: shifted }, indexText(text))).toThrow('damaged-project')
  })
})

describe.skipIf(!shared.there)(`the gold ${shared.note}`, () => {
  const gold = shared.there ? readFileSync(shared.path('gold/moscowtimes-2025-08-22.bundle.json')) : Buffer.from('')

  it('is accepted and comes through the program byte by byte', () => {
    const { verdict, findings, bundle } = readBundle(gold)
    expect([verdict, findings]).toEqual(['accept', []])
    expect(bundle?.annotations).toHaveLength(128)
    expect(bundle && fileOf(throughTheProgram(bundle))).toBe(gold.toString('utf8'))
  })

  const expectation = z.object({
    error: z.string().nullable(),
    where: z.string(),
    severity: z.string(),
    becomes: z.object({ anchor: z.string(), start: z.number(), end: z.number() }).optional(),
    kept: z.record(z.string(), z.unknown()).optional(),
  })

  it('gets for every broken variant the verdict that stands beside it', () => {
    const folder = 'gold/invalid'
    const expected = z
      .record(z.string(), expectation)
      .parse(JSON.parse(readFileSync(shared.path(`${folder}/expected.json`), 'utf8')))
    const files = readdirSync(shared.path(folder)).filter((name) => name !== 'expected.json')
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const { verdict, findings, bundle } = readBundle(readFileSync(shared.path(`${folder}/${name}`)))
      const wanted = expected[name]
      const found = findings.map(({ code, where }) => ({ code, where }))
      expect([name, verdict]).toEqual([name, wanted?.severity])
      expect([name, found]).toEqual([name, wanted?.error ? [{ code: wanted.error, where: wanted.where }] : []])
      if (wanted?.becomes) {
        const { anchor, start, end } = wanted.becomes
        const index = Number(wanted.where.split('/')[2])
        expect(bundle?.annotations[index]).toMatchObject({ anchor, target: { fragments: [{ start, end }] } })
      }
      for (const [pointer, value] of Object.entries(wanted?.kept ?? {})) {
        const steps = pointer
          .split('/')
          .slice(1)
          .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
        expect(steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), bundle)).toEqual(value)
      }
    }
  })
})
