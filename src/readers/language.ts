/** Which language a text is in, as far as it shows; nothing where it does not. */

/** A BCP 47 tag as markup states it, or nothing; `ru_RU` is taken for `ru-RU`. */
export const languageTag = (value: string | undefined): string | undefined => {
  const tag = value?.trim().replaceAll('_', '-')
  return tag !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : undefined
}

/**
 * Russian, Ukrainian, Belarusian or English by letters and commonest words. `stated` (of a page's template, say) counts
 * unless the script says otherwise.
 */
export const languageOf = (text: string, stated?: string): string | undefined => {
  const sample = text.slice(0, 50_000)
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  const script = cyrillic > 1.5 * latin ? 'cyrillic' : latin > 1.5 * cyrillic ? 'latin' : undefined
  if (cyrillic + latin < 10) return stated
  if (stated !== undefined && script !== undefined && fits(stated, script)) return stated
  if (script === 'cyrillic') return cyrillicLanguage(sample, cyrillic)
  if (script === 'latin') return isEnglish(sample) ? 'en' : undefined
  return undefined
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const cyrillicTags = new Set('ru uk be bg sr mk kk ky tg mn tt ba cv os ab ce av'.split(' '))

const fits = (tag: string, script: 'cyrillic' | 'latin'): boolean => {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  if (rest.includes('cyrl')) return script === 'cyrillic'
  // Serbian and Kazakh are written in both.
  if (language === 'sr' || language === 'kk') return true
  return cyrillicTags.has(language) === (script === 'cyrillic')
}

const cyrillicLanguage = (text: string, letters: number): string | undefined => {
  if (count(text, /[ўЎ]/g) / letters > 0.002) return 'be'
  if (count(text, /[іїєґІЇЄҐ]/g) / letters > 0.02) return 'uk'
  if (count(text, /[ђјљњћџѓѕќәғқңөұүһӣҷў]/gi) / letters > 0.01) return undefined
  // Bulgarian has no ы, э and ё, but many ъ.
  return count(text, /[ыэё]/gi) > 2 * count(text, /ъ/gi) ||
    count(text, /(?<!\p{L})(и|в|не|на|что|с|по|как|из)(?!\p{L})/giu) > 2 * count(text, /ъ/gi)
    ? 'ru'
    : undefined
}

const isEnglish = (text: string): boolean => {
  const words = count(text, /\p{L}+/gu)
  return (
    count(text, /(?<![\p{L}'’])(the|of|and|to|in|that|is|was|for|on|with|by|it|has|said|from)(?![\p{L}'’])/giu) /
      words >
    0.12
  )
}
