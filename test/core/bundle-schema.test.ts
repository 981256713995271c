import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bundle, conflict, listPaths } from '../../src/core/bundle-schema.ts'
import { soundBundle } from '../../src/core/bundle-structure.ts'
import { newFindingList } from '../../src/core/finding-list.ts'
import { fitsOf } from '../../src/core/fits.ts'
import { stepsOf } from '../../src/core/json-pointer.ts'
import { bundleJsonSchema } from '../../src/core/json-schema.ts'
import { type RecordKind, recordKinds, recordSchemas, tombstone } from '../../src/core/records.ts'
import { finish } from '../../src/core/steps.ts'
import { sampleBundle } from './sample-bundle.ts'
import { shared } from './shared.ts'

type Json = unknown
type Step = string | number
type Mutation = { what: string; value: Json }

const parse = (file: string | URL): Json => JSON.parse(readFileSync(file, 'utf8'))

const compile = (schema: object) => {
  const ajv = new Ajv2020({ strict: false })
  const whole = ajv.compile(schema)
  const id = z.object({ $id: z.string() }).parse(schema).$id
  return {
    whole: (value: Json): boolean => Boolean(whole(value)),
    part: (name: Part['kind']) => {
      const part = ajv.compile({ $ref: `${id}#/$defs/${name}` })
      return (value: Json): boolean => Boolean(part(value))
    },
  }
}

const replacements: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  7,
  9007199254740992,
  1e300,
  '',
  'x',
  ' ',
  'A\nb',
  '\r',
  '\ud83d',
  [],
  {},
  ['x'],
  'п'.repeat(33),
  '👍'.repeat(32),
]

const children = (value: Json): Step[] =>
  Array.isArray(value) ? [...value.keys()] : typeof value === 'object' && value !== null ? Object.keys(value) : []

/** The value with one place changed; `change` gets the object or array it stands in. */
const changed = (value: Json, path: readonly Step[], change: (owner: object, name: Step) => void): Json => {
  const copy = structuredClone(value)
  const owner = path.slice(0, -1).reduce<Json>((at, name) => Reflect.get(Object(at), name), copy)
  change(Object(owner), path.at(-1) ?? '')
  return copy
}

function* paths(value: Json, path: Step[] = []): Generator<Step[]> {
  if (path.length > 0) yield path
  for (const name of children(value)) yield* paths(Reflect.get(Object(value), name), [...path, name])
}

/** Every place deleted, replaced by values of every kind, varied, given an unknown member, doubled. */
function* mutations(value: Json): Generator<Mutation> {
  for (const path of paths(value)) {
    const place = `/${path.join('/')}`
    const here = path.reduce<Json>((at, name) => Reflect.get(Object(at), name), value)
    yield {
      what: `delete ${place}`,
      value: changed(value, path, (owner, name) =>
        Array.isArray(owner) ? owner.splice(Number(name), 1) : Reflect.deleteProperty(owner, name),
      ),
    }
    const variants =
      typeof here === 'string'
        ? [`${here} `, ` ${here}`, here.toUpperCase(), here.slice(1), here.slice(0, -1), `${here}\n`, `${here}0`]
        : []
    for (const replacement of [...replacements, ...variants]) {
      yield {
        what: `${place} = ${JSON.stringify(replacement)}`,
        value: changed(value, path, (owner, name) => Reflect.set(owner, name, replacement)),
      }
    }
    if (Array.isArray(here) && here.length > 0)
      yield {
        what: `double ${place}/0`,
        value: changed(value, [...path, 0], (owner) => Array.isArray(owner) && owner.push(owner[0])),
      }
    else if (typeof here === 'object' && here !== null) {
      for (const name of ['surplus', 'constructor', 'level', 'stance', 'ext', 'implicit', 'href']) {
        if (!Object.hasOwn(here, name))
          yield {
            what: `${place}.${name}`,
            value: changed(value, [...path, name], (owner) => Reflect.set(owner, name, 1)),
          }
      }
    }
  }
}

type Part = { kind: RecordKind | 'tombstone' | 'conflict'; value: Json }

/** What a bundle is made of, each part for itself: trying out changes in the whole would take minutes. */
const partsOf = (value: Json, perKind: number): Part[] => {
  const listed = [
    ...recordKinds.map((kind) => ({ kind, path: listPaths[kind] })),
    { kind: 'tombstone', path: ['tombstones'] },
    { kind: 'conflict', path: ['conflicts'] },
  ] as const
  return listed.flatMap(({ kind, path }) => {
    const list = z.array(z.looseObject({})).parse(path.reduce<Json>((at, name) => Reflect.get(Object(at), name), value))
    const varied =
      kind === 'annotation'
        ? ['actor', 'position', 'claim'].flatMap((type) =>
            list.filter((item) => item['type'] === type).slice(0, perKind),
          )
        : list.slice(0, perKind * 2)
    return varied.map((item) => ({ kind, value: item }))
  })
}

/** A bundle of nothing but one part. */
const around = ({ kind, value }: Part): Json => {
  const empty = {
    ...sampleBundle(),
    actors: [],
    issues: [],
    annotators: [],
    articles: [],
    annotations: [],
    links: [],
    adjudications: [],
    progress: [],
    tombstones: [],
    conflicts: [],
  }
  const codebook: Record<string, Json> = { codes: [], attributes: [], linkTypes: [] }
  const [outer, inner] = kind === 'tombstone' ? ['tombstones'] : kind === 'conflict' ? ['conflicts'] : listPaths[kind]
  if (inner) codebook[inner] = [value]
  return { ...empty, codebook, ...(outer && !inner ? { [outer]: [value] } : {}) }
}

const schemas = { ...recordSchemas, tombstone, conflict }
const generated = compile(bundleJsonSchema())
const quick = { part: (kind: Part['kind']) => fitsOf(schemas[kind]) }

/** Where our schemas and others' say different things about a part or a change to it. */
const differencesFrom = (contracts: Pick<typeof generated, 'part'>[], parts: Part[]): string[] => {
  let [taken, refused] = [0, 0]
  const differences: string[] = []
  for (const { kind, value } of parts) {
    const judges = contracts.map((contract) => contract.part(kind))
    for (const { what, value: mutant } of [{ what: 'as it is', value }, ...mutations(value)]) {
      const ours = schemas[kind].safeParse(mutant).success
      if (ours) taken++
      else refused++
      const others = judges.map((judge) => judge(mutant))
      if (others.some((verdict) => verdict !== ours))
        differences.push(`${kind} ${what}: ours ${ours}, others ${others}`)
    }
  }
  // Else the changes would prove nothing.
  expect(Math.min(taken, refused)).toBeGreaterThan(1000)
  return differences
}

/** A bundle whose lists are empty. */
const outline = (): Json => {
  const { kind, value } = partsOf(sampleBundle(), 1)[0] ?? { kind: 'annotator', value: {} }
  return { ...Object(around({ kind, value })), annotators: [] }
}

describe('the bundle schema', () => {
  it('stands in the documentation as it is', () => {
    const file = new URL('../../docs/actant-bundle-1.schema.json', import.meta.url)
    const made: Json = JSON.parse(JSON.stringify(bundleJsonSchema()))
    expect(existsSync(file) && parse(file), 'run: node scripts/schema.mjs').toEqual(made)
  })

  it('takes a bundle with every kind of record', () => {
    expect(bundle.safeParse(sampleBundle()).error?.issues).toBeUndefined()
    expect(generated.whole(sampleBundle())).toBe(true)
  })

  it('says as JSON Schema what the program reads by, whatever is changed', () => {
    expect(differencesFrom([generated], partsOf(sampleBundle(), 2))).toEqual([])
    for (const { what, value } of mutations(outline()))
      expect([what, generated.whole(value)]).toEqual([what, bundle.safeParse(value).success])
  }, 60_000)

  it('says the same as a quick test, whatever is changed', () => {
    expect(differencesFrom([quick], partsOf(sampleBundle(), 2))).toEqual([])
    const fits = fitsOf(bundle)
    for (const { what, value } of mutations(outline()))
      expect([what, fits(value)]).toEqual([what, bundle.safeParse(value).success])
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY])
      expect([value, fitsOf(z.number())(value)]).toEqual([value, false])
  }, 60_000)

  it.each([
    ['a form of text', z.email()],
    ['a greatest length', z.string().max(3)],
    ['a change', z.string().trim()],
    ['another kind', z.date()],
    ['other members', z.looseObject({})],
    ['a rule that words its own faults', z.string().superRefine(() => undefined)],
    ['in a list', z.array(z.string().max(3))],
  ])('makes no quick test of what it would not check: %s', (_what, schema) => {
    expect(() => fitsOf(schema)).toThrow('no test for')
  })

  it('is what reading refuses by, and every finding points into the file', () => {
    const check = (what: string, value: Json, fits: boolean) => {
      const findings = newFindingList(1000)
      const read = finish(soundBundle(value, findings)) !== undefined
      const codes = findings.list().map(({ code }) => code)
      const beyond = codes.some((code) =>
        ['duplicate-id', 'start-after-end', 'fragment-order', 'wrong-article-id'].includes(code),
      )
      if (read !== (fits && !beyond) || (fits && codes.includes('schema'))) throw new Error(`${what}: ${codes.join()}`)
      for (const { where } of findings.list()) if (!has(value, where)) throw new Error(`${what}: nothing at ${where}`)
    }
    for (const part of partsOf(sampleBundle(), 1)) {
      for (const { what, value } of mutations(part.value)) {
        check(`${part.kind} ${what}`, around({ kind: part.kind, value }), schemas[part.kind].safeParse(value).success)
      }
    }
    for (const { what, value } of mutations(outline())) check(what, value, bundle.safeParse(value).success)
  }, 60_000)
})

describe.skipIf(!shared.there)(`the shared contract ${shared.note}`, () => {
  const contract = compile(
    shared.there
      ? z.looseObject({}).parse(parse(shared.path('design/actant-bundle-1.schema.json')))
      : { $id: 'urn:actant:none' },
  )

  it('agrees on the gold and the broken bundles', () => {
    const files = readdirSync(shared.path('gold/invalid')).map((name) => `gold/invalid/${name}`)
    for (const file of ['gold/moscowtimes-2025-08-22.bundle.json', ...files]) {
      const value = parse(shared.path(file))
      const fits = bundle.safeParse(value).success
      expect([file, contract.whole(value), generated.whole(value)]).toEqual([file, fits, fits])
    }
  })

  it('agrees on our sample, whatever is changed', () => {
    expect(differencesFrom([contract], partsOf(sampleBundle(), 2))).toEqual([])
    for (const { what, value } of mutations(outline()))
      expect([what, contract.whole(value)]).toEqual([what, bundle.safeParse(value).success])
  }, 60_000)

  it('agrees on the gold, whatever is changed', () => {
    const gold = parse(shared.path('gold/moscowtimes-2025-08-22.bundle.json'))
    expect(differencesFrom([contract, generated, quick], partsOf(gold, 2))).toEqual([])
  }, 60_000)
})

const has = (value: Json, where: string): boolean => {
  let at = value
  for (const step of stepsOf(where)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    at = Reflect.get(at, step)
  }
  return true
}
