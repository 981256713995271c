/** Archives are refused where their format would number their files wrongly. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipWriter } from '../../../src/core/formats/out/zip.ts'

it('holds what was added, whole or in parts, and refuses more files than an archive can count', () => {
  const zip = zipWriter('a.zip')
  const bytes = new TextEncoder().encode('word')
  for (let i = 0; i < 65_533; i += 1) zip.add(`${i}`, bytes)
  const part = zip.open('parts')
  part(bytes, false)
  part(bytes, true)
  expect(() => zip.add('one too many', bytes)).toThrow(
    expect.objectContaining({ code: 'file', params: { file: 'a.zip', reason: 'zip-full' } }),
  )
  zip.end()
  const files = unzipSync(Buffer.concat(zip.taken()))
  expect(Object.keys(files)).toHaveLength(65_534)
  expect(strFromU8(files['parts'] ?? bytes)).toBe('wordword')
}, 60_000)
