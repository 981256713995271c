/**
 * Opinion lists as RuSentRel has them beside its brat files (`NAME.opin.txt`): who thinks how of whom in an article, by names, a line
 * each: `source, target, pos|neg, time`. https://github.com/nicolay-r/RuSentRel
 */
import { sameName } from '../suggest/inflection.ts'
import type { DraftRelation, DraftSpan } from './placing.ts'

/** Relations between the first mentions of both; `unread` are lines that are none, or name somebody whom no span does. */
export const opinionsIn = (
  content: string,
  spans: readonly DraftSpan[],
): { relations: DraftRelation[]; unread: string[] } => {
  const mentions = [...spans]
    .sort((a, b) => (a.fragments[0]?.start ?? 0) - (b.fragments[0]?.start ?? 0))
    .map(({ id, quote = '' }) => ({ id, words: wordsIn(quote) }))
  const idOf = (name: string): string | undefined => {
    const words = wordsIn(name)
    const said = mentions.find((mention) => mention.words.join(' ') === words.join(' '))
    return (said ?? mentions.find((mention) => isForm(mention.words, words)))?.id
  }
  const relations: DraftRelation[] = []
  const unread: string[] = []
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const [source = '', target = '', value = '', time = ''] = line.split(',').map((part) => part.trim())
    const [from, to] = [idOf(source), idOf(target)]
    if (from === undefined || to === undefined || !['pos', 'neg'].includes(value)) unread.push(line.trim())
    else {
      const features = { value, ...(time && { time }) }
      relations.push({ id: `opinion${index + 1}`, layer: 'Opinion', from, to, features, at: { line: index + 1 } })
    }
  }
  return { relations, unread }
}

/** «Сирии» is a form of «Сирия», word for word. */
const isForm = (words: readonly string[], name: readonly string[]): boolean =>
  name.length > 0 && words.length === name.length && words.every((word, place) => sameName(word, name[place] ?? ''))

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
