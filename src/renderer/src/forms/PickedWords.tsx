import { TextSelect } from 'lucide-react'
import { useRef } from 'react'
import type { LosableFragment, Span } from '../../../core/span.ts'
import { pickWords } from '../actions/pick.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { articleQuery } from '../data/queries.ts'
import { Chips } from './Chips.tsx'

type Props = {
  label: string
  unlabelled?: boolean
  articleId: string
  fragments: readonly LosableFragment[]
  onChange(fragments: LosableFragment[]): void
}

/** Words of the text that say something, picked there: the form waits meanwhile. */
export const PickedWords = ({ label, unlabelled, articleId, fragments, onChange }: Props) => {
  const shell = useShell()
  const { t } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const picking = useUi(({ pick }) => pick !== undefined)
  const take = (words: Span | undefined) => {
    const text = shell.queries.getQueryData(articleQuery(shell, articleId).queryKey)?.text
    if (words && text !== undefined) onChange(withWords(fragments, words, text))
    button.current?.focus()
  }
  return (
    <Chips
      label={label}
      unlabelled={unlabelled ?? false}
      items={fragments.map(({ start, quote, lost }) => ({
        key: `${start} ${quote}`,
        label: lost ? `${quote} (${t('pick.lost')})` : quote,
      }))}
      onRemove={(index) => onChange(fragments.toSpliced(index, 1))}
    >
      <button
        ref={button}
        type="button"
        className="pick-button"
        aria-label={`${label}: ${t('pick.words')}`}
        aria-pressed={picking}
        onClick={() => pickWords(shell, take)}
      >
        <TextSelect size={14} aria-hidden="true" />
        {t('pick.words')}
      </button>
    </Chips>
  )
}

/** In text order; words that were picked before and overlap give way. */
const withWords = (fragments: readonly LosableFragment[], { start, end }: Span, text: string): LosableFragment[] =>
  [
    ...fragments.filter((other) => other.lost || other.end <= start || other.start >= end),
    { start, end, quote: text.slice(start, end) },
  ].sort((a, b) => a.start - b.start)
