/** Text for a terminal: made harmless, measured in columns, set in a table. */

/**
 * Shows control characters and direction marks instead of obeying them: titles, file names and pointers come from files
 * that may be hostile to a terminal.
 */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Cs}]/gu, (character) =>
    character === '\n' || character === '\t' ? ' ' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )

/** Columns that a text takes in a terminal: none for combining marks, two for wide characters and emoji. */
export const columns = (text: string): number => {
  if (plain.test(text)) return text.length
  let sum = 0
  for (const { segment } of graphemes.segment(text)) sum += columnsOf(segment)
  return sum
}

/** Cuts at a character boundary so that the text with its ellipsis fits into so many columns. */
export const shorten = (text: string, limit: number): string => {
  // Whoever sends 10,000 characters need not be measured to the end.
  const head = text.slice(0, limit * 16)
  if (head.length === text.length && columns(text) <= limit) return text
  let kept = ''
  let sum = 0
  for (const { segment } of graphemes.segment(head)) {
    sum += columnsOf(segment)
    if (sum > limit - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

export type Column = { heading: string; align?: 'right' }

/** Lines of a table with two spaces between its columns; no trailing spaces. */
export const table = (heads: readonly Column[], rows: readonly (readonly string[])[]): string[] => {
  const lines = [heads.map((head) => head.heading), ...rows]
  // One after the other: a call takes no hundred thousand arguments.
  const widths = heads.map((_, index) =>
    lines.reduce((widest, line) => Math.max(widest, columns(line[index] ?? '')), 0),
  )
  return lines.map((line) =>
    line
      .map((cell, index) => padded(cell, widths[index] ?? 0, heads[index]?.align))
      .join('  ')
      .trimEnd(),
  )
}

const padded = (text: string, width: number, align: 'right' | undefined): string => {
  const space = ' '.repeat(Math.max(0, width - columns(text)))
  return align === 'right' ? space + text : text + space
}

/** Latin, Greek and Cyrillic letters, digits and signs, each of one code unit and one column: most texts are nothing else, and segmenting is slow. */
const plain = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF№]*$/

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Unicode's East Asian Width W and F in coarse ranges, and what is drawn as an emoji by itself or by U+FE0F.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\uFE0F|\p{Emoji_Presentation}/u
const invisible = /^[\p{M}\p{Cf}\p{Cc}]*$/u

const columnsOf = (grapheme: string): number => (wide.test(grapheme) ? 2 : invisible.test(grapheme) ? 0 : 1)
