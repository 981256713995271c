/** What single lines at the top and bottom of a text state about it: labelled, or alone on their line. */
import type { ArticleMetadata } from '../core/article.ts'
import { dateIn, isoDate } from './dates.ts'
import { agency, bareName, domain, latinName, person, quoted } from './names.ts'
import { hostName, pageAddress } from './web-address.ts'

/** `labelled`: the line says that its date is the date. */
export type Stated = ArticleMetadata & { labelled?: boolean }

/** What a whole line states; nothing for a line of the article itself. */
export const lineMetadata = (line: string): Stated => {
  if (line.length > 200) return {}
  return labelled(line) ?? byline(line) ?? dateLine(line) ?? addressLine(line) ?? signature(line) ?? {}
}

/** What stands before the first words, on their line: `date 2025-08-22 Text …`, `22.08.2025 12:30 Text …`. */
export const openingMetadata = (line: string): Stated => {
  const pairs = /^((?:(?:date|дата|url|source|источник)\s*:?\s+\S+\s+)+)/i.exec(line)?.[1]
  if (pairs === undefined) return stampedOpening(line.slice(0, 60))
  const stated: Stated = {}
  for (const [, label = '', value = ''] of pairs.matchAll(/(\S+?)\s*:?\s+(\S+)\s+/g))
    Object.assign(stated, pair(label, value))
  return stated
}

/** A date in front of a sentence that begins anew; `22 августа 2025 года Совет …` is a sentence itself. */
const stampedOpening = (line: string): Stated => {
  const found = dateIn(line)
  const isStamp =
    found?.start === 0 && !/[а-яё.]$/i.test(line.slice(0, found.end)) && opening.test(line.slice(found.end))
  return found && isStamp ? { publishedAt: found.date } : {}
}

/** The publisher in brackets or after a dash, at the very end: `… (moscowtimes.ru)`, `… — Reuters`. */
export const closingMetadata = (line: string): Stated => {
  const end = line.slice(-100)
  const name = (closing.exec(end) ?? closingName.exec(end))?.slice(1).find((each) => each !== undefined)
  return name === undefined ? {} : { outlet: { name: bareName(name) } }
}

const closing = new RegExp(
  `(?:\\(\\s*(${domain}|${agency})\\s*\\)\\s*\\.?|[.!?…»”"]\\s*[—–-]\\s*(${domain}|${agency}))$`,
  'u',
)

/** Other names only behind the last sentence, where they cannot belong to it. */
const closingName = new RegExp(`[.!?…»”"]\\s*\\((?!Photo|Video|Image|AP Photo|Фото)(${quoted}|${latinName})\\)$`, 'u')

const pair = (label: string, value: string): Stated => {
  if (/^(date|дата)$/i.test(label)) return dated(isoDate(value) ?? onlyDate(value))
  if (/^url$/i.test(label)) return addressed(value)
  return new RegExp(`^${domain}$`, 'u').test(value) ? { outlet: { name: value } } : addressed(value)
}

const labels: readonly (readonly [RegExp, (value: string) => Stated])[] = [
  [/^(заголовок|название|title|headline)$/, (value) => ({ title: value })],
  [/^(источник|издание|сми|outlet|source|publisher|publication|newspaper)$/, (value) => publisher(value)],
  [/^(автор|авторы|текст|author|authors|by|text by|written by)$/, (value) => writer(value)],
  [
    /^(дата|дата публикации|дата выхода|опубликовано|date|published|published on|publication date|posted|date published)$/,
    (value) => dated(isoDate(value) ?? onlyDate(value)),
  ],
  [/^(url|адрес|ссылка|адрес статьи|ссылка на статью|link|permalink)$/, (value) => addressed(value)],
  [/^(лицензия|license|licence)$/, (value) => ({ licence: value })],
  [
    /^(оригинал|оригинал статьи|оригинал публикации|оригинал материала|original|original article)$/,
    (value) => original(value),
  ],
  [/^(перевод|translation|translated by)$/, (value) => translator(value)],
]

const labelled = (line: string): Stated | undefined => {
  const match =
    /^([\p{L} ]{2,24}?)(?:\s*[:：]\s*|\s+[—–]\s+)(\S.*)$/u.exec(line) ??
    /^(опубликовано|published(?: on)?|posted)\s+(\d.*|[A-Z].*)$/i.exec(line)
  if (!match) return undefined
  const [, label = '', value = ''] = match
  const stated = labels.find(([pattern]) => pattern.test(label.trim().toLowerCase()))?.[1](value.trim())
  return stated && Object.keys(stated).length > 0 ? stated : undefined
}

const dated = (publishedAt: string | undefined): Stated =>
  publishedAt === undefined ? {} : { publishedAt, labelled: true }

const addressed = (value: string): Stated => {
  const url = /^https?:\/\//i.test(value) ? pageAddress(value) : undefined
  return url === undefined ? {} : { url }
}

/** A name, or an address whose host is then the name. A whole sentence is neither. */
const publisher = (value: string): Stated => {
  const { url } = addressed(value)
  if (url !== undefined) return { url, outlet: { name: hostName(url) } }
  const name = bareName(value.replace(/\.$/, ''))
  return value.length <= 80 && !/[.!?]\s/.test(name) && /^[\p{Lu}\d]|\./u.test(name) ? { outlet: { name } } : {}
}

const writer = (value: string): Stated => {
  const author = value.replace(/\.$/, '')
  return author.length <= 100 && /^\p{Lu}/u.test(author) && !/[.!?]\s+\p{Lu}\p{L}{3,}.*\s\p{Ll}/u.test(author)
    ? { author }
    : {}
}

const original = (value: string): Stated => {
  const { url } = addressed(value)
  if (url !== undefined) return { relays: { outlet: { name: hostName(url) }, url } }
  const { outlet } = publisher(value)
  return outlet ? { relays: { outlet } } : {}
}

/** Only translators that publish: a person who translates is no outlet. */
const translator = (value: string): Stated => {
  const name = value.replace(/\.$/, '')
  return new RegExp(`^(${domain}|${quoted}|ИноСМИ|InoSMI)$`, 'u').test(name) ? { outlet: { name: bareName(name) } } : {}
}

const byline = (line: string): Stated | undefined => {
  const match = new RegExp(`^By (${person}(?:(?:, | and |, and )${person})*)$`, 'u').exec(line)
  return match?.[1] ? { author: match[1] } : undefined
}

const weekday = String.raw`(?:(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)`
const time = String.raw`(?:,?\s*(?:в\s+|at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:мск|msk|gmt|utc|cet|est|edt|bst|z)\)?)?)`
const before = new RegExp(
  `^(?:${weekday}|${time}\\s*,?\\s*|[\\p{L}\\d «»"“”.-]{2,60}(?:,|\\||•|·|\\s[—–-])\\s*${weekday}?)?$`,
  'iu',
)
const after = new RegExp(`^${time}?\\s*(?:$|[|•·/].{0,80}$|[,—–-]\\s*[\\p{L}\\d «»"“”.-]{2,60}$)`, 'iu')

const opening = new RegExp(`^${time}?\\s+[\\p{Lu}«“"]`, 'u')

/** A date alone, with the hour, or beside a place or an outlet: `Москва, 22 августа 2025`, `22.08.2025 12:30 | Мир`. */
const dateLine = (line: string): Stated | undefined => {
  const found = line.length <= 120 ? dateIn(line) : undefined
  if (!found || !before.test(line.slice(0, found.start)) || !after.test(line.slice(found.end))) return undefined
  return { publishedAt: found.date }
}

const onlyDate = (value: string): string | undefined => {
  const found = dateIn(value)
  return found && found.start < 24 ? found.date : undefined
}

const addressLine = (line: string): Stated | undefined => {
  if (/^https?:\/\/\S+$/i.test(line)) return addressed(line)
  return new RegExp(`^${domain}$`, 'u').test(line) ? { outlet: { name: line } } : undefined
}

const signature = (line: string): Stated | undefined => {
  const match = new RegExp(`^(?:[—–-]\\s*|\\()(${domain}|${agency}|${quoted})\\)?\\.?$`, 'u').exec(line)
  return match?.[1] ? { outlet: { name: bareName(match[1]) } } : undefined
}
