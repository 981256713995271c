/** Checks the places of an annotation against its article's text, and finds again what is not where it is said to be. */

import { reanchor, relocate } from './anchor.ts'
import type { Annotation } from './annotation.ts'
import type { Effort } from './approximate.ts'
import type { FindingCode } from './finding.ts'
import { looseGroups, mapLooseGroups } from './fragments.ts'
import { type IndexedText, splitsPair } from './offsets.ts'
import type { Fragment, LosableFragment } from './span.ts'

/** A fault of one fragment; `where` is a JSON pointer inside the annotation. */
export type Fault = { code: FindingCode; where: string }

/** The annotation as it can stand over the text, in the unit it came in, and what was wrong with it. */
export type Settled = { annotation: Annotation; faults: Fault[] }

/** A text with its length in the unit that offsets are counted in; as an indexed text is, that is code points. */
export type MeasuredText = Pick<IndexedText, 'text' | 'length' | 'toUtf16'>

/** A text whose offsets are counted in UTF-16 code units. */
export const inUtf16 = (text: string): MeasuredText => ({ text, length: text.length, toUtf16: (offset) => offset })

/**
 * Faults of all fragments that must anchor (not an orphan's, none that is lost): `end-past-text` at the end,
 * `quote-mismatch` and, in UTF-16, `inside-character` at the fragment. One fault a fragment.
 */
export const faultsOf = (annotation: Annotation, text: MeasuredText): Fault[] => {
  const faults = annotation.anchor === 'orphan' ? [] : targetFaults(annotation, text)
  for (const { fragments, where } of looseGroups(annotation)) {
    for (const [i, fragment] of fragments.entries()) {
      const fault = fragment.lost ? undefined : faultOf(fragment, text, `${where}/${i}`)
      if (fault) faults.push(fault)
    }
  }
  return faults
}

/**
 * Settles an annotation of a bundle (offsets in code points): a target that does not hold is re-anchored or becomes an
 * orphan that keeps its offsets; a cue or condition that cannot be found again is lost.
 */
export const settle = (annotation: Annotation, text: IndexedText, effort: Effort): Settled => {
  const faults = faultsOf(annotation, text)
  if (faults.length === 0) return { annotation, faults }
  const { anchored, shift } = settleTarget(annotation, text, effort)
  const settled = mapLooseGroups(anchored, ({ fragments }) =>
    inTextOrder(fragments.map((fragment) => settleLoose(fragment, text, shift, effort))),
  )
  return { annotation: settled, faults }
}

/** An orphan whose words stand where it left them, with the same words beside them: it is none any more. In code points. */
export const regained = (annotation: Annotation, text: IndexedText): Annotation => {
  if (annotation.anchor !== 'orphan' || targetFaults(annotation, text).length > 0) return annotation
  const { fragments, prefix, suffix } = annotation.target
  const start = text.toUtf16(fragments[0]?.start ?? 0)
  const end = text.toUtf16(fragments.at(-1)?.end ?? 0)
  const inContext =
    start >= prefix.length && text.text.startsWith(prefix + (fragments[0]?.quote ?? ''), start - prefix.length)
  return inContext && text.text.startsWith(suffix, end) ? { ...annotation, anchor: 'reanchored' } : annotation
}

const targetFaults = ({ target }: Annotation, text: MeasuredText): Fault[] =>
  target.fragments.flatMap((fragment, i) => faultOf(fragment, text, `/target/fragments/${i}`) ?? [])

const faultOf = (fragment: Fragment, { text, length, toUtf16 }: MeasuredText, where: string): Fault | undefined => {
  if (fragment.end > length) return { code: 'end-past-text', where: `${where}/end` }
  const { start, end } = mapped(fragment, toUtf16)
  if (splitsPair(text, start) || splitsPair(text, end)) return { code: 'inside-character', where }
  return text.slice(start, end) === fragment.quote ? undefined : { code: 'quote-mismatch', where }
}

/** `shift` is how far the target moved, in UTF-16. */
const settleTarget = (annotation: Annotation, text: IndexedText, effort: Effort) => {
  const { target, anchor } = annotation
  if (anchor === 'orphan' || targetFaults(annotation, text).length === 0) {
    return { anchored: annotation, shift: 0 }
  }
  const inUtf16 = target.fragments.map((fragment) => mapped(fragment, text.toUtf16))
  const found = reanchor(text.text, { ...target, fragments: inUtf16 }, effort)
  if (found.state === 'orphan') return { anchored: { ...annotation, anchor: found.state }, shift: 0 }
  const fragments = found.target.fragments.map((fragment) => mapped(fragment, text.toCodePoint))
  const shift = (found.target.fragments[0]?.start ?? 0) - (inUtf16[0]?.start ?? 0)
  return { anchored: { ...annotation, anchor: found.state, target: { ...found.target, fragments } }, shift }
}

const settleLoose = (fragment: LosableFragment, text: IndexedText, shift: number, effort: Effort): LosableFragment => {
  if (fragment.lost || !faultOf(fragment, text, '')) return fragment
  const found = relocate(text.text, mapped(fragment, text.toUtf16), shift, effort)
  return found ? mapped(found, text.toCodePoint) : { ...fragment, lost: true }
}

/** What was found before its predecessor or over it is lost. */
export const inTextOrder = (fragments: LosableFragment[]): LosableFragment[] => {
  let end = 0
  return fragments.map((fragment) => {
    if (fragment.lost) return fragment
    if (fragment.start < end) return { ...fragment, lost: true as const }
    end = fragment.end
    return fragment
  })
}

const mapped = <T extends Fragment>(fragment: T, convert: (offset: number) => number): T => ({
  ...fragment,
  start: convert(fragment.start),
  end: convert(fragment.end),
})
