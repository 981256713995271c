import { describe, expect, it } from 'vitest'
import { articleIdOf, newHash } from '../../src/core/digest.ts'
import { attributeId, importedId, isArticleId, isUuid, linkTypeId, progressId } from '../../src/core/ids.ts'
import { keyId } from '../../src/core/schema.ts'

describe('ids', () => {
  it('names an article by the SHA-256 of its UTF-8', () => {
    expect(articleIdOf('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(articleIdOf('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(isArticleId(articleIdOf('Россия'))).toBe(true)
  })

  it('hashes in pieces what it hashes whole', () => {
    const hash = newHash()
    for (const piece of ['Рос', '', 'сия 👍']) hash.update(piece)
    expect(`sha256:${hash.hex()}`).toBe(articleIdOf('Россия 👍'))
  })

  it('makes equal ids of equal keys, and valid ones', () => {
    // Computed with Python's hashlib and uuid.
    expect(linkTypeId('accuses')).toBe('5b539b61-bd8b-8648-b520-1140c890553f')
    for (const id of [
      attributeId('claim', 'saidOn'),
      linkTypeId('x'),
      progressId(articleIdOf('a'), 'b'),
      importedId(articleIdOf('a'), 'T1'),
    ]) {
      expect(isUuid(id)).toBe(true)
      expect(keyId.safeParse(id).success).toBe(true)
    }
    expect(attributeId('claim', 'form')).not.toBe(attributeId('actor', 'form'))
  })
})
