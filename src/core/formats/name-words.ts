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
