import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusing, reporting } from '../../src/core/finding.ts'
import { indexText } from '../../src/core/offsets.ts'

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8')

describe('the page on the format', () => {
  it('names every finding about a file', () => {
    expect([...refusing, ...reporting].filter((code) => !page.includes(`\`${code}\``))).toEqual([])
  })

  it('counts its example right', () => {
    const text = '👍 да, 🇺🇳 за'
    expect(page).toContain(text)
    expect(page).toContain('{"start": 9, "end": 11, "quote": "за"}')
    const { toUtf16 } = indexText(text)
    expect(text.slice(toUtf16(9), toUtf16(11))).toBe('за')
    expect([9, 11].map(toUtf16)).toEqual([12, 14])
  })
})
