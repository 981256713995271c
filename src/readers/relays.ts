/**
 * Whether the whole article retells or translates another: it says so where it names its translator in brackets after the
 * outlet that wrote it, or in a line about the translation. An outlet that is merely quoted makes no such article.
 */
import type { Stated } from './metadata-lines.ts'
import { bareName, camelName, domain, latinName, quoted } from './names.ts'

/** What is said about another article behind this one; looked for near the top and the bottom. */
export const relaysIn = (text: string): Stated => {
  const edges = [text.slice(0, 2000), text.length > 2000 ? text.slice(Math.max(2000, text.length - 600)) : '']
  const stated: Stated = {}
  for (const edge of edges) {
    const translated = /перевод|translat/.test(edge) ? translatedBy.exec(edge) : undefined
    if (translated?.groups) {
      const { writer = '', translator = '' } = translated.groups
      stated.outlet ??= { name: bareName(translator) }
      stated.relays = { ...stated.relays, outlet: { name: bareName(writer) } }
    }
    const published = publishedIn.exec(edge)?.groups?.['writer']
    if (published) stated.relays = { outlet: { name: bareName(published) }, ...stated.relays }
    const language = languages.get(fromLanguage.exec(edge)?.[1]?.toLowerCase().slice(0, 6) ?? '')
    if (language) stated.relays = { ...stated.relays, language }
  }
  return stated
}

const outlet = `(?:${domain}|${quoted}|${camelName})`
const cyrillicName = String.raw`(?<=(?:портал|издание|издания|газета|газеты|агентство|журнал|сайт|телеканал)\s)[А-ЯЁ][\p{L}-]+(?:\s[А-ЯЁ][\p{L}-]+){0,3}`
const writer = `(?<writer>${domain}|${quoted}|${latinName}|${camelName}|${cyrillicName})`

/** `Sohu (перевод представлен RZNonline.ru)`, `Le Monde (translation by InoSMI)`, `«Хэбао» в переводе ИноСМИ`. */
const translatedBy = new RegExp(
  `${writer},?\\s*(?:\\((?:перевод|translat(?:ed|ion)(?:\\s+(?:provided\\s+)?by)?)\\s*[:—–-]?|\\(?в\\s+переводе)\\s*(?:[а-яё]+\\s+){0,4}(?<translator>${outlet})(?=[\\s),.;]|$)`,
  'u',
)

/** A sentence or line of its own: `Статья впервые опубликована в The Economist`, `Originally published by Le Monde`. */
const publishedIn = new RegExp(
  `(?:^|[.!?»”)\\n]\\s*)(?:(?:Статья|Материал|Текст)\\s+(?:был[аи]?\\s+)?(?:впервые\\s+)?опубликован[аы]?|Впервые опубликовано|(?:This (?:article|story|piece) was )?[Oo]riginally published)\\s+(?:(?:в|на|by|in|on|изданием|порталом|газетой|журналом|издании|газете|журнале|портале|сайте)\\s+){0,3}${writer}`,
  'u',
)

const fromLanguage =
  /(?:^|\n|\()\s*(?:перевод(?:ено)?\s+с|translated from(?: the)?|translation from(?: the)?)\s+(английск|немецк|французск|китайск|испанск|итальянск|польск|украинск|турецк|арабск|японск|english|german|french|chinese|spanish|italian|polish|ukrainian|turkish|arabic|japanese|russian)/i

const languages: ReadonlyMap<string, string> = new Map([
  ['англий', 'en'],
  ['немецк', 'de'],
  ['францу', 'fr'],
  ['китайс', 'zh'],
  ['испанс', 'es'],
  ['италья', 'it'],
  ['польск', 'pl'],
  ['украин', 'uk'],
  ['турецк', 'tr'],
  ['арабск', 'ar'],
  ['японск', 'ja'],
  ['englis', 'en'],
  ['german', 'de'],
  ['french', 'fr'],
  ['chines', 'zh'],
  ['spanis', 'es'],
  ['italia', 'it'],
  ['polish', 'pl'],
  ['ukrain', 'uk'],
  ['turkis', 'tr'],
  ['arabic', 'ar'],
  ['japane', 'ja'],
  ['russia', 'ru'],
])
