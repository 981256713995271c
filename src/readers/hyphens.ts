/** Words that a line end has parted, put together again. Hyphens that belong to the word stay, as far as it shows. */

/** The words of a text that stand whole on their lines, in small letters, with how often they occur. */
export type Vocabulary = ReadonlyMap<string, number>

export const vocabularyOf = (lines: readonly string[]): Vocabulary => {
  const words = new Map<string, number>()
  let parted = false
  for (const line of lines) {
    const found = line.toLowerCase().match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? []
    const ends = atEnd.test(line)
    // What a line end may have cut is no witness.
    for (const word of found.slice(parted ? 1 : 0, ends ? -1 : undefined)) words.set(word, (words.get(word) ?? 0) + 1)
    parted = ends
  }
  return words
}

/** A line as it stands before the next one of its paragraph: with the space between them, or without its hyphen. */
export const beforeNext = (line: string, next: string, vocabulary: Vocabulary): string => {
  const start = line.trimEnd()
  const rest = next.trimStart()
  if (start.endsWith('\u00ad')) return start.slice(0, -1)
  const left = atEnd.exec(start)?.[1]
  const right = /^[\p{L}\d]+/u.exec(rest)?.[0]
  if (left === undefined || right === undefined) return /\d[–—]$/.test(start) && /^\d/.test(rest) ? start : `${start} `
  return belongs(left, right, rest, vocabulary) ? start : start.slice(0, -1)
}

const atEnd = /([\p{L}\d]+(?:-[\p{L}\d]+)*)[-\u2010\u00ad]$/u

/** Whether the hyphen is the word's own: `Санкт-Петербург`, `кое-кто`, `2031-2032`, `well-known`. */
const belongs = (left: string, right: string, rest: string, vocabulary: Vocabulary): boolean => {
  if (/\d$/.test(left) || /^[\p{Lu}\d]/u.test(right)) return true
  const [first, second] = [left.toLowerCase(), right.toLowerCase()]
  const whole = /^[\p{L}\d]+(?:-[\p{L}\d]+)*/u.exec(rest.toLowerCase())?.[0] ?? second
  const [together, apart] = [vocabulary.get(`${first}${whole}`) ?? 0, vocabulary.get(`${first}-${whole}`) ?? 0]
  if (together !== apart) return apart > together
  if (ownHyphens.some(([before, after]) => before.test(first) && after.test(whole))) return true
  // Two words that both occur by themselves are a compound rather than a word that was cut.
  return /^[a-z]{4,}$/.test(first) && /^[a-z]{4,}$/.test(second) && vocabulary.has(first) && vocabulary.has(second)
}

/** What stands before and behind a hyphen that is the word's own. Parts that also begin or end words without one are not here. */
const ownHyphens: readonly (readonly [RegExp, RegExp])[] = [
  [/^из$/, /^(за|под)$/],
  [/^кое$/, /./],
  [/^по$/, /((ски|цки)|^(моему|твоему|своему|нашему|вашему|прежнему|новому|другому|разному|хорошему))$/],
  [/^в[ово]?$/, /^(первых|вторых|третьих|четвёртых)$/],
  [
    /^(кто|ко|что|че|как|кем|чем|ком|где|куда|когда|чей|зачем|почему|откуда|сколько|ког|ком|так|какой|какая|какое|какие|каких|каким|каком)/,
    /^то$/,
  ],
  [/^\p{L}{2,}$/u, /^(либо|нибудь|таки)$/],
  [/^(юго|северо)$/, /^(запад|восто)/],
  [
    /^(научно|социально|общественно|торгово|финансово|экономико|политико|культурно|историко|советско|российско|русско|украинско|американо|англо|франко|германо|китайско|японо|военно)$/,
    /^(?!язычн|говорящ|служащ|пленн|обязанн)/,
  ],
  [/^вице$/, /./],
  [/^пресс$/, /^(служб|секретар|релиз|конференц|центр|брифинг|тур)/],
  [/^премьер$/, /^министр/],
  [/^генерал$/, /^(майор|лейтенант|полковник|губернатор)/],
  [/^(self|half|vice|quasi)$/, /^[a-z]{3,}$/],
  [/^well$/, /(ed|known|being)$/],
  [/^(so|[a-z]{4,})$/, /^(called|based|backed|owned|known)$/],
]
