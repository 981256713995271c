/** SHA-256 as the model uses it: over the UTF-8 of a text, written `sha256:` and lower-case hex. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { splitsPair } from './offsets.ts'
import { finish, type Steps } from './steps.ts'
import { encodeUtf8 } from './utf8.ts'

/** An incremental hash; the caller may bring a faster one than ours (`node:crypto` has one). */
export type Hash = {
  /** Adds the UTF-8 of a well-formed text. */
  update(text: string): void
  /** Lower-case hex; the hash is spent. */
  hex(): string
}

export const newHash = (): Hash => {
  const hash = sha256.create()
  return {
    update: (text) => {
      hash.update(encodeUtf8(text))
    },
    hex: () => bytesToHex(hash.digest()),
  }
}

/** Adds a long text piece by piece, so that it never stands in memory a second time. */
export const hashText = (hash: Hash, text: string): void => finish(hashing(hash, text))

/** The same in steps, one a piece. */
export function* hashing(hash: Hash, text: string): Steps<void> {
  for (let from = 0; from < text.length; ) {
    const to = Math.min(text.length, from + pieceLength)
    const end = splitsPair(text, to) ? to + 1 : to
    hash.update(text.slice(from, end))
    from = end
    yield from / text.length
  }
}

const pieceLength = 1 << 20

/** `sha256:` and the hex of the UTF-8 of a well-formed text. */
export const digestOf = (text: string): string => `sha256:${bytesToHex(sha256(encodeUtf8(text)))}`

/** An article's id: the digest of its text as first imported. */
export const articleIdOf = digestOf

/** The raw SHA-256 of a text's UTF-8. */
export const hashBytes = (text: string): Uint8Array => sha256(encodeUtf8(text))
