/**
 * A sound key for names across Cyrillic and Latin. Letters follow the BGN/PCGN romanization of Russian (1947); then spellings that
 * one sound has in English, German and French names are folded together. For comparing only, never for display.
 */
const latin: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'tsh',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  і: 'i',
  ї: 'i',
  є: 'e',
  ґ: 'g',
  ў: 'u',
}

/** Spellings and the sound they share, in this order. `S` stands for the sounds of с, з, ц, ш, ж, ч, which languages write in each other's letters. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/^uitk/, 'vitk'],
  [/ph/g, 'f'],
  [/kh|gh/g, 'h'],
  [/dzh|dj|tsch|tsh|tch|ch|sch|sh|zh|ts|tz|dz|s|z|j/g, 'S'],
  [/x/g, 'kS'],
  [/c(?=[eiy])/g, 'S'],
  [/ge(?=o|r|$)|gi(?=o)/g, 'S'],
  [/ck|q|c/g, 'k'],
  [/w/g, 'v'],
  [/th/g, 't'],
  [/(.)\1+/g, '$1'],
]

/** A word (lower case) in the letters a to z. */
export const romanized = (word: string): string =>
  [...word]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')

/** Fewer sounds than this agree by chance. */
export const shortestSound = 3

/** The vowels of one word (lower case), each once where it is repeated. */
export const vowelKey = (word: string): string =>
  romanized(word)
    .replaceAll('y', 'i')
    .replace(/[^aeiou]/g, '')
    .replace(/(.)\1+/g, '$1')

/** The sound key of one word (lower case): its first letter and the consonants after it. */
export const soundKey = (word: string): string => {
  let key = romanized(word)
  for (const [spelling, sound] of folds) key = key.replace(spelling, sound)
  return (key.slice(0, 1).replace(/[iy]/, 'i') + key.slice(1).replace(/[aeiouyh]/g, '')).replace(/(.)\1+/g, '$1')
}

export const isLatin = (word: string): boolean => /[a-z]/.test(word)
