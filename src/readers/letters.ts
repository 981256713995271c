/** How likely a decoded character is in Russian or western text, for telling single-byte encodings apart. */

/**
 * Occurrences per 10,000 letters in the Russian National Corpus (Lyashevskaya and Sharov, frequency dictionary, 2009); that
 * of ё as in texts that write it.
 */
const frequencies: ReadonlyMap<string, number> = new Map(
  (
    'о 1097,е 845,а 801,и 735,н 670,т 626,с 547,р 473,в 454,л 440,к 349,м 321,д 298,п 281,у 262,я 201,ы 190,ь 174,' +
    'г 170,з 165,б 159,ч 144,й 121,х 97,ж 94,ш 73,ю 64,ц 48,щ 36,э 32,ф 26,ё 40,ъ 4'
  )
    .split(',')
    .map((entry) => [entry.slice(0, 1), Number(entry.slice(2))]),
)

/** Pairs that make up about half of all pairs of neighbouring letters in Russian words. */
const commonPairs = new Set(
  (
    'ст но ен то на ов ни ра во ко ро ре пр ос по ер ли не ть ка ет от та го ан ал ол ри ом де ле ло ль ва ти ' +
    'те ем ог ла за ес ин ис ор ат од об ми ве до вы ны ск тр ча из ел ки ам да ав ся ви ас ит ма ии ий ые ой ' +
    'ию ия ьн нн ие мо со се си тв гр бо ме му др эт бы сл пе кр ед ид ды ци ак ят жи же ше ич'
  ).split(' '),
)

export type Kind = 'russian' | 'cyrillic' | 'latin' | 'punctuation' | 'symbol' | 'junk'

/** What a character is and, for its lower-case form, the natural logarithm of its likelihood. */
export type Letter = { kind: Kind; upper: boolean; lower: string; weight: number }

export const letterOf = (character: string): Letter => {
  const lower = character.toLowerCase()
  const kind = kindOf(character, lower)
  return { kind, upper: lower !== character, lower, weight: weightOf(lower, kind) }
}

export const isCommonPair = (first: string, second: string): boolean => commonPairs.has(first + second)

/** Likelihoods where nothing is counted: what a reader of Russian and English news would find as rare or rarer. */
const weights: Record<Exclude<Kind, 'russian'>, number> = {
  cyrillic: -8,
  latin: -4.5,
  punctuation: -3.5,
  symbol: -6.5,
  junk: -9,
}

const weightOf = (lower: string, kind: Kind): number => {
  if (kind === 'russian') return Math.log((frequencies.get(lower) ?? 1) / 10_000)
  // Ukrainian and Belarusian letters are to be expected sooner than Serbian or Macedonian ones.
  if (kind === 'cyrillic' && 'іїєґў'.includes(lower)) return -5.5
  return weights[kind]
}

const kindOf = (character: string, lower: string): Kind => {
  if (frequencies.has(lower)) return 'russian'
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic'
  if (/\p{Script=Latin}/u.test(character)) return 'latin'
  if (/[\u00a0«»—–‘’“”„…№•§€°]/u.test(character)) return 'punctuation'
  return /[\p{Cc}\u2500-\u25ff]/u.test(character) ? 'junk' : 'symbol'
}
