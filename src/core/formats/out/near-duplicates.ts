/**
 * Reprints: texts whose shingles of words are mostly the same. MinHash with banding (Broder 1997; Leskovec, Rajaraman and
 * Ullman, Mining of Massive Datasets, ch. 3): one pass over the texts, of each only a signature is kept.
 */

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

export const findDuplicates = (): DuplicateFinder => {
  const signatures: { id: string; signature: Uint32Array }[] = []
  const buckets = new Map<string, number[]>()
  const parents: number[] = []
  const rootOf = (index: number): number => {
    let at = index
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) at = up
    return at
  }
  return {
    add: (id, text) => {
      const signature = signatureOf(text)
      const index = signatures.push({ id, signature }) - 1
      parents.push(index)
      for (const band of bandsOf(signature)) {
        const others = buckets.get(band) ?? []
        buckets.set(band, others)
        let alike = 0
        for (const other of others) {
          const root = rootOf(other)
          if (root !== rootOf(index) && likeness(signature, signatures[other]?.signature) >= threshold)
            parents[rootOf(index)] = root
          if (rootOf(other) === rootOf(index)) alike += 1
        }
        if (alike < mostOfGroup && others.length < mostInBucket) others.push(index)
      }
    },
    groups: () => {
      const names = new Map<number, string>()
      for (const [i, { id }] of signatures.entries()) {
        const before = names.get(rootOf(i))
        if (before === undefined || id < before) names.set(rootOf(i), id)
      }
      return new Map(signatures.map(({ id }, i) => [id, names.get(rootOf(i)) ?? id]))
    },
  }
}

/** The least hash of all shingles under each of the hash functions. */
export const signatureOf = (text: string): Uint32Array => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const signature = new Uint32Array(signatureLength).fill(0xffffffff)
  for (let at = 0; at < Math.max(1, words.length - shingleLength + 1); at++) {
    const hash = hashOf(words.slice(at, at + shingleLength).join(' '))
    for (let i = 0; i < signatureLength; i++) {
      const value = mixed(hash ^ mixed(i + 1))
      if (value < (signature[i] ?? 0)) signature[i] = value
    }
  }
  return signature
}

const likeness = (a: Uint32Array, b: Uint32Array | undefined): number =>
  a.reduce((equal, value, i) => (value === b?.[i] ? equal + 1 : equal), 0) / signatureLength

const bandsOf = (signature: Uint32Array): string[] =>
  Array.from({ length: signatureLength / rowsPerBand }, (_, band) => {
    const from = band * rowsPerBand
    return `${band}:${signature.subarray(from, from + rowsPerBand).join(',')}`
  })

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
