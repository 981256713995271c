/** Articles and annotations of any size, the same ones each time: invented words of Russian, no text of anybody's. */
import type { AnnotationDraft } from '../../src/workbench/contract.ts'

export type SyntheticSpan = { type: AnnotationDraft['type']; start: number; end: number }

/** `length` in characters; paragraphs of some 500, joined by blank lines. */
export const syntheticText = (length: number): string => {
  const random = randomNumbers(length)
  const paragraphs: string[] = []
  for (let total = 0; total < length; ) {
    const sentences = Array.from({ length: 3 + random(3) }, () => sentence(random))
    const paragraph = sentences.join(' ')
    paragraphs.push(paragraph)
    total += paragraph.length + 2
  }
  return paragraphs.join('\n\n').slice(0, length).trimEnd()
}

/** Spans at word boundaries all over a text, nested and crossing as in a close reading: most actors, then positions and claims. */
export const syntheticSpans = (text: string, count: number): SyntheticSpan[] => {
  const random = randomNumbers(count)
  const words = Array.from(text.matchAll(/[\p{L}-]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return Array.from({ length: count }, () => {
    const share = random(100)
    const type = share < 60 ? 'actor' : share < 82 ? 'position' : 'claim'
    const first = random(words.length)
    const length = type === 'actor' ? 1 + random(3) : type === 'position' ? 4 + random(8) : 8 + random(18)
    const start = words[first]?.start ?? 0
    // A span does not leave its paragraph.
    const paragraphEnd = text.indexOf('\n\n', start)
    const end = words[Math.min(words.length - 1, first + length - 1)]?.end ?? text.length
    return { type, start, end: paragraphEnd >= 0 ? Math.min(end, paragraphEnd) : end }
  })
}

const stems =
  'переговор соглашен президент министр заявлен дипломат гаранти террито посредник делегац договор позици сторон встреч отказ услови перемир границ парламент союзник'.split(
    ' ',
  )
const endings = ['', 'а', 'ы', 'ов', 'ами', 'ия', 'ский', 'ировал', 'или']
const small = ['и', 'в', 'не', 'на', 'по', 'что', 'о', 'как', 'для', 'между']

const sentence = (random: (below: number) => number): string => {
  const words = Array.from({ length: 8 + random(12) }, () =>
    random(3) === 0 ? pick(small, random) : pick(stems, random) + pick(endings, random),
  )
  const text = words.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const pick = (list: readonly string[], random: (below: number) => number): string => list[random(list.length)] ?? ''

/** Whole numbers below a bound, the same sequence for the same seed (mulberry32). */
const randomNumbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
