/** Names of layers, labels and features taken apart, to go by what they say. */

/** `Merge-org`, `NamedEntity`, `PERSON_NAME` in words of small letters, and whole first. */
export const wordsOf = (name: string): string[] => [
  name.toLowerCase(),
  ...name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u),
]

/** The words of a list between spaces. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What parts the names of a path of layers, each under the one before. */
export const pathMark = ' / '

/**
 * The name itself: `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity` ends in it, and so does a path of layers; a sentence with
 * full stops is one.
 */
export const lastPart = (layer: string): string => {
  const name = layer.split(pathMark).at(-1) || layer
  return /^\w+(\.\w+)+$/.test(name) ? (name.split('.').at(-1) ?? name) : name
}
