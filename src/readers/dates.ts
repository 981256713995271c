/** Calendar days as files write them, made into `YYYY-MM-DD` or a moment in UTC. What can be read two ways is not read. */

/** A date in ISO 8601 as markup states it: a day, or a moment where the time zone is given too. */
export const isoDate = (value: string | undefined): string | undefined => {
  const match =
    /^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?(?:\d\d)?)?)?\s*$/i.exec(
      value ?? '',
    )
  if (!match) return undefined
  const [, year = '', month = '', date = '', hour, minute, second = '00', zone] = match
  const calendar = day(year, month, date)
  if (calendar === undefined || hour === undefined || zone === undefined) return calendar
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3) || '00'}`
  const moment = new Date(`${calendar}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(moment.getTime()) ? calendar : moment.toISOString()
}

export type FoundDate = { date: string; start: number; end: number }

/** The first day written out in a line, unless a second one stands there. */
export const dateIn = (line: string): FoundDate | undefined => {
  const found = forms.flatMap(({ pattern, read }) =>
    Array.from(line.matchAll(pattern), (match) => {
      const date = read(match.slice(1).map((part) => part ?? ''))
      return { date, start: match.index, end: match.index + match[0].length }
    }),
  )
  const [first, ...others] = found.flatMap(({ date, ...place }) => (date === undefined ? [] : [{ date, ...place }]))
  return first && others.every((other) => other.date === first.date) ? first : undefined
}

/** The day in a file's name: `news-2025-08-22.txt`, `20250822.html`, `22.08.2025.txt`. */
export const dateInFileName = (name: string): string | undefined => {
  const found = new Set<string>()
  for (const [, year, , month, date] of name.matchAll(/(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)/g))
    add(found, day(year, month, date))
  for (const [, date, month, year] of name.matchAll(/(?<!\d)(\d\d)[-_.](\d\d)[-_.](\d{4})(?!\d)/g))
    add(found, day(year, month, date))
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}

const russianMonths = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ')
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const russianName = '(январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[яа]'
const englishName =
  '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?'

type Form = { pattern: RegExp; read: (parts: string[]) => string | undefined }

const forms: readonly Form[] = [
  {
    pattern: /(?<![\d.-])(\d{4})[-.](\d\d)[-.](\d\d)(?![\d-])/g,
    read: ([year = '', month = '', date = '']) => day(year, month, date),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.(\d\d)\.(\d{4})(?!\d)/g,
    read: ([date = '', month = '', year = '']) => day(year, month, date),
  },
  {
    pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    read: ([first = '', second = '', year = '']) => {
      // Day or month first: only where one of the two can be no month, or both are the same.
      if (Number(first) > 12 || first === second) return day(year, second, first)
      return Number(second) > 12 ? day(year, first, second) : undefined
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:-го)?\\s+${russianName},?\\s+(\\d{4})(?!\\d)(?:\\s*(?:года|г\\.?)(?![а-яё]))?`,
      'gi',
    ),
    read: ([date = '', month = '', year = '']) => day(year, 1 + russianMonths.indexOf(month.toLowerCase()), date),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${englishName},?\\s+(\\d{4})(?!\\d)`, 'gi'),
    read: ([date = '', month = '', year = '']) => day(year, 1 + englishMonths.indexOf(month.toLowerCase()), date),
  },
  {
    pattern: new RegExp(`(?<![a-z])${englishName}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'gi'),
    read: ([month = '', date = '', year = '']) => day(year, 1 + englishMonths.indexOf(month.toLowerCase()), date),
  },
]

/** A day that exists, of the time since newspapers are on line or were digitised. */
const day = (year = '', month: string | number = '', date = ''): string | undefined => {
  const value = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  const moment = new Date(`${value}T00:00:00Z`)
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)
  return exists && Number(year) >= 1700 && Number(year) <= 2100 ? value : undefined
}

const add = (set: Set<string>, value: string | undefined): void => {
  if (value !== undefined) set.add(value)
}
