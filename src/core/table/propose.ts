/** What a table's columns are, by their names and what stands in them. */
import { type Cells, type ColumnRole, columnRoles, type TableColumns } from './columns.ts'

/** As `simplified` gives them; those that say more come first. */
const namesOf: Record<ColumnRole, string> = {
  text: 'text full_text fulltext article_text maintext main_text body content article story plain_text raw_text текст полный_текст текст_статьи текст_публикации содержание контент тело статья',
  title: 'title headline heading head header article_title name заголовок заглавие название',
  date: 'published_at publishedat date_published datepublished publication_date publish_date pubdate pub_date published date datetime timestamp created_at created time дата_публикации дата опубликовано опубликована время',
  outlet:
    'outlet publication publisher newspaper source_name media site_name source site domain издание сми газета источник сайт',
  author: 'author authors byline writer creator автор авторы',
  url: 'url link href uri article_url source_url web_url permalink ссылка адрес',
  language: 'language lang locale язык',
  id: 'id uuid guid article_id doc_id docid document_id sent_id uid key номер ид идентификатор',
}

/** How a column looks, over the rows that were seen. */
type Look = { name: string; simple: string; filled: readonly string[]; mean: number }

/**
 * The likely roles; the text is absent where no column looks like one. A name counts only where what stands there can be what it says;
 * the text is the longest column, unless one that is called so is nearly as long.
 */
export const proposeColumns = (names: readonly string[], rows: readonly Cells[]): Partial<TableColumns> => {
  const looks = names.map((name) => look(name, rows))
  const longest = looks.toSorted((a, b) => b.mean - a.mean)[0]
  if (!longest) return {}
  const taken = new Map<ColumnRole, string>()
  for (const role of columnRoles) {
    const free = looks.filter(({ name }) => ![...taken.values()].includes(name))
    const possible = free.filter((column) => isPossible[role](column, longest))
    const found = byName(role, possible) ?? (role === 'text' || role === 'url' ? byContent[role](possible) : undefined)
    if (found) taken.set(role, found.name)
  }
  return Object.fromEntries(taken)
}

const byName = (role: ColumnRole, columns: readonly Look[]): Look | undefined => {
  const wanted = namesOf[role].split(' ')
  const exact = wanted.flatMap((name) => columns.find(({ simple }) => simple === name) ?? [])
  // `article.body`, `meta_title`
  const ending = wanted.flatMap((name) => columns.find(({ simple }) => simple.endsWith(`_${name}`)) ?? [])
  return exact[0] ?? ending[0]
}

const byContent = {
  text: (columns: readonly Look[]) =>
    columns.filter(({ mean }) => mean >= LEAST_TEXT).sort((a, b) => b.mean - a.mean)[0],
  url: (columns: readonly Look[]) => columns[0],
}

/** Characters; what is shorter on average is a name or a number. */
const LEAST_TEXT = 25
/** A column that is called text may be so much shorter than the longest. */
const SHARE_OF_LONGEST = 0.2

const isPossible: Record<ColumnRole, (column: Look, longest: Look) => boolean> = {
  text: ({ mean, filled }, longest) => mean >= longest.mean * SHARE_OF_LONGEST && mostly(filled, /\p{L}/u),
  title: ({ mean, filled }) => mean <= 300 && mostly(filled, /\p{L}/u),
  date: ({ filled }) => mostly(filled, /(?<!\d)(1[789]|20)\d\d(?!\d)|^\d{10}(\d{3})?$|^\d{8}$/),
  outlet: ({ mean, filled }) => mean <= 120 && mostly(filled, /\p{L}/u),
  author: ({ mean, filled }) => mean <= 200 && mostly(filled, /\p{L}/u),
  url: ({ filled }) => mostly(filled, /^https?:\/\/\S+$/i),
  language: ({ filled }) => mostly(filled, /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/),
  id: ({ mean, filled }) => mean <= 80 && filled.length > 0,
}

const look = (name: string, rows: readonly Cells[]): Look => {
  const filled = rows.map((row) => row.get(name)?.trim() ?? '').filter((cell) => cell !== '')
  const mean = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length)
  return { name, simple: simplified(name), filled, mean }
}

const mostly = (cells: readonly string[], pattern: RegExp): boolean =>
  cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length

/** `Article.Full Text` becomes `article_full_text`. */
const simplified = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\d]+/gu, '_')
    .replace(/^_+|_+$/g, '')
