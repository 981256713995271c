import { diffEdits } from '../../../core/diff-edits.ts'
import { useWords } from '../app/words.tsx'
import { shortened } from '../parts/Name.tsx'

// Enough to tell the versions apart; the rest is counted.
const SHOWN = 4
const AROUND = 40
const CHANGED = 200

/** The places where a text differs from another, each with a few words around it. */
export const TextDifference = ({ text, other }: { text: string; other: string }) => {
  const { t } = useWords()
  const edits = diffEdits(other, text)
  let shift = 0
  const places = edits.map(({ start, end, insert }) => {
    const from = start + shift
    shift += insert.length - (end - start)
    return { from, to: from + insert.length }
  })
  return (
    <ul className="text-difference">
      {places.slice(0, SHOWN).map(({ from, to }) => (
        <li key={from} dir="auto">
          {from > 0 ? '…' : ''}
          {text.slice(Math.max(0, from - AROUND), from).toWellFormed()}
          <mark>{shortened(text.slice(from, to), CHANGED) || '∅'}</mark>
          {text.slice(to, to + AROUND).toWellFormed()}
          {to + AROUND < text.length ? '…' : ''}
        </li>
      ))}
      {places.length > SHOWN ? <li className="quiet">{t('correct.more', { count: places.length - SHOWN })}</li> : null}
    </ul>
  )
}
