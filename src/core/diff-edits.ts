/** What was changed between two texts, as edits. Offsets are UTF-16 code units and never lie inside a character. */
import { diffArrays } from 'diff'
import { splitsPair } from './offsets.ts'

/** Puts `insert` in the place of `[start, end)`; an insertion where both are the same. */
export type Edit = { start: number; end: number; insert: string }

/**
 * Edits that turn one text into another, in text order and apart from each other: whole words are compared, then what a
 * changed passage has in common with its predecessor at both ends is left out. Texts that differ nearly everywhere are
 * compared line by line.
 */
export const diffEdits = (before: string, after: string): Edit[] => {
  const whole = trimmed(before, after, { start: 0, end: before.length, insert: after })
  if (isNothing(whole)) return []
  return (refined(before, whole, words, mostChanges) ?? byLines(before, whole)).filter((edit) => !isNothing(edit))
}

/** The text with edits made; they are in text order and do not overlap. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  let at = 0
  const parts: string[] = []
  for (const { start, end, insert } of edits) {
    parts.push(text.slice(at, start), insert)
    at = end
  }
  return parts.join('') + text.slice(at)
}

/** The time a comparison takes grows with the square of the changes. */
const mostChanges = 2_000
const mostChangesOfPassage = 300

const byLines = (before: string, whole: Edit): Edit[] =>
  refined(before, whole, lines, mostChanges)?.flatMap(
    (edit) => refined(before, edit, words, mostChangesOfPassage) ?? [edit],
  ) ?? [whole]

/** The edits that one edit consists of; undefined where they are too many. */
const refined = (text: string, edit: Edit, split: (text: string) => string[], limit: number): Edit[] | undefined => {
  const removed = text.slice(edit.start, edit.end)
  const changes = diffArrays(split(removed), split(edit.insert), { maxEditLength: limit })
  if (!changes) return undefined
  const edits: Edit[] = []
  let at = edit.start
  let open: Edit | undefined
  for (const change of changes) {
    const part = change.value.join('')
    if (!change.added && !change.removed) {
      at += part.length
      open = undefined
      continue
    }
    if (!open) {
      open = { start: at, end: at, insert: '' }
      edits.push(open)
    }
    if (change.added) open.insert += part
    else {
      at += part.length
      open.end = at
    }
  }
  return edits.map((found) => trimmed(text, found.insert, found))
}

const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? []
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? []

/** Without what the old and the new passage have in common at their ends. */
const trimmed = (text: string, insert: string, { start, end }: Edit): Edit => {
  const most = Math.min(end - start, insert.length)
  let head = 0
  while (head < most && text[start + head] === insert[head]) head++
  if (splitsPair(text, start + head) || splitsPair(insert, head)) head--
  let tail = 0
  while (tail < most - head && text[end - tail - 1] === insert[insert.length - tail - 1]) tail++
  if (splitsPair(text, end - tail) || splitsPair(insert, insert.length - tail)) tail--
  return { start: start + head, end: end - tail, insert: insert.slice(head, insert.length - tail) }
}

const isNothing = ({ start, end, insert }: Edit): boolean => start === end && insert === ''
