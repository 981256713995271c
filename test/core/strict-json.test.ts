import serialize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newFindingList } from '../../src/core/finding-list.ts'
import { parseStrictJson } from '../../src/core/strict-json.ts'

const read = (text: string, depth = 200) => {
  const findings = newFindingList(100)
  const json = parseStrictJson(text, { depth }, findings)
  return { ...json, findings: findings.list() }
}
const found = (text: string) => read(text).findings.map(({ code, where }) => `${code} ${where}`)

describe('strict JSON', () => {
  it('finds a member name that stands twice, however it is written', () => {
    expect(found('{"a":1,"b":{"c":1,"c":2}}')).toEqual(['duplicate-key /b/c'])
    expect(found('{"a":1,"\\u0061":2}')).toEqual(['duplicate-key /a'])
    expect(found('[{"b":1,"a":1,"b":2}]')).toEqual(['duplicate-key /0/b'])
    expect(found('{"a":{"x":1},"b":{"x":1}}')).toEqual([])
    expect(found('{"a/b":{"~":1,"~":2}}')).toEqual(['duplicate-key /a~1b/~0'])
  })

  it('finds the same faults in an object that is like the one before', () => {
    expect(found('[{"a":1,"b":2},{"a":1,"b":2,"b":3},{"a":1,"b":2,"b":3}]')).toEqual([
      'duplicate-key /1/b',
      'duplicate-key /2/b',
    ])
    expect(found('[{"__proto__":1},{"__proto__":1}]')).toEqual([
      'forbidden-key /0/__proto__',
      'forbidden-key /1/__proto__',
    ])
    expect(found('[{"\ud800":1},{"\ud800":1}]')).toEqual(['ill-formed-text /0/\ufffd', 'ill-formed-text /1/\ufffd'])
    expect(read('[{"a\\n":1},{"a\n":1}]').findings.map(({ code }) => code)).toEqual(['not-json'])
    expect(found('[{"a\\"":1},{"a"":1}]')).toEqual(['not-json '])
    expect(found('[{"a":1},{"a" 1}]')).toEqual(['not-json '])
    expect(read('[{"a":{"c":1},"b":{"c":2}},{"a":{"c":1},"b":{"c":2}}]').canonical).toBe(true)
    expect(read('[{"a":1,"b":2},{"b":1,"a":2}]').canonical).toBe(false)
    expect(read('[{"b":1,"a":2},{"b":1,"a":2}]').canonical).toBe(false)
    expect(read('[{"a":1},{"a": 1}]').canonical).toBe(false)
    expect(read('[{"a":1},{"a" :1}]').canonical).toBe(false)
  })

  it('refuses __proto__ as a member name at any depth, and only as a name', () => {
    expect(found('{"ext":[{"__proto__":{}}]}')).toEqual(['forbidden-key /ext/0/__proto__'])
    expect(found('{"\\u005f_proto__":1}')).toEqual(['forbidden-key /__proto__'])
    expect(found('{"name":"__proto__","constructor":1}')).toEqual([])
  })

  it('finds lone surrogates in strings and names', () => {
    expect(found('{"a":["x","\\ud83d"]}')).toEqual(['ill-formed-text /a/1'])
    expect(found('{"a":"\\ud83d\\ude00","b":"\\ude00\\ud83d"}')).toEqual(['ill-formed-text /b'])
    expect(found('{"a":"\ud83d"}')).toEqual(['ill-formed-text /a'])
    expect(found('{"\\ud800":1}')).toEqual(['ill-formed-text /\ufffd'])
    expect(found('{"a":"\ud83d\\ude00"}')).toEqual([])
  })

  it('refuses numbers that would not come back as written', () => {
    expect(found('[1e999,-1e999,9007199254740993,12345678901234567890]')).toEqual([
      'schema /0',
      'schema /1',
      'schema /2',
      'schema /3',
    ])
    expect(found('[9007199254740991,9007199254740992,100000000000000000000,1e300,0.1,-0,1.0]')).toEqual([])
  })

  it('stops at the depth limit, also 100,000 deep', () => {
    const deep = (n: number) => '['.repeat(n) + ']'.repeat(n)
    expect(found(deep(200))).toEqual([])
    expect(read(deep(201)).findings).toEqual([
      { code: 'too-deep', where: '', params: { limit: 200, line: 1, column: 201 } },
    ])
    expect(found('{"a":'.repeat(100_000))).toEqual(['too-deep '])
    expect(found(`{"a":${deep(100_000)}}`)).toEqual(['too-deep '])
  })

  it('names the place where the text stops being JSON, and nothing else', () => {
    for (const text of [
      '',
      ' ',
      '{',
      '{"a"}',
      '[1,]',
      '{"a":1,}',
      '01',
      '"\t"',
      'nul',
      '1 2',
      "{'a':1}",
      '"\\x"',
      '[1',
    ]) {
      expect(read(text).findings.map(({ code }) => code)).toEqual(['not-json'])
    }
    expect(read('{"a":1,"a":1,\n "б👍" 1}').findings).toEqual([
      { code: 'not-json', where: '', params: { line: 2, column: 7 } },
    ])
  })

  it('reads past a BOM, which is no canonical form', () => {
    expect(read('\ufeff{}')).toMatchObject({ value: {}, canonical: false, findings: [] })
  })

  it('says where the outermost members stand', () => {
    const text = '{"a":[1],"digest":"x","z":{"digest":1}}'
    const member = read(text).members.get('digest')
    expect(text.slice(member?.start, member?.end)).toBe('"digest":"x"')
  })

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), null, space)
        fc.pre(!spaced.includes('__proto__') && spaced.isWellFormed() && !spaced.includes('\\ud'))
        expect(read(spaced)).toMatchObject({ value: JSON.parse(spaced), findings: [] })
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '\\', '1', 'e', ' '))
      .map(([text, place, insert]) => {
        const at = place % (text.length + 1)
        return text.slice(0, at) + insert + text.slice(at + 1)
      })
    fc.assert(
      fc.property(broken, (text) => {
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        expect(found(text).includes('not-json ')).toBe(!parses)
      }),
      { numRuns: 2000 },
    )
  })

  it('knows the canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value)
        fc.pre(text.isWellFormed() && !text.includes('\\ud') && !text.includes('__proto__'))
        expect(read(text).canonical).toBe(text === serialize(JSON.parse(text)))
        expect(read(serialize(value) ?? '').canonical).toBe(true)
      }),
    )
    for (const text of [
      '{"b":1,"a":2}',
      '[1.0]',
      '[1e2]',
      '[-0]',
      '["\\/"]',
      '["\\u000A"]',
      '["\\u000a"]',
      '["\\u00e9"]',
      '[] ',
      ' []',
    ]) {
      expect(read(text)).toMatchObject({ canonical: false, findings: [] })
    }
    expect(read('["\\u001f\\b\\n\\"\\\\",1e+21,0.1,null]').canonical).toBe(true)
  })
})
