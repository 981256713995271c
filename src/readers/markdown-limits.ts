/** Markdown on which the parser takes quadratic time, and which no author writes. */
import { Unreadable } from './unreadable.ts'

/** Far beyond any article, and each well under two seconds of parsing. */
const limits = { nesting: 100, underlinedHeadings: 2000, marksInParagraph: 10_000 }

/** Throws `Unreadable` ('too-complex') for nesting, underlined headings or brackets and stars without number. */
export const checkComplexity = (markdown: string): void => {
  let headings = 0
  let marks = 0
  for (const line of linesOf(markdown)) {
    if (/^ {0,3}(=+|-+)[ \t]*$/.test(line)) headings += 1
    marks = /\S/.test(line) ? marks + countMarks(line) : 0
    if (headings > limits.underlinedHeadings || marks > limits.marksInParagraph || nesting(line) > limits.nesting)
      throw new Unreadable('too-complex')
  }
}

const linesOf = function* (text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    yield text.slice(start, end)
    start = end + 1
  }
}

const countMarks = (line: string): number => {
  let count = 0
  for (let at = 0; at < line.length; at += 1) if ('[]*_'.includes(line[at] ?? '')) count += 1
  return count
}

/** Marks of quotations and list items before a line's first word. */
const nesting = (line: string): number => {
  const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
  let count = 0
  while (count <= limits.nesting && container.test(line)) count += 1
  return count
}
