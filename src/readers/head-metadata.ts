/** What the labels of a mail's or an archive's head say, in English and Russian. */
import type { ArticleMetadata } from '../core/article.ts'
import { dateIn, isoDate } from './dates.ts'
import { languageTag } from './language.ts'
import { withoutAbsent } from './metadata.ts'
import { bareName, person } from './names.ts'
import { hostName, pageAddress } from './web-address.ts'

type Member = 'title' | 'author' | 'sender' | 'outlet' | 'date' | 'url' | 'language' | 'other'

const labels: Record<Member, string> = {
  title: 'subject|headline|title|тема|заголовок|название',
  author: 'byline|author|authors|by|автор|авторы',
  sender: 'from|от|от кого|отправитель',
  outlet: 'source|publication|outlet|newspaper|publisher|источник|издание|сми|газета|агентство',
  date: 'date|sent|published|publication date|pub date|load-date|дата|дата публикации|дата выхода|отправлено|опубликовано',
  url: 'url|link|address|ссылка|адрес',
  language: 'language|язык',
  other:
    'to|cc|bcc|reply-to|message-id|mime-version|content-type|content-transfer-encoding|x-mailer|importance|attachments|section|length|' +
    'word count|words|copyright|page|edition|document id|dateline|region|кому|копия|вложения|важность|рубрика|раздел|объем|объём|' +
    'страница|номер|выпуск|регион|город|тираж|кол-во слов|количество слов',
}

const members = new Map(
  Object.entries(labels).flatMap(([member, names]) =>
    names.split('|').map((name) => [name, member as Member] as const),
  ),
)

/** What a label stands for, if it is one of a head. */
export const memberOf = (label: string): Member | undefined =>
  members.get(label.trim().toLowerCase().replace(/\s+/g, ' '))

/** The metadata of a head: its values by label, the first one of each. */
export const headMetadata = (values: Iterable<readonly [label: string, value: string]>): ArticleMetadata => {
  const known = new Map<Member, string>()
  for (const [label, value] of values) {
    const member = memberOf(label)
    const text = value.replace(/\s+/g, ' ').trim()
    if (member !== undefined && text !== '' && !known.has(member)) known.set(member, text)
  }
  const sender = nameOf(known.get('sender'))
  const isPerson = sender !== undefined && new RegExp(`^${person}$`, 'u').test(sender)
  const outlet = known.get('outlet') ?? (isPerson ? undefined : sender)
  const address = pageAddress(outlet)
  return withoutAbsent({
    title: known.get('title')?.replace(/^(?:(?:re|fwd?|fw|ha|пересл|отв)\s*:\s*)+/i, '') || undefined,
    author: known.get('author')?.replace(/^(by|автор:?)\s+/i, '') ?? (isPerson ? sender : undefined),
    outlet: outlet === undefined ? undefined : { name: address ? hostName(address) : bareName(outlet) },
    publishedAt: dateOf(known.get('date')),
    url: pageAddress(known.get('url')) ?? address,
    language: languageTag(known.get('language')),
  })
}

/** `"Ирина Ланская" <i@vestnik.example>`, `Ирина Ланская [mailto:…]`; nothing for a bare address. */
const nameOf = (sender: string | undefined): string | undefined => {
  const name = sender
    ?.replace(/[<[(][^<>[\]()]*@[^<>[\]()]*[>\])]/g, '')
    .replaceAll('"', '')
    .trim()
  return name === undefined || name === '' || name.includes('@') ? undefined : name
}

const dateOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const mailed = /^(?:\p{L}{2,3},\s*)?(\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?))/u.exec(
    value,
  )?.[1]
  const moment = mailed === undefined ? Number.NaN : Date.parse(mailed)
  return Number.isNaN(moment) ? (isoDate(value) ?? dateIn(value)?.date) : new Date(moment).toISOString()
}
