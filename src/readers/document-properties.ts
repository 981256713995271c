/** What a word processor or typesetter notes in a file about it. Much of it is about the file rather than the article. */
import type { ArticleMetadata } from '../core/article.ts'
import { dateIn, isoDate } from './dates.ts'
import { withoutAbsent } from './metadata.ts'
import { person } from './names.ts'

export type Properties = {
  title?: string | undefined
  author?: string | undefined
  /** When the file was made, in ISO 8601. */
  made?: string | undefined
  language?: string | undefined
}

/**
 * What of the properties is believed. A title that is a file's or a program's is none, nor is an account an author. The day a
 * file was made is the day of publication only where the beginning of the text names that day too.
 */
export const believed = ({ title, author, made }: Properties, text: string): ArticleMetadata =>
  withoutAbsent({
    title: title === undefined || title.length > 300 || noTitle.test(title) ? undefined : title,
    author:
      author !== undefined && new RegExp(`^${person}$`, 'u').test(author) && !account.test(author) ? author : undefined,
    publishedAt: namedDay(isoDate(made), text.slice(0, 3000)),
  })

/** `Microsoft Word - draft.doc`, `Документ1`, `untitled`, `layout.indd`, `https://…`. */
const noTitle =
  /^(microsoft (word|powerpoint|excel)\b.*|(document|документ|doc|untitled|без (имени|названия)|new document|новый документ|презентация|presentation|print|печать|word document)[\s\d.()-]*|\S+\.(docx?|odt|rtf|indd|qxd|qxp|pdf|txt|html?|pages|tex|dvi|pub|p65|fm|cdr)|https?:\S*|about:blank|[^\p{L}]*|.)$/iu

const account = /^(microsoft|windows|office|admin|пользователь|user|home|unknown|неизвестный)\b/iu

/** Time zones move a moment by a day at most. */
const namedDay = (made: string | undefined, opening: string): string | undefined => {
  if (made === undefined) return undefined
  const moment = Date.parse(made)
  return opening
    .split('\n')
    .map((line) => dateIn(line.slice(0, 400))?.date)
    .find((day) => day !== undefined && Math.abs(Date.parse(day) - moment) <= 36 * 60 * 60 * 1000)
}
