import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withKeys } from '../../scripts/readme-keys.ts'

test('the keyboard table of the README is the one the window works by (else run `npm run readme`)', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(withKeys(readme)).toBe(readme)
})
