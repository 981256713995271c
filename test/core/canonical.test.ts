import serialize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  annotationOrder,
  blockOrder,
  canonicalText,
  conflictOrder,
  inOrder,
  markOrder,
  tombstoneOrder,
} from '../../src/core/canonical.ts'
import { encodeUtf8 } from '../../src/core/utf8.ts'
import { sampleBundle } from './sample-bundle.ts'

describe('canonical text', () => {
  it('is RFC 8785, whatever order the members came in', () => {
    expect(canonicalText({ b: [1, { d: 'ё', c: null }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":null,"d":"ё"}]}')
    // Members that look like indices: objects list them by number, the canonical form by code unit.
    expect(canonicalText({ 9: 1, 10: 2 })).toBe('{"10":2,"9":1}')
    // U+1F600 begins with a surrogate, which is smaller than U+FB33.
    expect(canonicalText({ '\ufb33': 1, '😀': 2 })).toBe('{"😀":2,"\ufb33":1}')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        expect(canonicalText(value)).toBe(serialize(value))
      }),
    )
  })

  it('leaves out what is undefined and refuses half characters', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}')
    expect(() => canonicalText({ a: '\ud83d' })).toThrow()
    expect(() => canonicalText({ a: Number.POSITIVE_INFINITY })).toThrow()
  })
})

describe('the order of lists', () => {
  const [position, actor, claim] = sampleBundle().annotations
  if (!position || !actor || !claim) throw new Error('none')

  it('puts annotations by article, start, longer first, type, id', () => {
    const other = { ...position, articleId: `sha256:${'0'.repeat(64)}` }
    const later = { ...actor, id: actor.id.replace(/.$/, 'f') }
    const start = position.target.fragments[0]?.start ?? 0
    const longer = { ...claim, target: { ...claim.target, fragments: [{ start, end: 190, quote: 'x' }] } }
    const ordered = [other, longer, position, actor, later, claim]
    expect(inOrder(ordered.toReversed(), annotationOrder)).toEqual(ordered)
    expect(annotationOrder(other, position)).toBeLessThan(0)
    expect(annotationOrder(position, actor)).toBeLessThan(0)
    expect(annotationOrder(actor, later)).toBeLessThan(0)
    expect(annotationOrder(actor, claim)).toBeLessThan(0)
  })

  it('puts layout by start, longer first, type, address', () => {
    expect(blockOrder({ type: 'quote', start: 0, end: 5 }, { type: 'paragraph', start: 0, end: 4 })).toBeLessThan(0)
    expect(blockOrder({ type: 'paragraph', start: 0, end: 5 }, { type: 'quote', start: 0, end: 5 })).toBeLessThan(0)
    const link = { type: 'link', start: 0, end: 5, href: 'https://b.example/' } as const
    expect(markOrder(link, { ...link, href: 'https://a.example/' })).toBeGreaterThan(0)
    expect(markOrder({ type: 'bold', start: 0, end: 5 }, link)).toBeLessThan(0)
  })

  it('puts tombstones and conflicts by kind, id, and conflicts of one record by their bytes', () => {
    const [annotation, article] = sampleBundle().tombstones
    if (!annotation || !article) throw new Error('none')
    expect(tombstoneOrder(annotation, article)).toBeLessThan(0)
    const [conflict] = sampleBundle().conflicts
    if (conflict?.kind !== 'issue') throw new Error('none')
    const named = (name: string) => ({ kind: 'issue' as const, record: { ...conflict.record, name } })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const bytes = [named(a), named(b)].map(({ record }) => Buffer.from(encodeUtf8(canonicalText(record))))
        const byBytes = Buffer.compare(bytes[0] ?? Buffer.of(), bytes[1] ?? Buffer.of())
        expect(Math.sign(conflictOrder(named(a), named(b)))).toBe(byBytes)
      }),
    )
  })
})
