/**
 * Reprints: texts whose shingles of words are mostly the same. MinHash with banding (Broder 1997; Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, ch. 3): one pass over the texts, of each only a signature is kept.
 */
import { newBuckets, withRoom } from './buckets.ts'

/** Words a shingle has. */
const shingleLength = 5
const signatureLength = 96
/** Bands of four rows: two texts of which half the shingles are the same meet in one of 24 bands with probability 0.79, at 0.7 with 0.998. */
const rowsPerBand = 4
/**
 * So many of one group, and so many texts, a band remembers at most: what thousands of texts have in common (a line under each of them) says
 * little, and texts that are nearly the same meet in other bands too. Without it a corpus of reprints would take the square of its size.
 */
const mostOfGroup = 8
const mostInBucket = 200
/** From this share of equal shingles on (estimated) two texts are nearly the same. */
const threshold = 0.7

export type DuplicateFinder = {
  add(id: string, text: string): void
  /** The group of every text that was added, named by the least id in it. */
  groups(): Map<string, string>
}

/** Of a text, however long it is, it keeps the id and about a kilobyte of numbers, which are no part of the heap. */
export const findDuplicates = (): DuplicateFinder => {
  const ids: string[] = []
  let parents = new Uint32Array(1)
  /** One after the other. */
  let signatures = new Uint32Array(signatureLength)
  const rootOf = (text: number): number => {
    let at = text
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) at = up
    return at
  }
  const equalRows = (a: number, b: number, from: number, to: number): number => {
    let equal = 0
    for (let row = from; row < to; row++)
      if (signatures[a * signatureLength + row] === signatures[b * signatureLength + row]) equal += 1
    return equal
  }
  const likeness = (a: number, b: number): number => equalRows(a, b, 0, signatureLength) / signatureLength
  const bands = Array.from({ length: signatureLength / rowsPerBand }, (_, band) => {
    const [from, to] = [band * rowsPerBand, (band + 1) * rowsPerBand]
    return newBuckets(
      (text) => signatures.subarray(text * signatureLength + from, text * signatureLength + to).reduce(joined, 0),
      (a, b) => equalRows(a, b, from, to) === rowsPerBand,
    )
  })
  return {
    add: (id, text) => {
      const index = ids.push(id) - 1
      parents = withRoom(parents, ids.length)
      parents[index] = index
      signatures = withRoom(signatures, ids.length * signatureLength)
      signatures.set(signatureOf(text), index * signatureLength)
      for (const band of bands) {
        let others = 0
        let alike = 0
        for (const other of band.like(index)) {
          const root = rootOf(other)
          if (root !== rootOf(index) && likeness(index, other) >= threshold) parents[rootOf(index)] = root
          if (rootOf(other) === rootOf(index)) alike += 1
          others += 1
        }
        if (alike < mostOfGroup && others < mostInBucket) band.keep(index)
      }
    },
    groups: () => {
      const names = new Map<number, string>()
      for (const [i, id] of ids.entries()) {
        const before = names.get(rootOf(i))
        if (before === undefined || id < before) names.set(rootOf(i), id)
      }
      return new Map(ids.map((id, i) => [id, names.get(rootOf(i)) ?? id]))
    },
  }
}

/** The least hash of all shingles under each of the hash functions. */
const signatureOf = (text: string): Uint32Array => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const signature = new Uint32Array(signatureLength).fill(0xffffffff)
  for (let at = 0; at < Math.max(1, words.length - shingleLength + 1); at++) {
    const hash = hashOf(words.slice(at, at + shingleLength).join(' '))
    for (let i = 0; i < signatureLength; i++) {
      const value = mixed(hash ^ (seeds[i] ?? 0))
      if (value < (signature[i] ?? 0)) signature[i] = value
    }
  }
  return signature
}

/** FNV-1a over UTF-16 code units, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** MurmurHash3's finalizer: every bit of the input changes half the bits. */
const mixed = (value: number): number => {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const joined = (hash: number, value: number): number => mixed(hash ^ value)

/** One a hash function. */
const seeds = Uint32Array.from({ length: signatureLength }, (_, i) => mixed(i + 1))
