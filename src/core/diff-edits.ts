/** What was changed between two texts, as edits. Offsets are UTF-16 code units and never lie inside a character. */
import { diffArrays } from 'diff'
import { splitsPair } from './offsets.ts'

/** Puts `insert` in the place of `[start, end)`; an insertion where both are the same. */
export type Edit = { start: number; end: number; insert: string }

/**
 * Edits that turn one text into another, in text order and apart from each other: whole words are compared, then what a
 * changed passage has in common with its predecessor at both ends is left out. Texts that differ nearly everywhere are
 * compared line by line. What was put in or taken out lies at lines, sentences and words where it could lie elsewhere, too.
 */
export const diffEdits = (before: string, after: string): Edit[] => {
  const whole = trimmed(before, after, { start: 0, end: before.length, insert: after })
  if (isNothing(whole)) return []
  const edits = refined(before, whole, words, mostChanges) ?? byLines(before, whole)
  return settled(
    before,
    edits.filter((edit) => !isNothing(edit)),
  )
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

/**
 * Where the same insertion or deletion could stand further left or right («Рим пал. [Рим ]ждал»), it takes the place that
 * parts lines, sentences or words best (after Fraser, diff_cleanupSemanticLossless).
 */
const settled = (text: string, edits: readonly Edit[]): Edit[] => {
  const result: Edit[] = []
  for (const [i, edit] of edits.entries()) {
    const from = (result.at(-1)?.end ?? -1) + 1
    const to = (edits[i + 1]?.start ?? text.length + 1) - 1
    result.push(edit.start < edit.end && edit.insert ? edit : bestPlace(text, edit, from, to))
  }
  return result
}

const bestPlace = (text: string, edit: Edit, from: number, to: number): Edit => {
  const taken = edit.insert || text.slice(edit.start, edit.end)
  const size = edit.end - edit.start
  const unit = (index: number) => taken[modulo(index, taken.length)]
  let left = 0
  while (left < longestWay && edit.start - left > from && text[edit.start - left - 1] === unit(-left - 1)) left++
  let right = 0
  while (right < longestWay && edit.end + right < to && text[edit.end + right] === unit(right)) right++
  let best = { shift: 0, score: -1 }
  for (let shift = -left; shift <= right; shift++) {
    const [start, end] = [edit.start + shift, edit.end + shift]
    if ([splitsPair(text, start), splitsPair(text, end), splitsPair(taken, modulo(shift, taken.length))].includes(true))
      continue
    const first = `${unit(shift)}${unit(shift + 1)}`
    const last = `${unit(shift - 2)}${unit(shift - 1)}`
    const score =
      edgeScore(text.slice(Math.max(0, start - 2), start), first) + edgeScore(last, text.slice(end, end + 2))
    if (score > best.score || (score === best.score && shift <= 0)) best = { shift, score }
  }
  const start = edit.start + best.shift
  const at = modulo(best.shift, taken.length)
  return { start, end: start + size, insert: edit.insert && taken.slice(at) + taken.slice(0, at) }
}

/** Insertions that could slide further than this are left there. */
const longestWay = 2_000

const modulo = (a: number, b: number): number => ((a % b) + b) % b

const edgeScore = (before: string, after: string): number => {
  if (!before || !after) return 6
  if (/\n\n$/.test(before) || /^\n\n/.test(after)) return 5
  if (before.endsWith('\n') || after.startsWith('\n')) return 4
  if (/[^\p{L}\p{M}\p{N}\s]$/u.test(before) && /^\s/.test(after)) return 3
  if (/\s$/.test(before) || /^\s/.test(after)) return 2
  return /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after) ? 0 : 1
}
