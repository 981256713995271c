import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { notice } from '../../scripts/notice.ts'

it('NOTICE names what is shipped, in the versions of package.json (else run: node scripts/notice.ts)', () => {
  expect(readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8')).toBe(notice())
})

it('NOTICE carries the text of every licence and no tool', () => {
  const text = notice()
  expect(text).toContain('- better-sqlite3 ')
  expect(text).toContain('SIL OPEN FONT LICENSE')
  expect(text).not.toMatch(/^- (electron|vite|vitest|typescript|@types\/.*) \d/m)
})
